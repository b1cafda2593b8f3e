import type { County } from '../desk.ts';
import { ownField } from '../fields.ts';
import { chosen, dated, each, type Given, one, type Question, says } from './question.ts';

const yesNo = { yes: 'familyYes', no: 'familyNo' } as const;
const sexes = { male: 'familyMale', female: 'familyFemale' } as const;
const kindsOfHukou = { rural: 'hukouRural', urban: 'hukouUrban', unified: 'hukouUnified' } as const;
const grades = { none: 'gradeNone', 1: 'grade1', 2: 'grade2', 3: 'grade3', 4: 'grade4' } as const;
const complications = {
  none: 'complicationNone',
  1: 'complication1',
  2: 'complication2',
  3: 'complication3',
} as const;
const lostChildren = { 0: 'lost0', 1: 'lost1', 2: 'lost2', 3: 'lost3' } as const;

/** Days in which a probe lies far back, within the time of the certificates, and a year ago. */
const daysOf = (today: string) => {
  const yearsAgo = (n: number) => `${String(Number(today.slice(0, 4)) - n)}-01-01`;
  return { recent: yearsAgo(1), child: '2012-01-01', grown: yearsAgo(30), old: yearsAgo(63) };
};

function ownQuestions({ old, grown }: ReturnType<typeof daysOf>): readonly Question[] {
  return [
    chosen({ key: 'registered', title: 'askRegistered', why: 'whyRegistered' }, yesNo),
    dated({ key: 'bornOn', title: 'askBorn', why: 'whyBorn' }, old, grown),
    chosen({ key: 'sex', title: 'askSex', why: 'whySex' }, sexes),
  ];
}

function childQuestions({ recent, child, grown }: ReturnType<typeof daysOf>): readonly Question[] {
  const withOne = (born: string) => ({ children: '1', birth1: born });
  return [
    one(
      {
        key: 'children',
        title: 'askChildren',
        why: 'whyChildren',
        help: 'helpChildren',
        probes: () => [{ children: '0' }, ...[recent, child, grown].map(withOne)],
      },
      { kind: 'number' },
    ),
    each(
      { key: 'births', title: 'askBirths', why: 'whyBirths' },
      {
        of: 'children',
        parts: { birth: { label: 'birthOf', kind: 'date' } },
        probes: [{ birth: recent }, { birth: child }, { birth: grown }],
      },
    ),
    each(
      { key: 'here', title: 'askHere', why: 'whyHere' },
      {
        of: 'children',
        parts: { here: { label: 'childOf', kind: 'choice', choices: yesNo } },
        probes: [{ here: 'yes' }, { here: 'no' }],
      },
    ),
    each(
      { key: 'sexes', title: 'askSexes', why: 'whySexes' },
      {
        of: 'children',
        parts: { sex: { label: 'childOf', kind: 'choice', choices: { male: 'son', female: 'daughter' } } },
        probes: [{ sex: 'male' }, { sex: 'female' }],
      },
    ),
  ];
}

function coupleQuestions({ old, grown }: ReturnType<typeof daysOf>): readonly Question[] {
  const isMarried = says('married', 'yes');
  const spouse = (spouseBornOn: string, spouseHukou: string) => ({
    married: 'yes',
    spouseBornOn,
    spouseHukou,
    spouseHere: 'yes',
  });
  return [
    chosen({ key: 'hukou', title: 'askHukou', why: 'whyHukou', help: 'helpHukou' }, kindsOfHukou),
    one(
      {
        key: 'married',
        title: 'askMarried',
        why: 'whyMarried',
        probes: () => [spouse(old, 'urban'), spouse(grown, 'rural')],
      },
      { kind: 'choice', choices: { yes: 'marriedYes', no: 'marriedNo' } },
    ),
    {
      ...dated({ key: 'spouseBornOn', title: 'askSpouseBorn', why: 'whySpouseBorn', applies: isMarried }),
      probes: () => [spouse(old, 'urban'), spouse(grown, 'rural')],
    },
    chosen(
      { key: 'spouseHukou', title: 'askSpouseHukou', why: 'whyHukou', help: 'helpHukou', applies: isMarried },
      kindsOfHukou,
    ),
  ];
}

function certificateQuestions(): readonly Question[] {
  return [
    chosen({ key: 'certificate', title: 'askCertificate', why: 'whyCertificate' }, yesNo),
    dated(
      {
        key: 'certificateOn',
        title: 'askCertificateOn',
        why: 'whyCertificateOn',
        applies: says('certificate', 'yes'),
      },
      '2013-01-01',
      '2017-01-01',
    ),
  ];
}

function gentleQuestions({ grown }: ReturnType<typeof daysOf>): readonly Question[] {
  const lostOne = { lostBirth: grown, lostDeath: '2015-01-01' };
  return [
    one(
      {
        key: 'lost',
        title: 'askLost',
        why: 'whyLost',
        help: 'helpLost',
        probes: () => [{ lost: '0' }, { lost: '1', lostBirth1: grown, lostDeath1: '2015-01-01' }],
      },
      { kind: 'choice', choices: lostChildren },
    ),
    each(
      { key: 'losses', title: 'askLosses', why: 'whyLosses' },
      {
        of: 'lost',
        parts: {
          lostBirth: { label: 'lostBirth', kind: 'date' },
          lostDeath: { label: 'lostDeath', kind: 'date' },
        },
        probes: [lostOne],
      },
    ),
    each(
      { key: 'grades', title: 'askGrades', why: 'whyGrades' },
      {
        of: 'children',
        parts: { grade: { label: 'childOf', kind: 'choice', choices: grades } },
        probes: [{ grade: 'none' }, { grade: '2' }],
      },
    ),
    chosen(
      {
        key: 'complication',
        title: 'askComplication',
        why: 'whyComplication',
        help: 'helpComplication',
      },
      complications,
    ),
  ];
}

const AGE_OF_PLANS = 60;

/** Nobody of that age is asked whether they plan a pregnancy. */
export const isPastPlans = ({ bornOn }: Given, day: string): boolean =>
  bornOn !== undefined && Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)) >= AGE_OF_PLANS;

function planQuestions(
  { old, recent, grown }: ReturnType<typeof daysOf>,
  today: string,
): readonly Question[] {
  const isPlanning = says('planning', 'yes');
  return [
    {
      ...chosen(
        {
          key: 'planning',
          title: 'askPlanning',
          why: 'whyPlanning',
          applies: (given) => !isPastPlans(given, today),
        },
        yesNo,
      ),
      // Whoever is registered elsewhere may have it with a spouse who is not.
      probes: ({ registered }) => [
        { planning: 'no' },
        registered === 'no'
          ? { planning: 'yes', married: 'yes', spouseBornOn: grown, spouseHere: 'yes' }
          : { planning: 'yes' },
      ],
    },
    chosen(
      {
        key: 'spouseHere',
        title: 'askSpouseHere',
        why: 'whyResident',
        applies: (given) => isPlanning(given) && says('married', 'yes')(given),
      },
      yesNo,
    ),
    {
      key: 'resident',
      title: 'askResident',
      why: 'whyResident',
      applies: (given) => isPlanning(given) && says('registered', 'no')(given),
      fields: () => [
        ownField({ key: 'residentSince', label: 'residentSince', kind: 'date' }),
        ownField({ key: 'spouseResidentSince', label: 'spouseResidentSince', kind: 'date' }),
      ],
      probes: () => [{ residentSince: old, spouseResidentSince: grown }],
    },
    {
      ...chosen({ key: 'checkup', title: 'askCheckup', why: 'whyCheckup', applies: isPlanning }, yesNo),
      probes: () => [{ checkup: 'yes', checkupOn: today }],
    },
    dated(
      { key: 'checkupOn', title: 'askCheckupOn', why: 'whyCheckup', applies: says('checkup', 'yes') },
      recent,
      today,
    ),
  ];
}

/** Values may differ by county: where they do not, nobody is asked for theirs. */
const countyQuestion = (counties: readonly County[]): Question => ({
  key: 'county',
  title: 'askCounty',
  why: 'whyCounty',
  applies: says('registered', 'yes'),
  fields: () => [
    {
      ...ownField({ key: 'county', label: 'askCounty', kind: 'choice' }),
      choices: counties.map(({ code, name }) => ({ value: code, label: { zh: name, en: name } })),
    },
  ],
  probes: () => counties.map(({ code }) => ({ county: code })),
});

/** Everything that could be asked, in the order in which it is; most families are asked a few of them. */
export function familyQuestions(today: string, counties: readonly County[]): readonly Question[] {
  const days = daysOf(today);
  return [
    ...ownQuestions(days),
    ...childQuestions(days),
    ...coupleQuestions(days),
    ...gentleQuestions(days).map((question) => ({ ...question, isGentle: true })),
    ...certificateQuestions(),
    ...planQuestions(days, today),
    countyQuestion(counties),
  ];
}

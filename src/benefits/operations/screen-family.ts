import { z } from 'zod';
import {
  areaInput,
  CHILD_SLOTS,
  dateInput,
  hukouKinds,
  nothingKnown,
  type Programme,
  readyRules,
  text,
  textPair,
  type Values,
} from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { BenefitsDependencies } from '../dependencies.ts';
import { enteredValues, momentOf } from '../rules.ts';
import { showDecision, shownDecision } from '../show-decision.ts';

const sex = z.enum(['male', 'female']);
const hukou = z.enum(hukouKinds);

const child = z.object({
  bornOn: dateInput,
  sex: sex.optional(),
  diedOn: dateInput.optional(),
  adoptedOn: dateInput.optional(),
  disabilityGrade: z.int().min(1).max(4).optional(),
  disabledFrom: dateInput.optional(),
  registeredHere: z.boolean().optional(),
});

/** A few answers; whatever is left out is unknown, and the answer says what is missing. */
const input = z
  .object({
    area: areaInput.optional().describe('where the household book is; default the city'),
    at: dateInput.optional(),
    bornOn: dateInput.optional(),
    sex: sex.optional(),
    hukou: hukou.optional(),
    registeredHere: z.boolean().optional(),
    residentSince: dateInput.optional(),
    married: z.boolean().optional(),
    spouseBornOn: dateInput.optional(),
    spouseHukou: hukou.optional(),
    spouseRegisteredHere: z.boolean().optional(),
    spouseResidentSince: dateInput.optional(),
    children: z.array(child).max(10).optional().describe('all of them; left out: unknown'),
    certificateOn: dateInput.optional(),
    complicationGrade: z.int().min(1).max(3).optional(),
    lastCheckupOn: dateInput.optional(),
  })
  .refine(({ married, spouseBornOn }) => married !== true || spouseBornOn !== undefined, {
    message: 'the day on which the spouse was born is needed',
    path: ['spouseBornOn'],
  });

const about = z.union([z.literal('self'), z.int()]);

const output = z.object({
  at: z.string(),
  area: z.string(),
  /** Nothing of it is kept. */
  results: z.array(
    shownDecision.extend({
      programme: z.string(),
      title: textPair,
      service: z.string().nullable(),
      /** The one who answers, or which of the children, from 0 on. */
      about,
    }),
  ),
  /** Programmes that cannot be told because the office has not entered a value. */
  withoutValues: z.array(z.string()),
});
export type Screening = z.output<typeof output>;

type Answers = z.output<typeof input>;
type ChildAnswers = z.output<typeof child>;

/** Registered for as long as they live, as far as a few questions can say; it is enough to tell registered from not. */
const since = (isHere: boolean | undefined, bornOn: string | undefined) =>
  isHere === true ? (bornOn ?? '1900-01-01') : null;

const slotsOf = (children: readonly ChildAnswers[]): Values => {
  const ordered = children.toSorted((a, b) => (a.bornOn < b.bornOn ? -1 : 1));
  const entries = CHILD_SLOTS.flatMap((n, index) => {
    const one = ordered[index];
    if (!one) return [];
    const at = (name: string) => `child${String(n)}_${name}`;
    return [
      [at('birth_date'), one.bornOn],
      [at('sex'), one.sex ?? null],
      [at('death_date'), one.diedOn ?? null],
      [at('adopted_on'), one.adoptedOn ?? null],
      [at('grade'), one.disabilityGrade ?? null],
      [at('graded_from'), one.disabledFrom ?? (one.disabilityGrade === undefined ? null : one.bornOn)],
    ] as const;
  });
  return Object.fromEntries(entries);
};

function ownFacts(answers: Answers, day: string): Values {
  const { children, spouseBornOn } = answers;
  const isMarried = spouseBornOn !== undefined;
  return {
    ...nothingKnown,
    sex: answers.sex ?? null,
    birth_date: answers.bornOn ?? null,
    hukou_kind: answers.hukou ?? null,
    registered_from: since(answers.registeredHere, answers.bornOn),
    resident_from: answers.residentSince ?? (answers.registeredHere === false ? day : null),
    spouse_birth_date: spouseBornOn ?? null,
    spouse_hukou_kind: isMarried ? (answers.spouseHukou ?? null) : null,
    spouse_registered_from: isMarried ? since(answers.spouseRegisteredHere, spouseBornOn) : null,
    spouse_resident_from: isMarried ? (answers.spouseResidentSince ?? null) : null,
    ...(children ? { ...slotsOf(children), children_complete_on: day } : {}),
    children_beyond: children ? Math.max(0, children.length - CHILD_SLOTS.length) : null,
    honour_certificate_on: answers.certificateOn ?? null,
    complication_grade: answers.complicationGrade ?? null,
    complication_from: answers.complicationGrade === undefined ? null : day,
    checkup_on: answers.lastCheckupOn ?? null,
  };
}

/** Whoever did not say where a child is registered is taken at the word given for the family. */
const childFacts = (one: ChildAnswers, answers: Answers, day: string): Values => ({
  ...nothingKnown,
  sex: one.sex ?? null,
  birth_date: one.bornOn,
  death_date: one.diedOn ?? null,
  adopted_on: one.adoptedOn ?? null,
  registered_from: since(one.registeredHere ?? answers.registeredHere, one.bornOn),
  resident_from: (one.registeredHere ?? answers.registeredHere) === false ? day : null,
});

/** Whom a programme is about: the one who answers, or each child. */
const subjectsOf = ({ subject }: Programme, answers: Answers, day: string) =>
  subject === 'child'
    ? (answers.children ?? []).map((one, index) => ({ about: index, facts: childFacts(one, answers, day) }))
    : [{ about: 'self' as const, facts: ownFacts(answers, day) }];

/** "What is my family entitled to?": the same rules that decide, asked with a few answers that are kept nowhere. */
export const screenFamily = (dependencies: BenefitsDependencies) =>
  defineOperation({
    name: 'benefits/screen-family',
    kind: 'query',
    summary: text('自助查询家庭可享受的待遇', 'See what a family is entitled to'),
    permission: 'public',
    input,
    output,
    handle: async (context, answers) => {
      const area = answers.area ?? dependencies.city;
      const moment = { ...momentOf({ at: answers.at }, dependencies.today()), area };
      const entered = await enteredValues(context, dependencies);
      const results: z.input<typeof output>['results'] = [];
      const withoutValues: string[] = [];
      for (const programme of dependencies.programmes) {
        const ready = readyRules(programme, moment, entered);
        if (!ready) continue;
        if (ready.missing.length > 0) {
          withoutValues.push(programme.key);
          continue;
        }
        const { key, title, service } = programme;
        for (const { about: whom, facts } of subjectsOf(programme, answers, moment.day))
          results.push({
            programme: key,
            title,
            service,
            about: whom,
            ...showDecision(ready, { facts, declared: new Set() }),
          });
      }
      return { at: moment.day, area, results, withoutValues };
    },
  });

import {
  and,
  atLeast,
  atMost,
  benefitFacts,
  between,
  caseAmounts,
  caseFacts,
  type Expression,
  equals,
  factsOf,
  healthServices,
  isUnknown,
  lessThan,
  libraryDocuments,
  type Measure,
  moreThan,
  not,
  or,
  parameter,
  populationSpells,
  type ReturnForm,
  reportingMeasure,
  returnValues,
  type Text,
  text,
  vitalEvents,
} from '../../src/language/index.ts';
import { returnForms } from '../returns/index.ts';

const spell = factsOf(populationSpells);
const event = factsOf(vitalEvents);
const reported = factsOf(returnValues);
const document = factsOf(libraryDocuments);
const periodStart = parameter('periodStart', 'date');
const periodEnd = parameter('periodEnd', 'date');

const during = between(event.event_date, periodStart, periodEnd);
const inPeriod = (kind: 'birth' | 'death') => and(equals(event.kind, kind), during);

const measure = (key: string, label: Measure['label'], rest: Pick<Measure, 'view' | 'where'>): Measure => ({
  key,
  label,
  ...rest,
});

const ofSpells = (where: Expression<'boolean'>) => ({ view: 'population_spells', where }) as const;
const ofEvents = (where: Expression<'boolean'>) => ({ view: 'vital_events', where }) as const;

/** The sum of what areas reported for an item in periods that lie within the period asked for. */
const sumOfReturns = ([key, label]: readonly [string, Text]): Measure => ({
  key,
  label,
  view: 'return_values',
  where: and(
    equals(reported.item, key),
    atLeast(reported.from_date, periodStart),
    atMost(reported.to_date, periodEnd),
  ),
  sum: 'amount',
});

/** Every item of every return is a measure; one that stands in two returns is added over both. */
const reportedItems = new Map(
  returnForms.flatMap((form) => Object.entries(form.items).map(([key, { label }]) => [key, label] as const)),
);

/** Rows, not values: how many areas reported a return. */
const areasReporting = (form: ReturnForm): Measure => ({
  key: reportingMeasure(form),
  label: text(`填报“${form.title.zh}”的地区`, `areas that reported "${form.title.en}"`),
  view: 'return_values',
  where: and(
    equals(reported.form, form.key),
    equals(reported.item, Object.keys(form.items)[0] ?? ''),
    atLeast(reported.from_date, periodStart),
    atMost(reported.to_date, periodEnd),
  ),
});

const issued = between(document.issued_on, periodStart, periodEnd);
const inForce = and(
  atMost(document.issued_on, periodEnd),
  or(isUnknown(document.ended_on), moreThan(document.ended_on, periodEnd)),
);
const ofDocuments = (where: Expression<'boolean'>) => ({ view: 'library_documents', where }) as const;
const aboutSubject = (key: string, label: Text) =>
  measure(key, label, ofDocuments(and(equals(document.subject, key), issued)));

const documentMeasures: readonly Measure[] = [
  aboutSubject('provincial_standing', text('省通报文件', 'provincial circulars about the city')),
  aboutSubject('special_family_policy', text('特殊家庭扶助政策文件', 'policy papers on special families')),
  aboutSubject('policy_report', text('提交的政策调研报告', 'policy studies delivered')),
  measure(
    'policies_in_force',
    text('有效的政策和办事流程文件', 'policies and procedures in force'),
    ofDocuments(and(or(equals(document.kind, 'policy'), equals(document.kind, 'procedure')), inForce)),
  ),
  measure(
    'policies_online',
    text('其中已在网上公开', 'published online among them'),
    ofDocuments(
      and(
        or(equals(document.kind, 'policy'), equals(document.kind, 'procedure')),
        inForce,
        equals(document.is_online, true),
      ),
    ),
  ),
];

const given = factsOf(caseFacts);
const entered = factsOf(caseAmounts);
const ofCases = (where: Expression<'boolean'>) => ({ view: 'case_facts', where }) as const;

const oneOf = (fact: Expression<'code'>, values: readonly [string, ...string[]]) => {
  const [first, ...rest] = values.map((value) => equals(fact, value));
  return rest.reduce((all, one) => or(all, one), first as Expression<'boolean'>);
};
const receivedInPeriod = (...keys: [string, ...string[]]) =>
  and(oneOf(given.service, keys), between(given.received_on, periodStart, periodEnd));
const closedInPeriod = (service: string, outcomes: readonly [string, ...string[]]) =>
  and(
    equals(given.service, service),
    between(given.closed_on, periodStart, periodEnd),
    oneOf(given.outcome, outcomes),
  );
const voices = receivedInPeriod('enquiry', 'suggestion', 'complaint', 'petition');
const closedByEnd = atMost(given.closed_on, periodEnd);

/** The sum of a number that was entered in cases of a service within the period. */
const sumOfCases = (key: string, label: Text, [service, item]: readonly [string, string]): Measure => ({
  key,
  label,
  view: 'case_amounts',
  where: and(
    equals(entered.service, service),
    equals(entered.item, item),
    between(entered.on_date, periodStart, periodEnd),
  ),
  sum: 'amount',
});

const caseMeasures: readonly Measure[] = [
  measure(
    'voices_received',
    text('受理的来信来访来电', 'letters, visits and calls received'),
    ofCases(voices),
  ),
  measure('voices_closed', text('其中已办结', 'closed among them'), ofCases(and(voices, closedByEnd))),
  measure(
    'voices_on_time',
    text('其中按期办结', 'closed in time among them'),
    ofCases(and(voices, closedByEnd, equals(given.is_late, false))),
  ),
  measure(
    'voices_rated',
    text('其中作出评价', 'rated among them'),
    ofCases(and(voices, not(isUnknown(given.rating)))),
  ),
  measure(
    'voices_satisfied',
    text('其中满意', 'satisfied among those'),
    ofCases(and(voices, equals(given.rating, 'satisfied'))),
  ),
  measure(
    'filings_received',
    text('报送备案的规范性文件', 'normative documents sent in for filing'),
    ofCases(receivedInPeriod('document-filing')),
  ),
  measure(
    'filings_reviewed',
    text('其中完成备案审查', 'reviewed among them'),
    ofCases(and(receivedInPeriod('document-filing'), closedByEnd)),
  ),
  measure(
    'appraisals_done',
    text('完成的病残儿医学鉴定', 'appraisals concluded by the panel'),
    ofCases(
      closedInPeriod('disability-appraisal', [
        'established',
        'not-established',
        'undetermined',
        'finally-established',
        'finally-not-established',
      ]),
    ),
  ),
  measure(
    'villages_assessed',
    text('完成自治评估的村', 'villages whose self-governance was assessed'),
    ofCases(
      closedInPeriod('self-governance-assessment', [
        'red-flag',
        'advanced',
        'qualified',
        'not-yet-qualified',
      ]),
    ),
  ),
  measure(
    'villages_red_flag',
    text('评为红旗村的村', 'villages rated red-flag'),
    ofCases(closedInPeriod('self-governance-assessment', ['red-flag'])),
  ),
  measure(
    'villages_qualified',
    text('评为合格及以上的村', 'villages rated qualified or better'),
    ofCases(closedInPeriod('self-governance-assessment', ['red-flag', 'advanced', 'qualified'])),
  ),
  sumOfCases('visits_made', text('指导督查人次', 'person-times of guidance visits'), [
    'guidance-visit',
    'team',
  ]),
  sumOfCases('visit_interviews', text('走访中访谈的群众', 'people who talked to visitors'), [
    'guidance-visit',
    'interviewed',
  ]),
  sumOfCases('files_audited', text('审核的个案资料', 'case files audited'), ['file-audit', 'audited']),
];

const served = factsOf(healthServices);

/** How much of a kind was given, in the period or, counted up, until its end. */
const sumOfHealth = (
  key: string,
  label: Text,
  [kind, days]: readonly [string, Expression<'boolean'>],
): Measure => ({
  key,
  label,
  view: 'health_services',
  where: and(equals(served.kind, kind), days),
  sum: 'amount',
});
const servedInPeriod = between(served.day, periodStart, periodEnd);

const healthMeasures: readonly Measure[] = [
  sumOfHealth('checkups_done', text('接受孕前优生健康检查的人', 'preconception check-ups done'), [
    'checkup',
    servedInPeriod,
  ]),
  sumOfHealth('model_stations', text('当年的示范站', 'model stations of the year'), [
    'model-station',
    servedInPeriod,
  ]),
  sumOfHealth('incidents', text('安全事故', 'safety incidents'), ['incident', servedInPeriod]),
  sumOfHealth('rebuilding_services', text('灾后家庭重建服务人次', 'family-rebuilding services until then'), [
    'family-rebuilding',
    atMost(served.day, periodEnd),
  ]),
];

const granted = factsOf(benefitFacts);
const grantedInPeriod = between(granted.day, periodStart, periodEnd);
const ofThree = oneOf(granted.programme, ['rural-reward', 'special-support', 'only-child-reward']);

const sumOfBenefits = (key: string, label: Text, where: Expression<'boolean'>): Measure => ({
  key,
  label,
  view: 'benefit_facts',
  where: and(where, grantedInPeriod),
  sum: 'amount',
});

/** The sum of a number that records of a project say. */
const sumOfRecords = (key: string, label: Text, [project, item]: readonly [string, string]): Measure =>
  sumOfBenefits(key, label, and(equals(granted.programme, project), equals(granted.item, item)));

const benefitMeasures: readonly Measure[] = [
  sumOfBenefits(
    'recipients_of_three',
    text('三项制度当年领取的人', 'recipients of the three programmes in the year'),
    and(ofThree, equals(granted.item, 'recipients')),
  ),
  sumOfBenefits(
    'paid_by_three',
    text('三项制度当年发放到账的金额', 'paid to accounts under the three programmes'),
    and(ofThree, equals(granted.item, 'paid')),
  ),
  sumOfRecords('cleft_operations', text('免费唇腭裂手术', 'free cleft operations'), [
    'cleft-operation',
    'operations',
  ]),
  sumOfRecords('pilot_households', text('特殊家庭帮扶试点户', 'households of the special-family pilot'), [
    'special-family-household',
    'households',
  ]),
  sumOfRecords('pilot_spent', text('特殊家庭帮扶试点投入', 'spent on the special-family pilot'), [
    'special-family-spending',
    'fen',
  ]),
  sumOfRecords('persons_insured', text('参保人数', 'insured persons'), ['insurance-policy', 'persons']),
  sumOfRecords('premium_paid', text('参保金额', 'premium'), ['insurance-policy', 'premium']),
  sumOfRecords('livelihood_households', text('新增三结合帮扶户', 'newly supported households'), [
    'livelihood-household',
    'households',
  ]),
  sumOfRecords('livelihood_bases', text('新建巩固帮扶基地', 'bases built or consolidated'), [
    'livelihood-base',
    'bases',
  ]),
  sumOfRecords('free_services_entitled', text('应享受免费服务的人', 'entitled to free services'), [
    'free-services',
    'entitled',
  ]),
  sumOfRecords('free_services_received', text('已享受免费服务的人', 'received free services'), [
    'free-services',
    'received',
  ]),
];

/** What is counted, each over one fact view: one scan counts them all. */
export const measures: readonly Measure[] = [
  ...[...reportedItems].map(sumOfReturns),
  ...returnForms.map(areasReporting),
  ...documentMeasures,
  ...caseMeasures,
  ...healthMeasures,
  ...benefitMeasures,
  measure(
    'population_start',
    text('期初人口', 'population at the start of the period'),
    ofSpells(
      and(
        lessThan(spell.from_date, periodStart),
        or(isUnknown(spell.to_date), atLeast(spell.to_date, periodStart)),
      ),
    ),
  ),
  measure(
    'population_end',
    text('期末人口', 'population at the end of the period'),
    ofSpells(
      and(
        atMost(spell.from_date, periodEnd),
        or(isUnknown(spell.to_date), moreThan(spell.to_date, periodEnd)),
      ),
    ),
  ),
  measure('births', text('出生人数', 'live births'), ofEvents(inPeriod('birth'))),
  measure(
    'births_male',
    text('男婴出生人数', 'live births of boys'),
    ofEvents(and(inPeriod('birth'), equals(event.sex, 'male'))),
  ),
  measure(
    'births_female',
    text('女婴出生人数', 'live births of girls'),
    ofEvents(and(inPeriod('birth'), equals(event.sex, 'female'))),
  ),
  measure('deaths', text('死亡人数', 'deaths'), ofEvents(inPeriod('death'))),
];

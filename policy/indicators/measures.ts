import {
  and,
  atLeast,
  atMost,
  between,
  type Expression,
  equals,
  factsOf,
  isUnknown,
  lessThan,
  libraryDocuments,
  type Measure,
  moreThan,
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

/** What is counted, each over one fact view: one scan counts them all. */
export const measures: readonly Measure[] = [
  ...[...reportedItems].map(sumOfReturns),
  ...returnForms.map(areasReporting),
  ...documentMeasures,
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

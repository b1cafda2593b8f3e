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
  type Measure,
  moreThan,
  or,
  parameter,
  populationSpells,
  text,
  vitalEvents,
} from '../../src/language/index.ts';

const spell = factsOf(populationSpells);
const event = factsOf(vitalEvents);
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

/** What is counted, each over one fact view: one scan counts them all. */
export const measures: readonly Measure[] = [
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

import { factViews } from '../src/language/index.ts';
import type { FactSource } from '../src/platform/index.ts';

const DAY = `DATE '2013-12-31'`;
const present = `from_date <= ${DAY} AND (to_date IS NULL OR to_date > ${DAY})`;
const ageGroup = (day: string, birth = 'birth_date') =>
  `CAST(floor((${day} - ${birth}) / 365.25 / 5) AS INTEGER)`;

interface Typical {
  readonly what: string;
  readonly view: keyof typeof factViews;
  readonly groups: string;
  readonly value?: string;
  readonly where: string;
}

const spells = (what: string, groups: string, where: string): Typical => ({
  what,
  view: 'population_spells',
  groups,
  where,
});
const events = (what: string, groups: string, where: string): Typical => ({
  what,
  view: 'vital_events',
  groups,
  where,
});
const year = 'extract(year FROM event_date)';

/** What statisticians ask of a population: the same statement on both engines. */
const typical: readonly Typical[] = [
  spells('population by county and sex', 'population, county, sex', present),
  spells('population by village', 'population, village', present),
  spells('population by age group and sex', `population, sex, ${ageGroup(DAY)}`, present),
  spells('population by county and age group', `county, ${ageGroup(DAY)}`, present),
  {
    ...spells('mean stay by county', 'population, county', 'to_date IS NOT NULL'),
    value: 'avg(CAST(to_date - from_date AS DOUBLE PRECISION))',
  },
  spells('arrivals by year', 'population, extract(year FROM from_date)', 'true'),
  events('births by year and sex', `${year}, sex`, `kind = 'birth' AND population = 'registered'`),
  events('births by county and year', `county, ${year}`, `kind = 'birth' AND population = 'registered'`),
  events(
    "births by mother's age",
    ageGroup('event_date', 'mother_birth_date'),
    `kind = 'birth' AND mother_birth_date IS NOT NULL`,
  ),
  events(
    'births by month of 2013',
    'extract(month FROM event_date)',
    `kind = 'birth' AND event_date BETWEEN DATE '2013-01-01' AND ${DAY}`,
  ),
  events('deaths by year', `population, ${year}`, `kind = 'death'`),
  events('deaths by age group and sex', `${ageGroup('event_date')}, sex`, `kind = 'death'`),
  events('moves by county and year', `county, kind, ${year}`, `kind IN ('move_in', 'move_out')`),
];

export const typicalCount = typical.length;

/** Asks all of them, one after the other; returns how many groups there were. */
export async function askTypical(source: FactSource): Promise<number> {
  let groups = 0;
  for (const one of typical) {
    const from = source.from(factViews[one.view]);
    const statement = `SELECT count(*) AS n FROM (SELECT ${one.value ?? 'count(*)'} AS value FROM ${from} WHERE ${one.where} GROUP BY ${one.groups}) AS grouped WHERE value IS NOT NULL`;
    groups += Number((await source.query(statement))[0]?.['n']);
  }
  return groups;
}

import { type CalendarDate, populationSpells, vitalEvents } from '../language/index.ts';
import type { SnapshotView } from '../platform/index.ts';

type Link = (column: string) => string;
interface Parameters {
  readonly at: CalendarDate;
  readonly link: Link;
}

const county = (column: string) => `substr(${column}, 1, 6) || '000000'`;

const selectSpells = ({ at, link }: Parameters) => `
  SELECT s.population, s.village_code AS village, ${county('s.village_code')} AS county, p.sex, p.birth_date,
    ${link('s.person_id')} AS link, s.from_date,
    CASE WHEN s.to_date <= DATE '${at}' THEN s.to_date END AS to_date
  FROM register_spells s JOIN register_persons p ON p.person_id = s.person_id
  WHERE s.from_date <= DATE '${at}'`;

const ENTRY = `CASE e.kind WHEN 'enrolment' THEN 'enrolment' WHEN 'birth' THEN 'birth' ELSE 'move_in' END`;
const EXIT = `CASE e.kind WHEN 'death' THEN 'death' ELSE 'move_out' END`;

interface Side {
  readonly population: 'registered' | 'resident';
  readonly here: string;
  readonly there: string;
  readonly kind: string;
}

/** An event is a transition; each population that it changes has one row for the exit and one for the entry. */
const sides: readonly Side[] = (['registered', 'resident'] as const).flatMap((population) => [
  { population, here: `e.${population}_to`, there: `e.${population}_from`, kind: ENTRY },
  { population, here: `e.${population}_from`, there: `e.${population}_to`, kind: EXIT },
]);

const selectSide = ({ population, here, there, kind }: Side, { at, link }: Parameters) => `
  SELECT '${population}' AS population, ${here} AS village, ${county(here)} AS county, p.sex, p.birth_date,
    ${link('e.person_id')} AS link, ${kind} AS kind, e.event_date, ${there} AS counterpart, p.mother_birth_date
  FROM register_events e JOIN register_persons p ON p.person_id = e.person_id
  WHERE e.event_date <= DATE '${at}' AND ${here} IS NOT NULL AND ${here} IS DISTINCT FROM ${there}`;

/** What the register gives to statistics: no names, no identity numbers, no declarations. */
export const registerFactViews: readonly SnapshotView[] = [
  { view: populationSpells, select: selectSpells },
  {
    view: vitalEvents,
    select: (parameters) => sides.map((side) => selectSide(side, parameters)).join('\n  UNION ALL'),
  },
];

import { type CalendarDate, populationSpells, vitalEvents } from '../language/index.ts';
import type { SnapshotSource, SnapshotView } from '../platform/index.ts';

type Link = (column: string) => string;
interface Parameters {
  readonly at: CalendarDate;
  readonly link: Link;
}

const county = (column: string) => `substr(${column}, 1, 6) || '000000'`;

const personSource: SnapshotSource = {
  name: 'persons',
  columns: { person_id: 'UUID', sex: 'VARCHAR', birth_date: 'DATE', mother_birth_date: 'DATE' },
  select: () => 'SELECT person_id, sex, birth_date, mother_birth_date FROM register_persons',
  linked: 'person_id',
};
const spellSource: SnapshotSource = {
  name: 'spells',
  columns: {
    person_id: 'UUID',
    population: 'VARCHAR',
    village_code: 'VARCHAR',
    from_date: 'DATE',
    to_date: 'DATE',
  },
  select: ({ at }) =>
    `SELECT person_id, population, village_code, from_date, to_date FROM register_spells WHERE from_date <= DATE '${at}'`,
};
const eventSource: SnapshotSource = {
  name: 'events',
  columns: {
    person_id: 'UUID',
    kind: 'VARCHAR',
    event_date: 'DATE',
    registered_from: 'VARCHAR',
    registered_to: 'VARCHAR',
    resident_from: 'VARCHAR',
    resident_to: 'VARCHAR',
  },
  select: ({ at }) =>
    `SELECT person_id, kind, event_date, registered_from, registered_to, resident_from, resident_to FROM register_events WHERE effective AND event_date <= DATE '${at}'`,
};

/** Both engines read these statements: from the live tables, or from the sources taken from them. */
const selectSpells = (spells: string, persons: string, { at, link }: Parameters) => `
  SELECT s.population, s.village_code AS village, ${county('s.village_code')} AS county, p.sex, p.birth_date,
    ${link('s.person_id')} AS link, s.from_date,
    CASE WHEN s.to_date <= DATE '${at}' THEN s.to_date END AS to_date
  FROM ${spells} s JOIN ${persons} p ON p.person_id = s.person_id
  WHERE s.from_date <= DATE '${at}'`;

/** An event is a transition; each population that it changes has one row for the exit and one for the entry. */
const sides = (['registered', 'resident'] as const).flatMap((population) => [
  { population, here: `e.${population}_to`, there: `e.${population}_from`, isEntry: true },
  { population, here: `e.${population}_from`, there: `e.${population}_to`, isEntry: false },
]);
const ENTRY = `CASE e.kind WHEN 'enrolment' THEN 'enrolment' WHEN 'birth' THEN 'birth' ELSE 'move_in' END`;
const EXIT = `CASE e.kind WHEN 'death' THEN 'death' ELSE 'move_out' END`;

/** The value of each side, picked by its number. */
const pick = (values: readonly string[]) =>
  `CASE side.n ${values.map((value, index) => `WHEN ${String(index)} THEN ${value}`).join(' ')} END`;
const here = pick(sides.map((side) => side.here));
const there = pick(sides.map((side) => side.there));

/** Events with each of their four sides: one look at the events instead of four. */
const selectEvents = (events: string, persons: string, { at, link }: Parameters) => `
  SELECT ${pick(sides.map((side) => `'${side.population}'`))} AS population, ${here} AS village, ${county(here)} AS county,
    p.sex, p.birth_date, ${link('e.person_id')} AS link,
    ${pick(sides.map((side) => (side.isEntry ? ENTRY : EXIT)))} AS kind, e.event_date, ${there} AS counterpart,
    p.mother_birth_date
  FROM ${events} e JOIN ${persons} p ON p.person_id = e.person_id
  CROSS JOIN (VALUES (0), (1), (2), (3)) AS side (n)
  WHERE e.event_date <= DATE '${at}' AND ${here} IS NOT NULL AND ${here} IS DISTINCT FROM ${there}`;

/** Each person is hashed once, not once a row. */
const linkOfPerson = () => 'p.link';

/** What the register gives to statistics: no names, no identity numbers, no declarations. */
export const registerFactViews: readonly SnapshotView[] = [
  {
    view: populationSpells,
    select: (parameters) => selectSpells('register_spells', 'register_persons', parameters),
    built: {
      from: [personSource, spellSource],
      select: ({ at }) => selectSpells('spells', 'persons', { at, link: linkOfPerson }),
    },
  },
  {
    view: vitalEvents,
    select: (parameters) =>
      selectEvents('(SELECT * FROM register_events WHERE effective)', 'register_persons', parameters),
    built: {
      from: [personSource, eventSource],
      select: ({ at }) => selectEvents('events', 'persons', { at, link: linkOfPerson }),
    },
  },
];

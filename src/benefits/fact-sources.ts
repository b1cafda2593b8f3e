import type { SnapshotSource } from '../platform/index.ts';
import { survivors } from './records-of-person.ts';

type Taken = Parameters<SnapshotSource['select']>[0];

const by = (column: string, { at }: Taken) =>
  `CASE WHEN ${column} <= DATE '${at}' THEN ${column} END AS ${column}`;

const people: SnapshotSource = {
  name: 'benefit_people',
  columns: {
    person_id: 'UUID',
    sex: 'VARCHAR',
    birth_date: 'DATE',
    death_date: 'DATE',
    hukou_kind: 'VARCHAR',
    mother_id: 'UUID',
    mother_birth_date: 'DATE',
    father_id: 'UUID',
    spouse_id: 'UUID',
    guardian_id: 'UUID',
    village: 'VARCHAR',
  },
  linked: 'person_id',
  select: (taken) => `
  SELECT person_id, sex, birth_date, ${by('death_date', taken)}, hukou_kind, mother_id, mother_birth_date, father_id, spouse_id, guardian_id,
    coalesce(registered_scope, resident_scope) AS village
  FROM register_persons WHERE counted AND birth_date <= DATE '${taken.at}'`,
};

const stays: SnapshotSource = {
  name: 'benefit_stays',
  columns: { person_id: 'UUID', population: 'VARCHAR', from_date: 'DATE', to_date: 'DATE' },
  select: (taken) => `
  SELECT person_id, population, from_date, ${by('to_date', taken)}
  FROM register_spells WHERE from_date <= DATE '${taken.at}'`,
};

/** Weddings, adoptions, and changes of the kind of registration with what it was before. */
const changes: SnapshotSource = {
  name: 'benefit_changes',
  columns: { person_id: 'UUID', kind: 'VARCHAR', event_date: 'DATE', spouse_id: 'UUID', before: 'VARCHAR' },
  select: (taken) => `
  SELECT person_id, kind, event_date, spouse_id, details #>> '{changes,hukouKind,from}' AS before
  FROM register_events
  WHERE effective AND kind IN ('marriage', 'adoption', 'hukou_kind_change') AND event_date <= DATE '${taken.at}'`,
};

/** What was attested under a record that was merged into another belongs to the one that goes on. */
export const attestedSql = (taken: Taken, recordedFor = ', f.person_id AS recorded_for'): string => `
  SELECT coalesce(o.survivor, f.person_id) AS person_id, fact_id, kind, day, ${by('until', taken)}, sex, adopted_on, grade,
    graded_from, ${by('graded_to', taken)}${recordedFor}
  FROM benefits_facts f LEFT JOIN ${survivors} o ON o.person_id = f.person_id
  WHERE withdrawn_at IS NULL AND day <= DATE '${taken.at}'`;

export const attested: SnapshotSource = {
  name: 'benefit_attested',
  columns: {
    person_id: 'UUID',
    fact_id: 'UUID',
    kind: 'VARCHAR',
    day: 'DATE',
    until: 'DATE',
    sex: 'VARCHAR',
    adopted_on: 'DATE',
    grade: 'INTEGER',
    graded_from: 'DATE',
    graded_to: 'DATE',
  },
  select: (taken) => attestedSql(taken, ''),
};

/** Everything that the benefits view is made of. */
export const benefitSources = [people, stays, changes, attested] as const;

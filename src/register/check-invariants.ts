import { sql } from 'kysely';
import type { AreaCode, Text } from '../language/index.ts';
import { text } from '../language/index.ts';
import type { Transaction } from '../platform/index.ts';

interface Invariant {
  readonly name: string;
  readonly sentence: Text;
  /** Counts the rows that break it, as `broken`. */
  readonly statement: string;
}

const entries = (population: string) => `
  SELECT person_id, '${population}' AS population, ${population}_to AS village, event_date AS day FROM register_events
  WHERE ${population}_to IS NOT NULL AND ${population}_to IS DISTINCT FROM ${population}_from`;
const exits = (population: string) => `
  SELECT person_id, '${population}' AS population, ${population}_from AS village, event_date AS day FROM register_events
  WHERE ${population}_from IS NOT NULL AND ${population}_to IS DISTINCT FROM ${population}_from`;
const both = (side: (population: string) => string) => `${side('registered')} UNION ALL ${side('resident')}`;
const begun = 'SELECT person_id, population, village_code AS village, from_date AS day FROM register_spells';
const ended = `SELECT person_id, population, village_code AS village, to_date AS day FROM register_spells WHERE to_date IS NOT NULL`;
const difference = (left: string, right: string) =>
  `SELECT count(*) AS broken FROM ((${left}) EXCEPT ALL (${right})) AS difference`;

/** GB 11643: Σ weight × digit mod 11 picks the check digit. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkSum = weights
  .map((weight, index) => `${String(weight)} * substr(id_number, ${String(index + 1)}, 1)::integer`)
  .join(' + ');

const differentScopes = (table: string) => `
  SELECT count(*) AS broken FROM ${table} r JOIN register_persons p ON p.person_id = r.person_id
  WHERE r.registered_scope IS DISTINCT FROM p.registered_scope OR r.resident_scope IS DISTINCT FROM p.resident_scope`;

const invariant = (name: string, sentence: Text, statement: string): Invariant => ({
  name,
  sentence,
  statement,
});

/** What is true of the register at every moment, whether operations or a bulk load wrote it. */
const invariants: readonly Invariant[] = [
  invariant(
    'every entry has its spell',
    text('每次进入都有对应的在册段', 'every entry opens a spell'),
    difference(both(entries), begun),
  ),
  invariant(
    'every spell has its entry',
    text('每个在册段都有进入事件', 'every spell was opened by an event'),
    difference(begun, both(entries)),
  ),
  invariant(
    'every exit ends a spell',
    text('每次退出都结束一个在册段', 'every exit ends a spell'),
    difference(both(exits), ended),
  ),
  invariant(
    'every ended spell has its exit',
    text('每个已结束的在册段都有退出事件', 'every ended spell was ended by an event'),
    difference(ended, both(exits)),
  ),
  invariant(
    'spells of one population do not overlap',
    text('同一口径的在册段互不重叠', 'spells of one population never overlap'),
    `SELECT count(*) AS broken FROM (
       SELECT from_date, lag(coalesce(to_date, DATE '9999-12-31')) OVER (PARTITION BY person_id, population ORDER BY from_date, spell_id) AS earlier_end
       FROM register_spells) AS ordered WHERE earlier_end > from_date`,
  ),
  invariant(
    'nothing happens before birth or after death',
    text('出生前、死亡后没有事件', 'nothing happens before birth or after death'),
    `SELECT count(*) AS broken FROM register_events e JOIN register_persons p ON p.person_id = e.person_id
     WHERE e.event_date < p.birth_date OR e.event_date > p.death_date`,
  ),
  invariant(
    'a death has its event',
    text('死亡日期与死亡事件一致', 'the date of death is the one of the event'),
    `SELECT count(*) AS broken FROM register_persons p
     FULL JOIN (SELECT person_id, event_date FROM register_events WHERE kind = 'death') d ON d.person_id = p.person_id
     WHERE d.event_date IS DISTINCT FROM p.death_date`,
  ),
  invariant(
    'everybody has an event',
    text('每个人至少有一个事件', 'everybody entered by an event'),
    `SELECT count(*) AS broken FROM register_persons p
     LEFT JOIN (SELECT DISTINCT person_id FROM register_events) e ON e.person_id = p.person_id WHERE e.person_id IS NULL`,
  ),
  invariant(
    'events carry the scopes of their person',
    text('事件的管辖列与本人一致', 'events carry the scopes of the person'),
    differentScopes('register_events'),
  ),
  invariant(
    'spells carry the scopes of their person',
    text('在册段的管辖列与本人一致', 'spells carry the scopes of the person'),
    differentScopes('register_spells'),
  ),
  invariant(
    'a marriage is recorded for both',
    text('婚姻在双方名下都有登记', 'a marriage is recorded for both'),
    difference(
      `SELECT person_id, spouse_id, event_date FROM register_events WHERE kind = 'marriage'`,
      `SELECT spouse_id, person_id, event_date FROM register_events WHERE kind = 'marriage'`,
    ),
  ),
  invariant(
    'every identity number is in the directory',
    text('每个身份证号都在目录中', 'every identity number is in the directory'),
    `SELECT abs((SELECT count(*) FROM register_persons WHERE id_number IS NOT NULL) - (SELECT count(*) FROM register_id_directory)) AS broken`,
  ),
  invariant(
    'every identity number has a right check digit',
    text('每个身份证号校验位正确', 'every identity number has a right check digit'),
    `SELECT count(*) AS broken FROM register_persons WHERE id_number IS NOT NULL
     AND substr('10X98765432', (${checkSum}) % 11 + 1, 1) <> substr(id_number, 18, 1)`,
  ),
];

export interface Violation {
  readonly invariant: string;
  readonly sentence: Text;
  readonly broken: number;
}

/** What became of each recorded code by today, for comparing recorded with current places. */
export type CurrentCodes = ReadonlyMap<AreaCode, AreaCode>;

async function currentPlacesBroken(tx: Transaction, current: CurrentCodes): Promise<number> {
  const codes = [...current.keys()];
  const today = [...current.values()];
  const result = await sql<{ broken: number }>`
    WITH became AS MATERIALIZED (SELECT * FROM unnest(${codes}::text[], ${today}::text[]) AS b (code, today)),
    open AS MATERIALIZED (
      SELECT s.person_id, s.population, b.today FROM register_spells s LEFT JOIN became b ON b.code = s.village_code COLLATE "C"
      WHERE s.to_date IS NULL)
    SELECT count(*) AS broken FROM register_persons p
    LEFT JOIN open r ON r.person_id = p.person_id AND r.population = 'registered'
    LEFT JOIN open h ON h.person_id = p.person_id AND h.population = 'resident'
    WHERE p.registered_village IS DISTINCT FROM r.today OR p.resident_village IS DISTINCT FROM h.today
      OR p.registered_village <> p.registered_scope OR p.resident_village <> p.resident_scope`.execute(tx);
  return result.rows[0]?.broken ?? 0;
}

/** Runs every invariant over all persons that the transaction may see; an empty answer is a sound register. */
export async function checkInvariants(tx: Transaction, current: CurrentCodes): Promise<readonly Violation[]> {
  const violations: Violation[] = [];
  for (const { name, sentence, statement } of invariants) {
    const result = await sql.raw<{ broken: number }>(statement).execute(tx);
    violations.push({ invariant: name, sentence, broken: result.rows[0]?.broken ?? 0 });
  }
  violations.push({
    invariant: 'current places are the open spells of today',
    sentence: text(
      '现居、现籍等于未结束的在册段',
      'current places are the open spells, in the codes of today',
    ),
    broken: await currentPlacesBroken(tx, current),
  });
  return violations.filter((violation) => violation.broken > 0);
}

/** The names of all invariants, for reports. */
export const invariantCount: number = invariants.length + 1;

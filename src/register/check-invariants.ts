import { sql } from 'kysely';
import type { AreaCode, Text } from '../language/index.ts';
import { text } from '../language/index.ts';
import type { Transaction } from '../platform/index.ts';
import { alike, differences, scans } from './invariants.ts';

export interface Violation {
  readonly invariant: string;
  readonly sentence: Text;
  readonly broken: number;
}

/** What became of each recorded code by today, for comparing recorded with current places. */
export type CurrentCodes = ReadonlyMap<AreaCode, AreaCode>;

type Counts = Readonly<Record<string, number>>;

/**
 * Memory for the joins of this transaction: millions of persons are looked at together. A few thousand codes are
 * joined to millions of rows, for which the planner would rather sort the millions.
 */
const ROOM = ["SET LOCAL work_mem = '512MB'", 'SET LOCAL enable_mergejoin = off'];

const count = async (tx: Transaction, statement: string): Promise<Counts> =>
  (await sql.raw<Counts>(statement).execute(tx)).rows[0] ?? {};

/** Invariants that one scan or join answers together. */
async function scanned(tx: Transaction): Promise<readonly Violation[]> {
  const found: Violation[] = [];
  for (const { statement, finds } of scans) {
    const counts = await count(tx, statement);
    for (const { column, name, sentence } of finds)
      found.push({ invariant: name, sentence, broken: counts[column] ?? 0 });
  }
  return found;
}

/**
 * Two sets of facts that must be the same. Their sizes and checksums are compared first; only where those differ are
 * the sets subtracted row by row, to say how many differ.
 */
async function compared(tx: Transaction): Promise<readonly Violation[]> {
  const found: Violation[] = [];
  const same = await count(tx, alike);
  for (const { column, finds } of differences) {
    for (const { name, sentence, exactly } of finds)
      found.push({
        invariant: name,
        sentence,
        broken: same[column] === 1 ? 0 : ((await count(tx, exactly))['broken'] ?? 0),
      });
  }
  return found;
}

const openIn = (population: string) => `s.to_date IS NULL AND s.population = '${population}'`;

/** Spells beside their persons, with what became of each recorded village by today. */
async function spellsOfPersons(tx: Transaction, current: CurrentCodes): Promise<readonly Violation[]> {
  const codes = [...current.keys()];
  const today = [...current.values()];
  const registered = sql.raw<boolean>(openIn('registered'));
  const resident = sql.raw<boolean>(openIn('resident'));
  const result = await sql<{ scopes: number; places: number }>`
    SELECT count(*) FILTER (WHERE s.registered_scope IS DISTINCT FROM p.registered_scope
        OR s.resident_scope IS DISTINCT FROM p.resident_scope) AS scopes,
      count(*) FILTER (WHERE ${registered} AND (p.registered_village IS DISTINCT FROM b.today OR p.registered_village <> p.registered_scope))
      + count(*) FILTER (WHERE ${resident} AND (p.resident_village IS DISTINCT FROM b.today OR p.resident_village <> p.resident_scope))
      + abs(count(*) FILTER (WHERE ${registered}) - (SELECT count(registered_village) FROM register_persons))
      + abs(count(*) FILTER (WHERE ${resident}) - (SELECT count(resident_village) FROM register_persons)) AS places
    FROM register_spells s JOIN register_persons p ON p.person_id = s.person_id
    LEFT JOIN unnest(${codes}::text[], ${today}::text[]) AS b (code, today) ON b.code = s.village_code COLLATE "C"`.execute(
    tx,
  );
  const [counts] = result.rows;
  return [
    {
      invariant: 'spells carry the scopes of their person',
      sentence: text('在册段的管辖列与本人一致', 'spells carry the scopes of the person'),
      broken: counts?.scopes ?? 0,
    },
    {
      invariant: 'current places are the open spells of today',
      sentence: text(
        '现居、现籍等于未结束的在册段',
        'current places are the open spells, in the codes of today',
      ),
      broken: counts?.places ?? 0,
    },
  ];
}

/** Runs every invariant over all persons that the transaction may see; an empty answer is a sound register. */
export async function checkInvariants(tx: Transaction, current: CurrentCodes): Promise<readonly Violation[]> {
  for (const setting of ROOM) await sql.raw(setting).execute(tx);
  const all = [...(await compared(tx)), ...(await scanned(tx)), ...(await spellsOfPersons(tx, current))];
  return all.filter((violation) => violation.broken > 0);
}

const namesOf = (groups: readonly { readonly finds: readonly unknown[] }[]) =>
  groups.reduce((sum, { finds }) => sum + finds.length, 0);

/** How many invariants there are, for reports. */
export const invariantCount: number = namesOf(scans) + namesOf(differences) + 2;

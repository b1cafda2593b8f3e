import { sql } from 'kysely';
import { type AreaCode, areaRange, type CalendarDate, type Programme } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { Needed } from './payment-rates.ts';
import type { PaidRate } from './payment-tables.ts';
import { severalRecords } from './records-of-person.ts';

/** What a list is made of. */
export interface Building {
  readonly batchId: string;
  readonly programme: Programme;
  readonly area: AreaCode;
  /** The first day of the last month of the quarter. */
  readonly through: CalendarDate;
}

export interface Built {
  readonly lines: number;
  readonly fen: number;
  readonly digest: string;
}

/**
 * The last month of a period that begins on `first`, and the first day on which somebody must still have been alive
 * for it: a month is paid to whoever lived in it, a year to whoever lived through it, unless people decide otherwise.
 */
const periodColumns = ({ award }: Programme) =>
  award.kind === 'money' && award.per === 'year'
    ? sql`(r.first + interval '11 months')::date AS last, (r.first + interval '1 year')::date AS alive_on`
    : sql`r.first AS last, r.first AS alive_on`;

/** A rate that is needed, and for how many people. */
interface NeededHere extends Needed {
  readonly people: number;
}

/** Which places and variants have something due, since when, and to how many. */
export async function neededRates(
  { tx }: TransactionContext,
  { programme, area, through }: Building,
): Promise<readonly NeededHere[]> {
  const { from, to } = areaRange(area);
  const { rows } = await sql<NeededHere>`
    SELECT left(s.area_code, 9) AS place, s.variant, min(s.next_month) AS since, count(*)::integer AS people
    FROM benefits_segments s
    JOIN benefits_entitlements e ON e.person_id = s.person_id AND e.entitlement_id = s.entitlement_id
    WHERE s.programme = ${programme.key} AND s.area_scope >= ${from} AND s.area_scope < ${to}
      AND s.next_month <= ${through} AND (s.to_month IS NULL OR s.to_month >= s.next_month)
      AND e.account_version IS NOT NULL
    GROUP BY 1, 2 ORDER BY 1, 2`.execute(tx);
  return rows;
}

/** Who has something due and no account that it could be paid to. */
export async function withoutAccount(
  { tx }: TransactionContext,
  { programme, area, through }: Building,
): Promise<number> {
  const { from, to } = areaRange(area);
  const { rows } = await sql<{ n: number }>`
    SELECT count(DISTINCT s.person_id) AS n
    FROM benefits_segments s
    JOIN benefits_entitlements e ON e.person_id = s.person_id AND e.entitlement_id = s.entitlement_id
    WHERE s.programme = ${programme.key} AND s.area_scope >= ${from} AND s.area_scope < ${to}
      AND s.next_month <= ${through} AND (s.to_month IS NULL OR s.to_month >= s.next_month)
      AND e.account_version IS NULL`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** From so many people on, tables are read whole and joined in memory; below, each row is looked up by its key. */
const MANY = 50_000;

/**
 * Sorting and joining a whole city in memory instead of on disk: for this transaction alone. The planner cannot know how
 * many rows policies let through, and takes a city for a handful.
 */
export async function giveMemory(tx: TransactionContext['tx'], people: number): Promise<void> {
  await sql`SET LOCAL work_mem = '256MB'`.execute(tx);
  if (people >= MANY) await sql`SET LOCAL enable_nestloop = off`.execute(tx);
}

/**
 * Writes the lines of a list in one statement. Months are claimed first: whichever are claimed already, by this or any
 * other list, are passed over by the key itself, and a line has what was claimed for it, the lines that failed before
 * and the arrears that people approved, each of which stands on one list by its own key. Nothing here can pay twice. Of
 * a human with several records, each month goes to one of them, by a key of its own.
 */
export async function buildLines(
  { tx }: TransactionContext,
  { batchId, programme, area, through }: Building,
  { rates, people }: { readonly rates: readonly PaidRate[]; readonly people: number },
): Promise<Built> {
  const { from, to } = areaRange(area);
  await giveMemory(tx, people);
  const { rows } = await sql<Built>`
    WITH rates AS (
      SELECT r.place, r.variant, r.first, r.fen, ${periodColumns(programme)}
      FROM json_to_recordset(${JSON.stringify(rates)}::json) AS r (place text, variant text, first date, fen bigint)
    ), several AS (
      SELECT record_id, survivor FROM ${sql.raw(severalRecords)} records
    ), claimed AS (
      INSERT INTO benefits_paid_months (person_id, programme, month, entitlement_id, batch_id, fen, area_scope)
      SELECT s.person_id, s.programme, r.first, s.entitlement_id, ${batchId}::uuid, r.fen, s.area_scope
      FROM benefits_segments s
      JOIN benefits_entitlements e ON e.person_id = s.person_id AND e.entitlement_id = s.entitlement_id
      JOIN rates r ON r.place = left(s.area_code, 9) AND r.variant = s.variant
        AND r.last >= s.next_month AND r.last >= s.from_month AND (s.to_month IS NULL OR s.to_month >= r.first)
      LEFT JOIN register_persons p ON p.person_id = s.person_id
      WHERE s.programme = ${programme.key} AND s.area_scope >= ${from} AND s.area_scope < ${to}
        AND s.next_month <= ${through} AND e.account_version IS NOT NULL
        AND (p.death_date IS NULL OR s.beyond_death OR p.death_date >= r.alive_on)
        AND NOT EXISTS (SELECT 1 FROM several o WHERE o.record_id = s.person_id)
      ORDER BY s.person_id, r.first, s.from_month DESC
      ON CONFLICT DO NOTHING
      RETURNING person_id, entitlement_id, month, fen
    ), of_several AS (
      SELECT o.survivor, s.person_id, s.entitlement_id, s.from_month, r.first, r.fen, s.area_scope
      FROM several o
      JOIN benefits_segments s ON s.person_id = o.record_id
      JOIN benefits_entitlements e ON e.person_id = s.person_id AND e.entitlement_id = s.entitlement_id
      JOIN rates r ON r.place = left(s.area_code, 9) AND r.variant = s.variant
        AND r.last >= s.next_month AND r.last >= s.from_month AND (s.to_month IS NULL OR s.to_month >= r.first)
      LEFT JOIN register_persons p ON p.person_id = o.survivor
      WHERE s.programme = ${programme.key} AND s.area_scope >= ${from} AND s.area_scope < ${to}
        AND s.next_month <= ${through} AND e.account_version IS NOT NULL
        AND (p.death_date IS NULL OR s.beyond_death OR p.death_date >= r.alive_on)
        AND NOT EXISTS (SELECT 1 FROM several k JOIN benefits_paid_months m ON m.person_id = k.record_id
          WHERE k.survivor = o.survivor AND m.programme = s.programme AND m.month = r.first)
    ), chosen AS (
      INSERT INTO benefits_merged_months
        (person_id, programme, month, record_id, entitlement_id, batch_id, area_scope)
      SELECT DISTINCT ON (survivor, first) survivor, ${programme.key}::text, first, person_id, entitlement_id,
        ${batchId}::uuid, area_scope
      FROM of_several ORDER BY survivor, first, person_id <> survivor, entitlement_id, from_month DESC
      ON CONFLICT DO NOTHING
      RETURNING person_id, month, record_id, entitlement_id
    ), claimed_once AS (
      INSERT INTO benefits_paid_months (person_id, programme, month, entitlement_id, batch_id, fen, area_scope)
      SELECT o.person_id, ${programme.key}::text, o.first, o.entitlement_id, ${batchId}::uuid, o.fen, o.area_scope
      FROM of_several o
      JOIN chosen c ON c.person_id = o.survivor AND c.month = o.first AND c.record_id = o.person_id
        AND c.entitlement_id = o.entitlement_id
      ORDER BY o.person_id, o.first, o.from_month DESC
      ON CONFLICT DO NOTHING
      RETURNING person_id, entitlement_id, month, fen
    ), retried AS (
      INSERT INTO benefits_retries
        (person_id, entitlement_id, failed_batch_id, batch_id, fen, area_scope)
      SELECT f.person_id, f.entitlement_id, f.batch_id, ${batchId}::uuid, f.fen, e.area_scope
      FROM benefits_failed_lines f
      JOIN benefits_entitlements e ON e.person_id = f.person_id AND e.entitlement_id = f.entitlement_id
      WHERE f.programme = ${programme.key}
        AND e.area_scope >= ${from} AND e.area_scope < ${to}
      ORDER BY f.person_id
      ON CONFLICT DO NOTHING
      RETURNING person_id, entitlement_id, fen
    ), topped_up AS (
      INSERT INTO benefits_paid_arrears
        (person_id, programme, month, paid_fen, entitlement_id, batch_id, fen, area_scope)
      SELECT a.person_id, a.programme, a.month, a.paid_fen, a.entitlement_id, ${batchId}::uuid, a.fen, e.area_scope
      FROM benefits_arrears a
      JOIN benefits_arrears_decisions o ON o.decision_id = a.decision_id AND o.decided_as = 'approved'
      JOIN benefits_entitlements e ON e.person_id = a.person_id AND e.entitlement_id = a.entitlement_id
      WHERE a.programme = ${programme.key} AND e.area_scope >= ${from} AND e.area_scope < ${to}
        AND e.account_version IS NOT NULL
      ORDER BY a.person_id, a.month
      ON CONFLICT DO NOTHING
      RETURNING person_id, entitlement_id, fen
    ), due AS (
      SELECT person_id, entitlement_id, sum(fen)::bigint AS fen, sum(arrears)::bigint AS arrears,
        sum(months)::integer AS months, min(first) AS first, max(first) AS last
      FROM (
        SELECT person_id, entitlement_id, month AS first, fen, 0 AS arrears, 1 AS months FROM claimed
        UNION ALL
        SELECT person_id, entitlement_id, month, fen, 0, 1 FROM claimed_once
        UNION ALL
        SELECT person_id, entitlement_id, NULL, fen, 0, 0 FROM retried
        UNION ALL
        SELECT person_id, entitlement_id, NULL, fen, fen, 0 FROM topped_up
      ) parts GROUP BY person_id, entitlement_id
    ), written AS (
      INSERT INTO benefits_payments (person_id, entitlement_id, batch_id, line, programme, fen, arrears_fen, months,
        from_month, to_month, account_version, area_code, area_scope)
      SELECT d.person_id, d.entitlement_id, ${batchId}::uuid, row_number() OVER (ORDER BY e.area_scope, d.person_id),
        e.programme, d.fen, d.arrears, d.months, d.first, d.last, e.account_version, e.area_code, e.area_scope
      FROM due d
      JOIN benefits_entitlements e ON e.person_id = d.person_id AND e.entitlement_id = d.entitlement_id
      RETURNING line, entitlement_id, fen
    )
    SELECT count(*)::integer AS lines, coalesce(sum(fen), 0)::bigint AS fen,
      md5(coalesce(string_agg(line || ' ' || entitlement_id || ' ' || fen, ',' ORDER BY line), '')) AS digest
    FROM written`.execute(tx);
  const [built] = rows;
  if (!built) throw new Error('a list without lines has a row of noughts');
  return built;
}

/** What stands on a list now, to be compared with what was built. */
export async function readLines({ tx }: TransactionContext, batchId: string): Promise<Built> {
  const { rows } = await sql<Built>`
    SELECT count(*)::integer AS lines, coalesce(sum(fen), 0)::bigint AS fen,
      md5(coalesce(string_agg(line || ' ' || entitlement_id || ' ' || fen, ',' ORDER BY line), '')) AS digest
    FROM benefits_payments WHERE batch_id = ${batchId}`.execute(tx);
  return rows[0] ?? { lines: 0, fen: 0, digest: '' };
}

import { sql } from 'kysely';
import type { TransactionContext } from '../platform/index.ts';

/** What does not add up: nothing, when all is well. */
export interface Fault {
  readonly rule: string;
  readonly batchId: string | null;
  readonly expected: number;
  readonly found: number;
}

export interface Sums {
  readonly approvedFen: number;
  readonly paidFen: number;
  readonly failedFen: number;
  readonly waitingFen: number;
  readonly paid: number;
  readonly failed: number;
  readonly waiting: number;
}

/** Every line of a list: paid, failed, or waited for. */
export async function sumsOf({ tx }: TransactionContext, batchId: string): Promise<Sums> {
  const { rows } = await sql<Sums>`
    SELECT coalesce(sum(p.fen), 0)::bigint AS "approvedFen",
      coalesce(sum(p.fen) FILTER (WHERE r.result = 'paid'), 0)::bigint AS "paidFen",
      coalesce(sum(p.fen) FILTER (WHERE r.result = 'failed'), 0)::bigint AS "failedFen",
      coalesce(sum(p.fen) FILTER (WHERE r.result IS NULL), 0)::bigint AS "waitingFen",
      count(*) FILTER (WHERE r.result = 'paid') AS paid,
      count(*) FILTER (WHERE r.result = 'failed') AS failed,
      count(*) FILTER (WHERE r.result IS NULL) AS waiting
    FROM benefits_payments p
    LEFT JOIN benefits_payment_results r
      ON r.person_id = p.person_id AND r.entitlement_id = p.entitlement_id AND r.batch_id = p.batch_id
    WHERE p.batch_id = ${batchId}`.execute(tx);
  const [sums] = rows;
  if (!sums) throw new Error('sums have a row');
  return sums;
}

export interface Booked {
  readonly approved: number;
  readonly arrears: number;
  readonly sent: number;
  readonly paid: number;
  readonly failed: number;
}

/** What the books say of a list. */
export async function bookedOf({ tx }: TransactionContext, batchId: string): Promise<Booked> {
  const { rows } = await sql<Booked>`
    SELECT coalesce(sum(fen) FILTER (WHERE purpose = 'approved'), 0)::bigint AS approved,
      coalesce(sum(fen) FILTER (WHERE purpose = 'arrears'), 0)::bigint AS arrears,
      coalesce(sum(fen) FILTER (WHERE purpose = 'sent'), 0)::bigint AS sent,
      coalesce(sum(fen) FILTER (WHERE purpose = 'paid'), 0)::bigint AS paid,
      coalesce(sum(fen) FILTER (WHERE purpose = 'failed'), 0)::bigint AS failed
    FROM benefits_ledger WHERE source_id = ${batchId}`.execute(tx);
  return rows[0] ?? { approved: 0, arrears: 0, sent: 0, paid: 0, failed: 0 };
}

interface FaultRow {
  readonly rule: string;
  readonly batch_id: string | null;
  readonly expected: number;
  readonly found: number;
}

/**
 * Everything that must add up, in one statement: lines against lists, months, arrears and failed lines against lines, the
 * books against all of them. A cancelled list claims nothing.
 */
export async function findFaults({ tx }: TransactionContext): Promise<readonly Fault[]> {
  const { rows } = await sql<FaultRow>`
    WITH lines AS (
      SELECT batch_id, count(*) AS n, sum(fen)::bigint AS fen, sum(arrears_fen)::bigint AS arrears
      FROM benefits_payments GROUP BY batch_id
    ), months AS (
      SELECT batch_id, sum(fen)::bigint AS fen FROM benefits_paid_months GROUP BY batch_id
    ), retries AS (
      SELECT batch_id, sum(fen)::bigint AS fen FROM benefits_retries GROUP BY batch_id
    ), topped_up AS (
      SELECT batch_id, sum(fen)::bigint AS fen FROM benefits_paid_arrears GROUP BY batch_id
    ), results AS (
      SELECT batch_id, coalesce(sum(fen) FILTER (WHERE result = 'paid'), 0)::bigint AS paid,
        coalesce(sum(fen) FILTER (WHERE result = 'failed'), 0)::bigint AS failed
      FROM benefits_payment_results GROUP BY batch_id
    ), booked AS (
      SELECT source_id AS batch_id,
        coalesce(sum(fen) FILTER (WHERE purpose = 'approved'), 0)::bigint AS approved,
        coalesce(sum(fen) FILTER (WHERE purpose = 'arrears'), 0)::bigint AS arrears,
        coalesce(sum(fen) FILTER (WHERE purpose = 'sent'), 0)::bigint AS sent,
        coalesce(sum(fen) FILTER (WHERE purpose = 'paid'), 0)::bigint AS paid,
        coalesce(sum(fen) FILTER (WHERE purpose = 'failed'), 0)::bigint AS failed
      FROM benefits_ledger GROUP BY source_id
    ), lists AS (
      SELECT b.batch_id, b.state, b.lines AS said_n, b.fen AS said, coalesce(l.n, 0) AS n, coalesce(l.fen, 0) AS fen,
        coalesce(l.arrears, 0) AS arrears, coalesce(t.fen, 0) AS topped_up, coalesce(m.fen, 0) AS months, coalesce(y.fen, 0) AS retried, coalesce(r.paid, 0) AS paid,
        coalesce(r.failed, 0) AS failed, coalesce(k.approved, 0) AS booked, coalesce(k.arrears, 0) AS booked_arrears,
        coalesce(k.sent, 0) AS sent,
        coalesce(k.paid, 0) AS booked_paid, coalesce(k.failed, 0) AS booked_failed
      FROM benefits_batches b
      LEFT JOIN lines l ON l.batch_id = b.batch_id LEFT JOIN months m ON m.batch_id = b.batch_id
      LEFT JOIN retries y ON y.batch_id = b.batch_id LEFT JOIN results r ON r.batch_id = b.batch_id
      LEFT JOIN topped_up t ON t.batch_id = b.batch_id LEFT JOIN booked k ON k.batch_id = b.batch_id
    )
    SELECT * FROM (
      SELECT 'lines-of-list' AS rule, batch_id, said_n::bigint AS expected, n AS found FROM lists
      UNION ALL SELECT 'fen-of-list', batch_id, said, fen FROM lists
      UNION ALL SELECT 'months-and-failed-lines', batch_id, CASE WHEN state = 'cancelled' THEN 0 ELSE fen END,
        months + retried + topped_up FROM lists
      UNION ALL SELECT 'arrears-of-list', batch_id, CASE WHEN state = 'cancelled' THEN 0 ELSE arrears END,
        topped_up FROM lists
      UNION ALL SELECT 'booked-as-approved', batch_id,
        CASE WHEN state IN ('draft', 'cancelled') THEN 0 ELSE fen - retried - arrears END, booked FROM lists
      UNION ALL SELECT 'booked-as-arrears', batch_id,
        CASE WHEN state IN ('draft', 'cancelled') THEN 0 ELSE arrears END, booked_arrears FROM lists
      UNION ALL SELECT 'booked-as-sent', batch_id,
        CASE WHEN state IN ('exported', 'reconciled') THEN fen ELSE 0 END, sent FROM lists
      UNION ALL SELECT 'booked-as-paid', batch_id, paid, booked_paid FROM lists
      UNION ALL SELECT 'booked-as-failed', batch_id, failed, booked_failed FROM lists
      UNION ALL SELECT 'months-of-no-list', m.batch_id, 0, m.fen FROM months m
        WHERE NOT EXISTS (SELECT 1 FROM benefits_batches b WHERE b.batch_id = m.batch_id)
      UNION ALL SELECT 'arrears-of-no-list', t.batch_id, 0, t.fen FROM topped_up t
        WHERE NOT EXISTS (SELECT 1 FROM benefits_batches b WHERE b.batch_id = t.batch_id)
      UNION ALL SELECT 'arrears-as-decided', NULL, 0, count(*) FROM benefits_paid_arrears t
        WHERE NOT EXISTS (SELECT 1 FROM benefits_arrears a
          JOIN benefits_arrears_decisions o ON o.decision_id = a.decision_id AND o.decided_as = 'approved'
          WHERE a.person_id = t.person_id AND a.programme = t.programme AND a.month = t.month
            AND a.paid_fen = t.paid_fen AND a.fen = t.fen)
      UNION ALL SELECT 'arrears-as-noted', NULL, 0, count(*) FROM benefits_arrears_decisions o
        WHERE (CASE WHEN o.decided_as = 'refused' THEN 0 ELSE o.fen END) <> coalesce((
          SELECT sum(a.fen) FROM benefits_arrears a WHERE a.decision_id = o.decision_id), 0)
      UNION ALL SELECT 'month-of-one-record', g.batch_id, 0, count(*) FROM benefits_merged_months g
        WHERE NOT EXISTS (SELECT 1 FROM benefits_paid_months m WHERE m.person_id = g.record_id
          AND m.programme = g.programme AND m.month = g.month AND m.batch_id = g.batch_id)
        GROUP BY g.batch_id
      UNION ALL SELECT 'lines-of-no-list', l.batch_id, 0, l.fen FROM lines l
        WHERE NOT EXISTS (SELECT 1 FROM benefits_batches b WHERE b.batch_id = l.batch_id)
      UNION ALL SELECT 'line-is-its-months', NULL, 0, count(*) FROM (
        SELECT p.person_id, p.entitlement_id, p.batch_id, p.fen,
          coalesce((SELECT sum(m.fen) FROM benefits_paid_months m
            WHERE m.person_id = p.person_id AND m.entitlement_id = p.entitlement_id AND m.batch_id = p.batch_id), 0)
          + coalesce((SELECT sum(y.fen) FROM benefits_retries y
            WHERE y.person_id = p.person_id AND y.entitlement_id = p.entitlement_id AND y.batch_id = p.batch_id), 0)
          + coalesce((SELECT sum(t.fen) FROM benefits_paid_arrears t
            WHERE t.person_id = p.person_id AND t.entitlement_id = p.entitlement_id AND t.batch_id = p.batch_id), 0)
          AS parts
        FROM benefits_payments p JOIN benefits_batches b ON b.batch_id = p.batch_id AND b.state <> 'cancelled'
      ) one WHERE one.fen <> one.parts
      UNION ALL SELECT 'failed-lines', r.batch_id, r.failed, coalesce((
        SELECT sum(f.fen)::bigint FROM benefits_failed_lines f WHERE f.batch_id = r.batch_id), 0) FROM results r
      UNION ALL SELECT 'line-has-an-account', NULL, 0, count(*) FROM benefits_payments p
        WHERE NOT EXISTS (SELECT 1 FROM benefits_accounts a WHERE a.person_id = p.person_id
          AND a.entitlement_id = p.entitlement_id AND a.version = p.account_version)
      UNION ALL SELECT 'result-has-the-amount', NULL, 0, count(*) FROM benefits_payment_results r
        JOIN benefits_payments p ON p.person_id = r.person_id AND p.entitlement_id = r.entitlement_id
          AND p.batch_id = r.batch_id WHERE p.fen <> r.fen
    ) rules WHERE expected <> found ORDER BY rule, batch_id`.execute(tx);
  return rows.map(({ rule, batch_id: batchId, expected, found }) => ({ rule, batchId, expected, found }));
}

export interface Balance {
  readonly account: string;
  readonly debitFen: number;
  readonly creditFen: number;
}

/** What stands on each account of the books. */
export async function balancesOf({ tx }: TransactionContext): Promise<readonly Balance[]> {
  const { rows } = await sql<Balance>`
    SELECT account, sum(debit)::bigint AS "debitFen", sum(credit)::bigint AS "creditFen" FROM (
      SELECT debit AS account, fen AS debit, 0 AS credit FROM benefits_ledger
      UNION ALL SELECT credit, 0, fen FROM benefits_ledger
    ) sides GROUP BY account ORDER BY account`.execute(tx);
  return rows;
}

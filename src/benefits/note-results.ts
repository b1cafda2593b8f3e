import { sql } from 'kysely';
import type { TransactionContext } from '../platform/index.ts';
import type { ReturnedLine } from './bank-return.ts';
import type { BatchRow } from './batches.ts';
import { book } from './ledger.ts';
import type { PaymentDependencies } from './payment-dependencies.ts';
import { paymentsWide } from './payments-wide.ts';

/** What came of some lines of a file. */
export interface Noted {
  readonly paid: number;
  readonly failed: number;
  readonly paidFen: number;
  readonly failedFen: number;
  /** Lines that said again what is known. */
  readonly known: number;
  /** Lines that are on no list, with another amount, or that contradict what the bank said before. */
  readonly mismatched: readonly number[];
}

export const nothingNoted: Noted = { paid: 0, failed: 0, paidFen: 0, failedFen: 0, known: 0, mismatched: [] };

export const together = (one: Noted, other: Noted): Noted => ({
  paid: one.paid + other.paid,
  failed: one.failed + other.failed,
  paidFen: one.paidFen + other.paidFen,
  failedFen: one.failedFen + other.failedFen,
  known: one.known + other.known,
  mismatched: [...one.mismatched, ...other.mismatched],
});

interface Outcome {
  readonly result: 'paid' | 'failed';
  readonly n: number;
  readonly fen: number;
}

interface Reading {
  readonly row: BatchRow;
  readonly digest: string;
  readonly lines: readonly ReturnedLine[];
}

const given = (lines: readonly ReturnedLine[]) => sql`
  (SELECT DISTINCT ON (line) * FROM json_to_recordset(${JSON.stringify(lines)}::json)
    AS r (line integer, fen bigint, result text, reason text, day date) ORDER BY line)`;

/** The line of a list, looked up by its key one by one: a list of today is not in the statistics of the planner yet. */
const lineOf = ({ batch_id }: BatchRow) => sql`LATERAL (
      SELECT * FROM benefits_payments l WHERE l.batch_id = ${batch_id} AND l.line = r.line LIMIT 1
    ) p`;

const writeResults = ({ tx }: TransactionContext, { row, digest, lines }: Reading) =>
  sql<Outcome>`
    WITH noted AS (
      INSERT INTO benefits_payment_results
        (person_id, entitlement_id, batch_id, result, fen, reason, day, file_digest, area_scope)
      SELECT p.person_id, p.entitlement_id, p.batch_id, r.result, p.fen, r.reason, r.day, ${digest}, p.area_scope
      FROM ${given(lines)} r
      CROSS JOIN ${lineOf(row)} WHERE p.fen = r.fen
      ORDER BY p.person_id
      ON CONFLICT DO NOTHING
      RETURNING person_id, entitlement_id, batch_id, result, fen, area_scope
    ), failed AS (
      INSERT INTO benefits_failed_lines (person_id, entitlement_id, batch_id, programme, fen, area_scope)
      SELECT person_id, entitlement_id, batch_id, ${row.programme}, fen, area_scope FROM noted WHERE result = 'failed'
    ) SELECT result, count(*)::integer AS n, sum(fen)::bigint AS fen FROM noted GROUP BY result`.execute(tx);

const findMismatches = ({ tx }: TransactionContext, { row, lines }: Reading) =>
  sql<{ line: number }>`
    SELECT r.line FROM ${given(lines)} r
    LEFT JOIN ${lineOf(row)} ON p.fen = r.fen
    LEFT JOIN LATERAL (
      SELECT k.result FROM benefits_payment_results k
      WHERE k.person_id = p.person_id AND k.entitlement_id = p.entitlement_id AND k.batch_id = p.batch_id LIMIT 1
    ) k ON true
    WHERE p.line IS NULL OR k.result <> r.result ORDER BY r.line`.execute(tx);

/**
 * Notes what the bank said of some lines and books it, in the transaction that is open: both or neither. What is known
 * is passed over, so that a file can be read again from its beginning as often as needed.
 */
export async function noteResults(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  reading: Reading,
): Promise<Noted> {
  const { row, lines } = reading;
  return paymentsWide(context, dependencies, async () => {
    const { rows } = await writeResults(context, reading);
    const of = (result: Outcome['result']) => rows.find((one) => one.result === result) ?? { n: 0, fen: 0 };
    const [paid, failed] = [of('paid'), of('failed')];
    const booking = {
      sourceId: row.batch_id,
      programme: row.programme,
      area: row.area_code,
      day: dependencies.casework.today(),
    };
    await book(context, { ...booking, kind: 'paid', fen: paid.fen });
    await book(context, { ...booking, kind: 'failed', fen: failed.fen });
    // When every line was new nothing can contradict anything.
    const isAllNew = paid.n + failed.n === lines.length;
    const mismatched = isAllNew ? [] : (await findMismatches(context, reading)).rows.map(({ line }) => line);
    return {
      paid: paid.n,
      failed: failed.n,
      paidFen: paid.fen,
      failedFen: failed.fen,
      known: lines.length - paid.n - failed.n - mismatched.length,
      mismatched,
    };
  });
}

import type { Selectable } from 'kysely';
import { z } from 'zod';
import { text } from '../language/index.ts';
import { failure, type TransactionContext } from '../platform/index.ts';
import type { BatchState, PaymentTables } from './payment-tables.ts';

export type BatchRow = Selectable<PaymentTables['benefits_batches']>;

export const unknownBatch = () =>
  failure(
    'not_found',
    text(
      '没有这份发放名单，或者不在您的管辖范围内。',
      'There is no such list, or it lies outside your area.',
    ),
    text('请核对编号。', 'Check its number.'),
  );

const stateLabels: Readonly<Record<BatchState, ReturnType<typeof text>>> = {
  draft: text('待审批', 'awaits approval'),
  approved: text('已审批', 'approved'),
  exported: text('已送银行', 'sent to the bank'),
  reconciled: text('已对账', 'reconciled'),
  cancelled: text('已撤销', 'cancelled'),
};

export { stateLabels as batchStateLabels };

export const notInState = ({ state }: BatchRow) =>
  failure(
    'conflict',
    text(
      `名单的状态是“${stateLabels[state].zh}”，不能这样办理。`,
      `The list is in the state "${stateLabels[state].en}": this cannot be done.`,
    ),
    text('请刷新后查看可以做什么。', 'Reload it to see what can be done.'),
  );

interface Opening {
  readonly batchId: string;
  /** Locked when it is to be acted on: two of the same at a time come one after the other. */
  readonly lock: boolean;
}

/** Reads a list that the open transaction may see; `not_found`. */
export async function openBatch({ tx }: TransactionContext, { batchId, lock }: Opening): Promise<BatchRow> {
  const row = await tx
    .withTables<PaymentTables>()
    .selectFrom('benefits_batches')
    .selectAll()
    .where('batch_id', '=', batchId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw unknownBatch();
  return row;
}

export const batchOutput = z.object({
  batchId: z.uuid(),
  number: z.string(),
  programme: z.string(),
  year: z.number().int(),
  quarter: z.number().int(),
  area: z.string(),
  state: z.string(),
  lines: z.number().int(),
  fen: z.number().int(),
  createdBy: z.string(),
  approvedBy: z.string().nullable(),
  exportedBy: z.string().nullable(),
});
export type Batch = z.output<typeof batchOutput>;

export const showBatch = (row: BatchRow): Batch => ({
  batchId: row.batch_id,
  number: row.number,
  programme: row.programme,
  year: row.year,
  quarter: row.quarter,
  area: row.area_code,
  state: row.state,
  lines: row.lines,
  fen: row.fen,
  createdBy: row.created_by,
  approvedBy: row.approved_by,
  exportedBy: row.exported_by,
});

const DIGITS = 7;
const LINE_DIGITS = 8;

/** Year, quarter and seven digits drawn at random: what a bank can carry and people can read out. */
export const newBatchNumber = (
  { year, quarter }: { readonly year: number; readonly quarter: number },
  randomBytes: (length: number) => Buffer,
): string =>
  `${String(year)}${String(quarter)}${String(randomBytes(4).readUInt32BE(0) % 10 ** DIGITS).padStart(DIGITS, '0')}`;

/** By which a line is known to the bank and comes back. */
export const referenceOf = (number: string, line: number): string =>
  `${number}${String(line).padStart(LINE_DIGITS, '0')}`;

/** The line that a reference names; null when it is of another list, or none. */
export function lineOf(number: string, reference: string): number | null {
  const digits = reference.trim();
  if (!digits.startsWith(number) || !/^\d{20}$/.test(digits)) return null;
  return Number(digits.slice(number.length));
}

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { type BankFormat, type Route, routeLabels } from '../../../policy/payment/index.ts';
import { text } from '../../language/index.ts';
import { defineOperation, failure, type Sealed, type TransactionContext } from '../../platform/index.ts';
import { requireFormat, writeYuan } from '../bank-return.ts';
import { type BankLine, writeBankHead, writeBankLines } from '../bank-text.ts';
import { type BatchRow, notInState, openBatch, referenceOf } from '../batches.ts';
import { openAccount } from '../entitlement-vault.ts';
import { book } from '../ledger.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';
import { paymentsWide } from '../payments-wide.ts';

/** Accounts opened at a time. */
const PAGE = 20_000;

interface LineRow {
  readonly entitlement_id: string;
  readonly line: number;
  readonly fen: number;
  readonly account_version: number;
  readonly route: Route;
  readonly account: Sealed | null;
}

async function pageAfter({ tx }: TransactionContext, { batch_id }: BatchRow, after: number) {
  const { rows } = await sql<LineRow>`
    SELECT p.entitlement_id, p.line, p.fen, p.account_version, a.route, a.account
    FROM benefits_payments p
    CROSS JOIN LATERAL (
      SELECT k.route, k.account FROM benefits_accounts k
      WHERE k.person_id = p.person_id AND k.entitlement_id = p.entitlement_id AND k.version = p.account_version
      LIMIT 1
    ) a
    WHERE p.batch_id = ${batch_id} AND p.line > ${after} AND p.line <= ${after + PAGE}
    ORDER BY p.line`.execute(tx);
  return rows;
}

interface Writing {
  readonly row: BatchRow;
  readonly format: BankFormat;
  readonly memo: string;
}

const destroyed = () =>
  failure(
    'conflict',
    text('名单上有账户已按保存期限销毁。', 'Accounts on this list were destroyed when their time was over.'),
    text('请查阅归档的银行文件。', 'See the file of the bank in the archive.'),
  );

function bankLine({ vault }: PaymentDependencies, { row, format, memo }: Writing, one: LineRow): BankLine {
  const place = { entitlementId: one.entitlement_id, version: one.account_version };
  if (one.account === null) throw destroyed();
  const { number, holder } = openAccount(vault, place, one.account);
  return {
    reference: referenceOf(row.number, one.line),
    line: String(one.line),
    account: number,
    holder,
    fen: String(one.fen),
    yuan: writeYuan(one.fen),
    route: format.kind === 'csv' ? routeLabels[one.route].zh : one.route === 'bank-account' ? '1' : '2',
    memo,
  };
}

const incomplete = () =>
  failure(
    'conflict',
    text('名单和账户对不上，没有写出文件。', 'Lines and accounts do not agree; no file was written.'),
    text('请运行账目核对，并告知管理员。', 'Check the books, and tell the administrator.'),
  );

/** The whole file: as many lines and as many fen as were approved, or none. */
async function writeFile(context: TransactionContext, dependencies: PaymentDependencies, writing: Writing) {
  const { row, format } = writing;
  const parts = [writeBankHead(format, format.outgoing, row)];
  let [lines, fen] = [0, 0];
  for (let after = 0; after < row.lines; after += PAGE) {
    const page = await pageAfter(context, row, after);
    parts.push(
      writeBankLines(
        format,
        format.outgoing,
        page.map((one) => bankLine(dependencies, writing, one)),
      ),
    );
    lines += page.length;
    fen += page.reduce((sum, one) => sum + one.fen, 0);
  }
  if (lines !== row.lines || fen !== row.fen) throw incomplete();
  return Buffer.concat(parts);
}

async function noteExport(
  context: TransactionContext,
  { row, format }: Writing,
  sha256: string,
): Promise<void> {
  await context.tx
    .withTables<PaymentTables>()
    .insertInto('benefits_exports')
    .values({
      batch_id: row.batch_id,
      export_id: context.newId(),
      at: context.now(),
      by: context.actor.name,
      format: format.key,
      lines: row.lines,
      fen: row.fen,
      sha256,
      area_scope: row.area_scope,
    })
    .execute();
}

/** The first time it leaves, the money is on its way; writing it out again sends nothing twice. */
async function noteSent(context: TransactionContext, { casework }: PaymentDependencies, row: BatchRow) {
  if (row.state !== 'approved') return;
  const { batch_id: sourceId, programme, area_code: area, fen } = row;
  await book(context, { sourceId, programme, area, kind: 'sent', fen, day: casework.today(), once: true });
  await context.tx
    .withTables<PaymentTables>()
    .updateTable('benefits_batches')
    .set({ state: 'exported', exported_at: context.now(), exported_by: context.actor.name })
    .where('batch_id', '=', row.batch_id)
    .execute();
}

/**
 * Writes an approved list out for the bank: the one place where accounts are opened, logged each time. The same list
 * gives the same bytes whenever it is written.
 */
export const exportBatch = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/export-batch',
    kind: 'command',
    keepsNoReceipt: true,
    summary: text('导出银行文件', 'Write the file for the bank'),
    permission: 'benefits:pay',
    auditDetail: ({ batchId, format }) => ({ batchId, format }),
    input: z.object({ batchId: z.uuid(), format: z.string().max(40).default('csv-utf8') }),
    output: z.object({
      batchId: z.uuid(),
      fileName: z.string(),
      mediaType: z.string(),
      lines: z.number().int(),
      fen: z.number().int(),
      sha256: z.string(),
      content: z.base64(),
    }),
    handle: async (context, { batchId, format: key }) => {
      const format = requireFormat(key);
      const row = await openBatch(context, { batchId, lock: true });
      if (row.state === 'draft' || row.state === 'cancelled') throw notInState(row);
      const title = dependencies.programmes.find((one) => one.key === row.programme)?.title.zh ?? '';
      const writing = { row, format, memo: `${title}${String(row.year)}年${String(row.quarter)}季度` };
      const content = await paymentsWide(context, dependencies, () =>
        writeFile(context, dependencies, writing),
      );
      const sha256 = createHash('sha256').update(content).digest('hex');
      await noteExport(context, writing, sha256);
      await noteSent(context, dependencies, row);
      return {
        batchId,
        fileName: `jiahu-${row.number}.${format.extension}`,
        mediaType: format.mediaType,
        lines: row.lines,
        fen: row.fen,
        sha256,
        content: content.toString('base64'),
      };
    },
  });

import { sql } from 'kysely';
import { type CalendarDate, text } from '../language/index.ts';
import { DomainError, failure } from '../platform/index.ts';
import type { ActedOnEntitlement } from './entitlement-effects.ts';
import { book } from './ledger.ts';
import type { PaymentTables } from './payment-tables.ts';

interface Noted {
  readonly fen: number;
  readonly fromMonth: CalendarDate;
  readonly toMonth: CalendarDate;
}

const neverPaid = () =>
  new DomainError({
    code: 'invalid_input',
    field: 'fen',
    message: text('这些月份没有发过这么多。', 'So much was not paid for these months.'),
    remedy: text('请核对月份和金额。', 'Check months and amount.'),
  });

/** What was paid of some months in all, arrears among it: no more than that can be too much. */
async function paidFor({ context, opened }: ActedOnEntitlement, { fromMonth, toMonth }: Noted) {
  const { person_id: personId, entitlement_id: entitlementId } = opened.row;
  const of = (table: 'benefits_paid_months' | 'benefits_paid_arrears') => sql`
    SELECT fen FROM ${sql.table(table)} WHERE person_id = ${personId} AND entitlement_id = ${entitlementId}
      AND month BETWEEN ${fromMonth} AND ${toMonth}`;
  const { rows } = await sql<{ readonly fen: number }>`
    SELECT coalesce(sum(fen), 0)::bigint AS fen
    FROM (${of('benefits_paid_months')} UNION ALL ${of('benefits_paid_arrears')}) parts`.execute(context.tx);
  return rows[0]?.fen ?? 0;
}

/** A person says that too much was paid. Nothing is taken back by this, and nothing is held back. */
export async function noteOverpayment(acted: ActedOnEntitlement, noted: Noted): Promise<void> {
  const { context, opened, day } = acted;
  const { row } = opened;
  if (noted.fen > (await paidFor(acted, noted))) throw neverPaid();
  const overpaymentId = context.newId();
  await context.tx
    .withTables<PaymentTables>()
    .insertInto('benefits_overpayments')
    .values({
      person_id: row.person_id,
      entitlement_id: row.entitlement_id,
      overpayment_id: overpaymentId,
      programme: row.programme,
      fen: noted.fen,
      from_month: noted.fromMonth,
      to_month: noted.toMonth,
      noted_on: day,
      noted_by: context.actor.name,
      settled_as: null,
      settled_fen: null,
      settled_on: null,
      settled_by: null,
      area_scope: row.area_scope,
    })
    .execute();
  const { programme, area_scope: area } = row;
  await book(context, { sourceId: overpaymentId, programme, area, kind: 'overpaid', fen: noted.fen, day });
}

const noneOpen = () =>
  failure(
    'not_found',
    text('没有这条未处理的多发记录。', 'There is no open overpayment of this id.'),
    text('请从列表中选择。', 'Choose one from the list.'),
  );

const tooMuch = () =>
  new DomainError({
    code: 'invalid_input',
    field: 'returnedFen',
    message: text(
      '退回金额与处理结果或者多发金额不符。',
      'The amount returned does not fit how it was settled.',
    ),
    remedy: text('已退回的填写实际退回金额；其余填 0。', 'Give what was returned; nought where nothing was.'),
  });

/** Another person says how it was settled: what was returned, and what is not asked back. */
export async function settleOverpayment({
  context,
  opened,
  answers,
  day,
}: ActedOnEntitlement): Promise<void> {
  const { row } = opened;
  const db = context.tx.withTables<PaymentTables>();
  const found = await db
    .selectFrom('benefits_overpayments')
    .selectAll()
    .where('person_id', '=', row.person_id)
    .where('entitlement_id', '=', row.entitlement_id)
    .where('overpayment_id', '=', String(answers['overpayment']))
    .where('settled_as', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw noneOpen();
  const returned = Number(answers['returnedFen']);
  const as = answers['as'] as 'returned' | 'waived' | 'not-owed';
  if (returned > found.fen || (as === 'returned') !== returned > 0) throw tooMuch();
  await db
    .updateTable('benefits_overpayments')
    .set({ settled_as: as, settled_fen: returned, settled_on: day, settled_by: context.actor.name })
    .where('person_id', '=', row.person_id)
    .where('entitlement_id', '=', row.entitlement_id)
    .where('overpayment_id', '=', found.overpayment_id)
    .execute();
  const of = { sourceId: found.overpayment_id, programme: row.programme, area: row.area_scope, day };
  await book(context, { ...of, kind: 'returned', fen: returned });
  await book(context, { ...of, kind: 'not-returned', fen: found.fen - returned });
}

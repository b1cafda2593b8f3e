import { entitlementLife } from '../../policy/programmes/index.ts';
import { type Text, text } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { HeldSection, PersonHolding } from '../register/index.ts';
import { writeYuan } from './bank-return.ts';
import type { PaymentDependencies } from './payment-dependencies.ts';
import type { PaymentTables } from './payment-tables.ts';
import { paymentsWide } from './payments-wide.ts';
import { paymentsOf } from './person-payments.ts';
import { recordsOf } from './records-of-person.ts';

const programme = text('项目', 'programme');

const titleOf = ({ programmes }: PaymentDependencies, key: string): Text =>
  programmes.find((one) => one.key === key)?.title ?? text(key, key);

async function entitlementsSection(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  personId: string,
): Promise<HeldSection> {
  const rows = await context.tx
    .withTables<PaymentTables>()
    .selectFrom('benefits_entitlements')
    .selectAll()
    .where('person_id', 'in', await recordsOf(context, personId))
    .orderBy('made_on')
    .orderBy('entitlement_id')
    .execute();
  const { steps, outcomes } = entitlementLife;
  return {
    title: text('待遇', 'Entitlements'),
    columns: [
      programme,
      text('状态', 'state'),
      text('起始月份', 'from'),
      text('年审年度', 'last checked for'),
    ],
    rows: rows.map((row) => {
      const place = row.step ?? row.outcome ?? '';
      return [
        titleOf(dependencies, row.programme),
        (steps[place] ?? outcomes[place])?.label ?? '',
        row.start_month?.slice(0, 7) ?? '—',
        row.checked_year === null ? '—' : String(row.checked_year),
      ];
    }),
  };
}

async function declarationsSection(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  personId: string,
): Promise<HeldSection> {
  const rows = await context.tx
    .withTables<PaymentTables>()
    .selectFrom('benefits_declarations')
    .selectAll()
    .where('person_id', 'in', await recordsOf(context, personId))
    .orderBy('declared_on')
    .orderBy('condition_id')
    .execute();
  return {
    title: text('您在申请中的申报', 'What you declared on applications'),
    columns: [
      programme,
      text('申报日期', 'declared on'),
      text('内容', 'words'),
      text('保存至', 'kept until'),
    ],
    rows: rows.map((row) => [
      titleOf(dependencies, row.programme),
      row.declared_on,
      text(row.words_zh, row.words_en),
      row.kept_until ?? '—',
    ]),
  };
}

const states: Readonly<Record<string, Text>> = {
  draft: text('待审批', 'awaits approval'),
  approved: text('已审批', 'approved'),
  exported: text('已送银行', 'sent to the bank'),
  paid: text('已到账', 'paid'),
  failed: text('退票，待重发', 'failed, to be paid again'),
};

async function paymentsSection(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  personId: string,
): Promise<HeldSection> {
  const payments = await paymentsOf(context, personId);
  return {
    title: text('发放记录', 'Payments'),
    columns: [
      programme,
      text('季度', 'quarter'),
      text('金额（元）', 'yuan'),
      text('其中补发（元）', 'of which arrears, in yuan'),
      text('月份', 'months'),
      text('结果', 'result'),
    ],
    rows: payments.map((one) => [
      titleOf(dependencies, one.programme),
      `${String(one.year)}-${String(one.quarter)}`,
      writeYuan(one.fen),
      one.arrearsFen === 0 ? '—' : writeYuan(one.arrearsFen),
      one.fromMonth === null ? '—' : `${one.fromMonth.slice(0, 7)} – ${(one.toMonth ?? '').slice(0, 7)}`,
      states[one.state] ?? '',
    ]),
  };
}

/** What the room of benefits holds of somebody, for that person's own copy. */
export const holdBenefits =
  (dependencies: PaymentDependencies): PersonHolding =>
  (context, { personId }) =>
    paymentsWide(context, dependencies, async () => [
      await entitlementsSection(context, dependencies, personId),
      await declarationsSection(context, dependencies, personId),
      await paymentsSection(context, dependencies, personId),
    ]);

import type { AreaCode, CalendarDate, ReportingPeriod, ReturnForm } from '../../language/index.ts';
import type { Transaction, TransactionContext } from '../../platform/index.ts';
import type { ReturnStep, StatisticsTables } from '../tables.ts';
import type { Amounts } from './check-row.ts';

const db = (tx: Transaction) => tx.withTables<StatisticsTables>();

/** Whose return for which period. */
export interface ReturnKey {
  readonly area: AreaCode;
  readonly form: string;
  readonly from: CalendarDate;
}

export type StoredReturn = Awaited<ReturnType<typeof readReturns>>[number];

/** The returns of a form for the period that begins on `from`, in order of area; of `areas` alone when given. */
export async function readReturns(
  tx: Transaction,
  { form, from, areas }: Omit<ReturnKey, 'area'> & { readonly areas?: readonly AreaCode[] },
) {
  const all = db(tx)
    .selectFrom('statistics_returns')
    .selectAll()
    .where('form', '=', form)
    .where('from_date', '=', from);
  if (areas?.length === 0) return [];
  const wanted = areas ? all.where('area_code', 'in', areas) : all;
  return wanted.orderBy('area_code').execute();
}

export interface NewReturn {
  readonly area: AreaCode;
  /** The code of today that answers for it. */
  readonly scope: AreaCode;
  readonly amounts: Amounts;
  readonly explanation: string | null;
}

export interface Submission {
  readonly form: ReturnForm;
  readonly period: ReportingPeriod;
}

/** Writes a return as submitted: new, or instead of the one that was there. */
export async function storeReturn(
  context: TransactionContext,
  { form, period }: Submission,
  row: NewReturn,
): Promise<void> {
  const amounts = JSON.stringify(row.amounts);
  const said = {
    amounts,
    explanation: row.explanation,
    state: 'submitted' as const,
    approved_level: null,
    submitted_by: context.actor.accountId,
  };
  await db(context.tx)
    .insertInto('statistics_returns')
    .values({
      ...said,
      area_code: row.area,
      form: form.key,
      from_date: period.from,
      to_date: period.to,
      form_version: form.version,
      invented: false,
      version: 1,
      area_scope: row.scope,
    })
    .onConflict((conflict) =>
      conflict.columns(['area_code', 'form', 'from_date']).doUpdateSet((old) => ({
        ...said,
        form_version: form.version,
        invented: false,
        version: old('statistics_returns.version', '+', 1),
      })),
    )
    .execute();
  await noteStep(
    context,
    { area: row.area, form: form.key, from: period.from },
    {
      step: 'submitted',
      remark: row.explanation,
      amounts,
      scope: row.scope,
    },
  );
}

interface Step {
  readonly step: ReturnStep;
  readonly remark: string | null;
  /** As JSON. */
  readonly amounts: string;
  readonly scope: AreaCode;
}

/** Appends a step to the history of a return. */
export async function noteStep(context: TransactionContext, key: ReturnKey, step: Step): Promise<void> {
  await db(context.tx)
    .insertInto('statistics_return_steps')
    .values({
      area_code: key.area,
      step_id: context.newId(),
      form: key.form,
      from_date: key.from,
      step: step.step,
      at: context.now(),
      by: context.actor.name,
      by_area: context.actor.area,
      amounts: step.amounts,
      remark: step.remark,
      area_scope: step.scope,
    })
    .execute();
}

/** What approval or sending back makes of a stored return. */
export interface Verdict {
  readonly state: 'approved' | 'sent_back';
  readonly level: StoredReturn['approved_level'];
  readonly remark: string | null;
}

export async function decideReturn(
  context: TransactionContext,
  stored: StoredReturn,
  { state, level, remark }: Verdict,
): Promise<void> {
  await db(context.tx)
    .updateTable('statistics_returns')
    .set({ state, approved_level: level })
    .where('area_code', '=', stored.area_code)
    .where('form', '=', stored.form)
    .where('from_date', '=', stored.from_date)
    .execute();
  const key = { area: stored.area_code, form: stored.form, from: stored.from_date };
  const amounts = JSON.stringify(stored.amounts);
  await noteStep(context, key, { step: state, remark, amounts, scope: stored.area_scope });
}

/** Keeps the codes that permissions read right when villages became another. */
export async function moveReturnScopes(
  tx: Transaction,
  from: readonly AreaCode[],
  to: AreaCode,
): Promise<void> {
  for (const table of ['statistics_returns', 'statistics_return_steps'] as const)
    await db(tx).updateTable(table).set({ area_scope: to }).where('area_scope', 'in', from).execute();
}

/** Every step of one return, oldest first. */
export const readSteps = (tx: Transaction, { area, form, from }: ReturnKey) =>
  db(tx)
    .selectFrom('statistics_return_steps')
    .select(['step', 'at', 'by', 'by_area', 'amounts', 'remark'])
    .where('area_code', '=', area)
    .where('form', '=', form)
    .where('from_date', '=', from)
    .orderBy('at')
    .orderBy('step_id')
    .execute();

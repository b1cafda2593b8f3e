import { sql } from 'kysely';
import { type AreaCode, type CalendarDate, text, yearOf } from '../language/index.ts';
import { DomainError, failure, type TransactionContext } from '../platform/index.ts';
import { monthBefore, monthOf } from './entitlement-months.ts';
import { decideMonths, endSegments, openSegment, replaceFrom, segmentsOf } from './entitlement-segments.ts';
import type { OpenEntitlement } from './open-entitlement.ts';
import { noteOverpayment, settleOverpayment } from './overpayments.ts';
import type { PaymentDependencies } from './payment-dependencies.ts';
import type { PaymentTables } from './payment-tables.ts';

/** An action that was allowed, before it is written. */
export interface ActedOnEntitlement {
  readonly context: TransactionContext;
  readonly dependencies: PaymentDependencies;
  readonly opened: OpenEntitlement;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly day: CalendarDate;
}

/** What an action changes in the row of the entitlement. */
export interface EntitlementChanges {
  readonly start_month?: CalendarDate;
  readonly checked_year?: number;
  readonly area_code?: AreaCode;
  readonly area_scope?: AreaCode;
}

type Effect = (acted: ActedOnEntitlement) => Promise<EntitlementChanges>;

const monthIn = ({ answers }: ActedOnEntitlement, key: 'fromMonth' | 'lastMonth'): CalendarDate =>
  monthOf(answers[key] as CalendarDate);

const wrongVariant = () =>
  new DomainError({
    code: 'invalid_input',
    field: 'variant',
    message: text('这个项目没有这个档次。', 'The programme has no such variant.'),
    remedy: text('请填写项目列出的档次代码。', 'Give one of the codes that the programme lists.'),
  });

/** A code for which the programme declares a rate. */
export function requireVariant(
  { programmes }: Pick<PaymentDependencies, 'programmes'>,
  key: string,
  variant: string,
): string {
  const award = programmes.find((one) => one.key === key)?.award;
  if (award?.kind === 'money' && variant in award.rates) return variant;
  throw wrongVariant();
}

const variantOf = ({ dependencies, opened, answers }: ActedOnEntitlement): string =>
  requireVariant(dependencies, opened.row.programme, String(answers['variant']));

/** What is given now, or was given last. */
async function lastVariant(acted: ActedOnEntitlement): Promise<string> {
  const segments = await segmentsOf(acted.context, acted.opened.row);
  return segments.at(-1)?.variant ?? '';
}

const begin: Effect = async (acted) => {
  const { context, opened } = acted;
  const fromMonth = monthIn(acted, 'fromMonth');
  await openSegment(context, opened.row, {
    fromMonth,
    variant: variantOf(acted),
    area: opened.row.area_code,
  });
  return { start_month: fromMonth, checked_year: yearOf(acted.day) };
};

const changeVariant: Effect = async (acted) => {
  await replaceFrom(acted.context, acted.opened.row, {
    fromMonth: monthIn(acted, 'fromMonth'),
    variant: variantOf(acted),
    area: acted.opened.row.area_code,
  });
  return {};
};

const noSuchUnit = () =>
  new DomainError({
    code: 'invalid_input',
    field: 'unit',
    message: text('没有这个地区。', 'There is no such area.'),
    remedy: text(
      '请填写本市的村（社区）或者乡镇（街道）；转出本市的请办理终止。',
      'Give a village or township of this city; for one outside, end the entitlement here.',
    ),
  });

/** Where it goes has it from now on, with everything but what was paid. */
const transfer: Effect = async (acted) => {
  const { context, dependencies, opened, answers } = acted;
  const unit = answers['unit'] as AreaCode;
  if (!(await dependencies.casework.isUnit(context, unit))) throw noSuchUnit();
  const isPaused = opened.standing.step === 'paused';
  const [fromMonth, variant] = [monthIn(acted, 'fromMonth'), await lastVariant(acted)];
  if (!isPaused) await replaceFrom(context, opened.row, { fromMonth, variant, area: unit });
  const db = context.tx.withTables<PaymentTables>();
  for (const table of ['benefits_entitlement_actions', 'benefits_segments', 'benefits_accounts'] as const)
    await db
      .updateTable(table)
      .set({ area_scope: unit })
      .where('person_id', '=', opened.row.person_id)
      .where('entitlement_id', '=', opened.row.entitlement_id)
      .execute();
  return { area_code: unit, area_scope: unit };
};

const check: Effect = ({ answers }) => Promise.resolve({ checked_year: Number(answers['year']) });

const pause: Effect = async (acted) => {
  await endSegments(acted.context, acted.opened.row, monthBefore(monthIn(acted, 'fromMonth')));
  return {};
};

const resume: Effect = async (acted) => {
  const given = acted.answers['variant'];
  const variant = given === null || given === undefined ? await lastVariant(acted) : variantOf(acted);
  if (variant === '') throw wrongVariant();
  const segment = { fromMonth: monthIn(acted, 'fromMonth'), variant, area: acted.opened.row.area_code };
  await replaceFrom(acted.context, acted.opened.row, segment);
  return {};
};

/** Declarations are kept for some years after the end, and no longer. */
async function keepDeclarationsUntil({ context, opened, day }: ActedOnEntitlement): Promise<void> {
  await context.tx
    .withTables<PaymentTables>()
    .updateTable('benefits_declarations')
    .set({ kept_until: sql<CalendarDate>`(${day}::date + make_interval(years => kept_years))::date` })
    .where('person_id', '=', opened.row.person_id)
    .where('programme', '=', opened.row.programme)
    .where('kept_until', 'is', null)
    .execute();
}

const end: Effect = async (acted) => {
  await endSegments(acted.context, acted.opened.row, monthIn(acted, 'lastMonth'));
  await decideMonths(acted.context, acted.opened.row);
  await keepDeclarationsUntil(acted);
  return {};
};

const reinstate: Effect = async (acted) => {
  await acted.context.tx
    .withTables<PaymentTables>()
    .updateTable('benefits_declarations')
    .set({ kept_until: null })
    .where('person_id', '=', acted.opened.row.person_id)
    .where('programme', '=', acted.opened.row.programme)
    .execute();
  return resume(acted);
};

const backwards = () =>
  failure(
    'invalid_input',
    text('起止月份颠倒了。', 'The last month lies before the first.'),
    text('请核对两个月份。', 'Check both months.'),
  );

const noteOverpaid: Effect = async (acted) => {
  const [fromMonth, toMonth] = [monthIn(acted, 'fromMonth'), monthIn(acted, 'lastMonth')];
  if (toMonth < fromMonth) throw backwards();
  await noteOverpayment(acted, { fen: Number(acted.answers['fen']), fromMonth, toMonth });
  return {};
};

const settleOverpaid: Effect = async (acted) => {
  await settleOverpayment(acted);
  return {};
};

const notYet = () =>
  new DomainError({
    code: 'invalid_input',
    field: 'on',
    message: text('这一天还没有到。', 'That day has not come yet.'),
    remedy: text('请填写告知本人的日期。', 'Give the day on which the person was told.'),
  });

/** What is recorded has happened. */
const tell: Effect = async ({ answers, day }) => {
  if (typeof answers['on'] === 'string' && answers['on'] > day) throw notYet();
  return Promise.resolve({});
};

/** What an action does beside moving the entitlement; those that are not named do nothing more. */
export const entitlementEffects: Readonly<Record<string, Effect>> = {
  tell,
  begin,
  'change-variant': changeVariant,
  transfer,
  check,
  pause,
  resume,
  'confirm-end': end,
  reinstate,
  'note-overpayment': noteOverpaid,
  'settle-overpayment': settleOverpaid,
};

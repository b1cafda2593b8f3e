import {
  type AreaCode,
  addDays,
  type CalendarDate,
  type Programme,
  resolveValue,
  text,
} from '../language/index.ts';
import { failure, type TransactionContext } from '../platform/index.ts';
import type { NoticeLevel } from './entitlement-tables.ts';
import type { PaymentDependencies } from './payment-dependencies.ts';
import type { PaymentTables } from './payment-tables.ts';

const noDays = () =>
  failure(
    'conflict',
    text('没有规定这个地方的公示天数。', 'Nothing is said of how many days a notice runs here.'),
    text('请先录入公示天数及其文号。', 'Enter the days with their document first.'),
  );

interface Noticing {
  readonly programme: Programme;
  readonly level: NoticeLevel;
  readonly area: AreaCode;
  readonly day: CalendarDate;
}

/** How many days a notice runs in a place, as the rules say; null where the level gives none. */
export async function noticeDays(
  context: TransactionContext,
  { entered }: PaymentDependencies,
  { programme, level, area, day }: Noticing,
): Promise<number | null> {
  const key = programme.noticeDays[level];
  if (key === undefined) return null;
  const parameter = programme.parameters.find((one) => one.key === key);
  if (!parameter) throw new Error(`no parameter ${key}`);
  const values = (await entered(context)).filter(
    (one) => one.programme === programme.key && one.parameter === key,
  );
  const moment = { day, knownAt: day, area };
  const resolved = resolveValue({ ...parameter, values: [...parameter.values, ...values] }, moment);
  if (!resolved) throw noDays();
  return resolved.value;
}

/** The last day of a notice that is posted today. */
export const runsUntil = (day: CalendarDate, days: number): CalendarDate => addDays(day, days - 1);

/** The first and, of a longer name, the last character; everything between and beside them is hidden. */
export function maskName(name: string): string {
  const signs = Array.from(name.trim());
  const [first = ''] = signs;
  if (signs.length <= 2) return `${first}*`;
  return `${first}${'*'.repeat(signs.length - 2)}${signs.at(-1) ?? ''}`;
}

const notPosted = () =>
  failure(
    'conflict',
    text('还没有公示。', 'No notice was posted.'),
    text('请先张贴公示：只写遮蔽的姓名和项目。', 'Post it first: a masked name and the programme alone.'),
  );

const stillRunning = (until: CalendarDate) =>
  failure(
    'conflict',
    text(`公示到 ${until} 为止，还没有期满。`, `The notice runs until ${until}.`),
    text('期满后再登记评议和公示结果。', 'Record what came of it when it is over.'),
  );

const unanswered = () =>
  failure(
    'conflict',
    text('公示期间的异议还没有核实。', 'An objection has not been looked into.'),
    text('请先登记每一条异议的核实情况。', 'Record what was found about each of them first.'),
  );

/** Nothing goes up before the notice has run and every objection was looked into. */
export async function requireNoticeOver(
  { tx }: TransactionContext,
  { casework }: PaymentDependencies,
  { caseId, level }: { readonly caseId: string; readonly level: NoticeLevel },
): Promise<void> {
  const db = tx.withTables<PaymentTables>();
  const notice = await db
    .selectFrom('benefits_notices')
    .select('runs_until')
    .where('case_id', '=', caseId)
    .where('level', '=', level)
    .executeTakeFirst();
  if (!notice) throw notPosted();
  if (casework.today() <= notice.runs_until) throw stillRunning(notice.runs_until);
  const open = await db
    .selectFrom('benefits_objections')
    .select('objection_id')
    .where('case_id', '=', caseId)
    .where('finding', 'is', null)
    .executeTakeFirst();
  if (open) throw unanswered();
}

/** Nothing hangs longer than it must: the case was decided or withdrawn. */
export async function takeDown(
  { tx }: TransactionContext,
  { casework }: PaymentDependencies,
  caseId: string,
): Promise<void> {
  await tx
    .withTables<PaymentTables>()
    .updateTable('benefits_notices')
    .set({ taken_down_on: casework.today() })
    .where('case_id', '=', caseId)
    .where('taken_down_on', 'is', null)
    .execute();
}

import { z } from 'zod';
import type { DivisionTree } from '../../areas/index.ts';
import {
  type AreaCode,
  areaContains,
  type CalendarDate,
  parseAreaCode,
  previousPeriod,
  type Text,
  text,
} from '../../language/index.ts';
import { defineOperation, type TransactionContext } from '../../platform/index.ts';
import { type Amounts, type CellProblem, checkRow, compareWithLast } from '../returns/check-row.ts';
import { type AskedReturn, findAsked } from '../returns/find-form.ts';
import { type NewReturn, readReturns, type StoredReturn, storeReturn } from '../returns/store-returns.ts';

export interface ReturnDependencies {
  readonly divisions: (context: TransactionContext) => Promise<DivisionTree>;
  readonly today: () => CalendarDate;
}

const cell = z.union([z.string().max(40), z.number(), z.null()]);
const row = z.object({
  area: z.string().max(20).describe('division code of the reporting area, as it was in the period'),
  amounts: z.record(z.string(), cell),
  explanation: z.string().trim().max(1000).nullish(),
});

export const submissionInput = z.object({
  form: z.string().max(60),
  period: z.string().max(10).describe('2013, 2013-Q2 or 2013-07, as the return asks'),
  rows: z.array(row).min(1).max(5000),
});

const textOutput = z.object({ zh: z.string(), en: z.string() });
export const submissionOutput = z.object({
  accepted: z.number(),
  /** Rows that were refused, each by row (from 1), column and remedy; the others were accepted. */
  problems: z.array(
    z.object({
      row: z.number(),
      area: z.string(),
      column: z.string(),
      problem: textOutput,
      remedy: textOutput,
    }),
  ),
});

export type SubmissionAnswer = z.output<typeof submissionOutput>;

type WrittenReturn = z.output<typeof row>;

interface Checking {
  readonly asked: AskedReturn;
  readonly tree: DivisionTree;
  readonly today: CalendarDate;
  readonly stored: ReadonlyMap<AreaCode, StoredReturn>;
  readonly last: ReadonlyMap<AreaCode, StoredReturn>;
}

const atArea = (problem: Text, remedy: Text): CellProblem => ({ column: 'area', problem, remedy });

/** Why `area` cannot report here; null when it can. */
function refuseArea(context: TransactionContext, code: AreaCode | null, checking: Checking) {
  const { asked, tree, today, stored } = checking;
  const division = code && tree.find(code, asked.period.to);
  if (!code || division?.level !== asked.form.level)
    return atArea(
      text('不是应填报的地区', 'not an area that reports this'),
      text(
        `请用 ${asked.period.to} 有效的代码`,
        `use the code of a ${asked.form.level} as of ${asked.period.to}`,
      ),
    );
  if (!areaContains(context.actor.area, tree.resolve(code, today)))
    return atArea(
      text('不在您的管辖范围内', 'not in your area'),
      text('请由该地区填报', 'have that area report it'),
    );
  return stored.get(code)?.state === 'approved'
    ? atArea(
        text('已经审定', 'approved already'),
        text('需要更正的，请上一级退回', 'have the level above send it back first'),
      )
    : null;
}

type Checked = { readonly row: NewReturn } | { readonly problems: readonly CellProblem[] };

function checkWritten(context: TransactionContext, written: WrittenReturn, checking: Checking): Checked {
  const area = parseAreaCode(written.area.trim());
  const refused = refuseArea(context, area, checking);
  if (refused || !area) return { problems: refused ? [refused] : [] };
  const { form } = checking.asked;
  const checked = checkRow(form, written.amounts);
  if (checked.amounts === null) return { problems: checked.problems };
  const explanation = written.explanation ?? null;
  const last = checking.last.get(area)?.amounts;
  const jumps = last && !explanation ? compareWithLast(form, checked.amounts, last) : [];
  if (jumps.length > 0) return { problems: jumps };
  return { row: newReturn(checking, area, { amounts: checked.amounts, explanation }) };
}

const newReturn = (
  { tree, today }: Checking,
  area: AreaCode,
  said: { readonly amounts: Amounts; readonly explanation: string | null },
): NewReturn => ({ area, scope: tree.resolve(area, today), ...said });

const byArea = (rows: readonly StoredReturn[]) => new Map(rows.map((one) => [one.area_code, one]));

async function prepare(
  context: TransactionContext,
  { asked, codes }: { readonly asked: AskedReturn; readonly codes: readonly string[] },
  { divisions, today }: ReturnDependencies,
): Promise<Checking> {
  const areas = codes.flatMap((code) => parseAreaCode(code.trim()) ?? []);
  const { form, period } = asked;
  const before = previousPeriod(form.every, period.from);
  return {
    asked,
    tree: await divisions(context),
    today: today(),
    stored: byArea(await readReturns(context.tx, { form: form.key, from: period.from, areas })),
    last: byArea(await readReturns(context.tx, { form: form.key, from: before, areas })),
  };
}

const twice = () =>
  atArea(text('同一地区填了两行', 'the area stands in two rows'), text('请只留一行', 'keep one of them'));

/** Checks every row by itself: those that are right are stored, the others come back with what to mend. */
export async function submitRows(
  context: TransactionContext,
  { form, period, rows }: z.output<typeof submissionInput>,
  dependencies: ReturnDependencies,
): Promise<z.input<typeof submissionOutput>> {
  const asked = findAsked(form, period, dependencies.today());
  const checking = await prepare(context, { asked, codes: rows.map((one) => one.area) }, dependencies);
  const seen = new Set<string>();
  const problems: z.input<typeof submissionOutput>['problems'] = [];
  let accepted = 0;
  for (const [index, written] of rows.entries()) {
    const isSecond = seen.has(written.area.trim());
    const checked = isSecond ? { problems: [twice()] } : checkWritten(context, written, checking);
    seen.add(written.area.trim());
    if ('row' in checked) {
      await storeReturn(context, asked, checked.row);
      accepted += 1;
    } else problems.push(...checked.problems.map((one) => ({ row: index + 1, area: written.area, ...one })));
  }
  return { accepted, problems };
}

/** Reports the numbers of one or many areas for a period. */
export const submitReturns = (dependencies: ReturnDependencies) =>
  defineOperation({
    name: 'statistics/submit-returns',
    kind: 'command',
    summary: text('填报报表', 'Report the numbers of a return'),
    permission: 'returns:submit',
    input: submissionInput,
    output: submissionOutput,
    handle: (context, input) => submitRows(context, input, dependencies),
  });

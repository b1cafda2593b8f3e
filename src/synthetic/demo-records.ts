import { type DemoRecords, demoRecords2013 } from '../../policy/payment/index.ts';
import type { DivisionTree } from '../areas/index.ts';
import { type AreaCode, type CalendarDate, calendarDate } from '../language/index.ts';
import { weightOf } from './demo-returns.ts';
import { apportion } from './random.ts';

type Row = Readonly<Record<string, unknown>>;

interface Given {
  readonly today: CalendarDate;
  readonly at: Date;
  readonly newId: () => string;
}

const LAST_DAY = calendarDate('2013-12-31');

/** Parts of a number that add up to it: the last takes what is left. */
function partsOf({ split }: DemoRecords, amounts: Readonly<Record<string, number>>) {
  if (!split) return {};
  const whole = amounts[split.of] ?? 0;
  const parts = Object.entries(split.into).map(([key, share]) => [key, Math.round(whole * share)] as const);
  const rest = whole - parts.reduce((sum, [, part]) => sum + part, 0);
  return { ...Object.fromEntries(parts), [split.rest]: rest };
}

function recordsOf(demo: DemoRecords, tree: DivisionTree, { today, at, newId }: Given): readonly Row[] {
  const counties = tree.list('county', LAST_DAY).map(({ code }) => code);
  const weights = counties.map((code) => weightOf(tree, code));
  const shares = Object.entries(demo.totals).map(
    ([item, total]) => [item, apportion(total, weights)] as const,
  );
  return counties.map((code: AreaCode, index) => {
    const amounts = Object.fromEntries(shares.map(([item, parts]) => [item, parts[index] ?? 0]));
    return {
      record_id: newId(),
      project: demo.project,
      day: demo.day,
      area_code: code,
      person_id: null,
      household_id: null,
      part_of: null,
      amounts: { ...amounts, ...partsOf(demo, amounts) },
      details: null,
      recorded_at: at,
      recorded_by: 'synthetic',
      voided_on: null,
      voided_by: null,
      area_scope: tree.resolve(code, today),
    };
  });
}

/** What was given in kind in 2013, by county, without anybody in it. */
export const demoRecords = (tree: DivisionTree, given: Given): readonly Row[] =>
  demoRecords2013.flatMap((demo) => recordsOf(demo, tree, given));

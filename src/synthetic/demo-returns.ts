import { type DemoTotal, demoSums2013, demoTotals2013, returnForms } from '../../policy/returns/index.ts';
import type { DivisionTree } from '../areas/index.ts';
import {
  type AreaCode,
  ancestorCode,
  calendarDate,
  parsePeriod,
  type ReportingPeriod,
  type ReturnForm,
} from '../language/index.ts';
import type { Amounts } from '../statistics/index.ts';
import { censusMargins } from './margins.ts';
import { apportion, mix } from './random.ts';

/** The year of which the demonstration has returns. */
const YEAR = '2013';
const CENSUS = calendarDate('2020-11-01');

export interface DemoReturn {
  readonly area: AreaCode;
  readonly form: ReturnForm;
  readonly period: ReportingPeriod;
  readonly amounts: Amounts;
}

/** People of each county at the census: how the demonstration spreads its totals. */
const peopleOf = new Map(censusMargins(1).map((margin) => [margin.code.padEnd(12, '0'), margin.total]));

/** The county of 2013 that became another is counted with the people of what it is now. */
export const weightOf = (tree: DivisionTree, area: AreaCode): number =>
  peopleOf.get(tree.resolve(ancestorCode(area, 'county'), CENSUS)) ?? 1;

/** An order of our own, the same for every choice: a smaller one lies within a larger. */
const inChoosingOrder = (areas: readonly AreaCode[]): readonly number[] =>
  areas
    .map((area, index) => ({ index, key: mix(Number(area.slice(0, 6)), Number(area.slice(6))) }))
    .sort((a, b) => a.key - b.key)
    .map(({ index }) => index);

function spread({ total, spread: way }: DemoTotal, areas: readonly AreaCode[], tree: DivisionTree) {
  switch (way) {
    case 'each':
      return areas.map(() => total);
    case 'none':
      return areas.map(() => 0);
    case 'by people':
      return apportion(
        total,
        areas.map((area) => weightOf(tree, area)),
      );
    case 'one for some': {
      const chosen = new Set(inChoosingOrder(areas).slice(0, total));
      return areas.map((_, index) => (chosen.has(index) ? 1 : 0));
    }
  }
}

function returnsOf(form: ReturnForm, tree: DivisionTree): readonly DemoReturn[] {
  const period = parsePeriod(form.every, YEAR);
  if (!period) throw new Error(`the demonstration has no period of ${form.key}`);
  const areas = tree.list(form.level, period.to).map((division) => division.code);
  const columns = demoTotals2013
    .filter((one) => one.form === form.key)
    .map((one) => [one.item, spread(one, areas, tree)] as const);
  return areas.map((area, index) => ({
    area,
    form,
    period,
    amounts: withSums(form, Object.fromEntries(columns.map(([item, values]) => [item, values[index] ?? 0]))),
  }));
}

const withSums = (form: ReturnForm, amounts: Amounts): Amounts => ({
  ...amounts,
  ...Object.fromEntries(
    demoSums2013
      .filter((one) => one.form === form.key)
      .map(({ item, of }) => [item, of.reduce((sum, part) => sum + (amounts[part] ?? 0), 0)]),
  ),
});

/** Returns that add up to what the city published for 2013; how they lie over the areas is made up. */
export const demoReturns = (tree: DivisionTree): readonly DemoReturn[] =>
  returnForms
    .filter(({ key }) => demoTotals2013.some(({ form }) => form === key))
    .flatMap((form) => returnsOf(form, tree));

import { type Combination, type Indicator, type Text, text } from '../../src/language/index.ts';

const source = text('2013 年度工作报告所列事项', 'items of the annual work report for 2013');

/** Rooms whose records will take the place of what areas report. */
export const rooms = {
  surveys: text('抽样调查（待建）', 'sample surveys (to be built)'),
  projection: text('人口预测（待建）', 'population projection (to be built)'),
} as const;

export const sum = (...measures: readonly string[]): Combination => ({
  terms: measures.map((measure) => ({ measure, times: 1 })),
  dividedBy: 1,
});

interface Reported extends Partial<Omit<Indicator, 'numerator' | 'denominator'>> {
  readonly key: string;
  readonly label: Text;
  readonly unit: Indicator['unit'];
  readonly definition: Text;
  readonly numerator?: Combination;
}

const defaults = {
  version: 1,
  population: 'none',
  factor: 1,
  decimals: 0,
  direction: 'neither',
  source,
  about: 'units',
  status: 'live',
} as const;

/** A number that areas report, added up; the item of the return has the indicator's key unless said otherwise. */
export const total = ({ numerator, ...rest }: Reported): Indicator => ({
  ...defaults,
  numerator: numerator ?? sum(rest.key),
  denominator: null,
  ...rest,
});

/** An amount of money: reported in fen, shown in yuan. */
export const money = (rest: Omit<Reported, 'unit'>): Indicator =>
  total({ numerator: { ...sum(rest.key), dividedBy: 100 }, ...rest, unit: 'yuan' });

interface Share extends Omit<Reported, 'unit' | 'numerator'> {
  readonly part: string;
  readonly whole: string;
  readonly unit?: Indicator['unit'];
}

/** One reported number as a share of another, in percent unless said otherwise. */
export const share = ({ part, whole, ...rest }: Share): Indicator => ({
  ...defaults,
  unit: 'percent',
  factor: 100,
  direction: 'higher is better',
  ...rest,
  numerator: sum(part),
  denominator: sum(whole),
});

import {
  type CheckupItem,
  type ChoicePart,
  checkupItems,
  type Examined,
  type NumberPart,
  type Part,
} from '../../policy/health/index.ts';
import { type Text, text } from '../language/index.ts';
import { DomainError } from '../platform/index.ts';

/** What the laboratory wrote, as it is typed. */
export interface GivenValue {
  readonly part: string;
  readonly value: number | string | boolean;
  readonly unit?: string | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

export const flags = ['normal', 'low', 'high', 'outside', 'none'] as const;
export type Flag = (typeof flags)[number];

/** A value as it is kept: with the range against which it was flagged. */
export interface KeptValue {
  readonly value: number | string | boolean;
  readonly unit: string | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly flag: Flag;
}

interface Declared {
  readonly item: CheckupItem;
  readonly part: Part;
}

const declared = new Map<string, Declared>(
  checkupItems.flatMap((item) => item.parts.map((part) => [part.key, { item, part }] as const)),
);

const wrong = (key: string, message: Text, remedy: Text) =>
  new DomainError({ code: 'invalid_input', field: `results.${key}`, message, remedy });

const named = ({ label }: Part, zh: string, en: string): Text =>
  text(`“${label.zh}”${zh}`, `"${label.en}" ${en}`);

const unknownPart = (key: string) =>
  wrong(
    key,
    text(`检查项目中没有“${key}”。`, `The check-up has no item "${key}".`),
    text('请从 19 项的列表中选择。', 'Choose one from the list of the 19 items.'),
  );

const notForMen = (part: Part) =>
  wrong(
    part.key,
    named(part, '只为女方检查。', 'is examined in the woman alone.'),
    text('请核对检查的是哪一方。', 'Check who was examined.'),
  );

function findPart(key: string, examined: Examined): Part {
  const found = declared.get(key);
  if (!found) throw unknownPart(key);
  const { of, confirmLocally } = found.item.whom;
  if (of === 'woman' && examined === 'man' && !confirmLocally) throw notForMen(found.part);
  return found.part;
}

function requireNumber(part: NumberPart, { value, unit }: GivenValue): number {
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw wrong(
      part.key,
      named(part, '要填数字。', 'needs a number.'),
      text(`单位：${part.unit}。`, `In ${part.unit}.`),
    );
  if (unit !== part.unit)
    throw wrong(
      part.key,
      named(part, `的单位应为 ${part.unit}。`, `is given in ${part.unit}.`),
      text('请按化验单换算后填写。', 'Convert what the laboratory wrote.'),
    );
  const { low, high } = part.possible;
  if (value >= low && value <= high) return value;
  throw wrong(
    part.key,
    named(part, `不可能是 ${String(value)} ${part.unit}。`, `cannot be ${String(value)} ${part.unit}.`),
    text(
      `请核对数字和单位；可填 ${String(low)} 至 ${String(high)}。`,
      `Check number and unit; ${String(low)} to ${String(high)} can be given.`,
    ),
  );
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** The range of the rule, or the one that the laboratory printed beside its result. */
function rangeOf({ key, range, ...part }: NumberPart, given: GivenValue, examined: Examined): Range | null {
  if (range.setBy === 'nobody') return null;
  if (range.setBy === 'rule') return range[examined];
  const { low, high } = given;
  if (low !== undefined && high !== undefined && low < high) return { low, high };
  throw wrong(
    key,
    text(`“${part.label.zh}”没有参考范围。`, `"${part.label.en}" has no reference range.`),
    text(
      '请填写化验单上的参考范围下限和上限。',
      'Give the lower and upper limit that the laboratory printed.',
    ),
  );
}

function flagOf(value: number, range: Range | null): Flag {
  if (range === null) return 'none';
  if (value < range.low) return 'low';
  return value > range.high ? 'high' : 'normal';
}

function readNumber(part: NumberPart, given: GivenValue, examined: Examined): KeptValue {
  const value = requireNumber(part, given);
  const range = rangeOf(part, given, examined);
  return {
    value,
    unit: part.unit,
    low: range?.low ?? null,
    high: range?.high ?? null,
    flag: flagOf(value, range),
  };
}

const plain = (value: string | boolean, flag: Flag): KeptValue => ({
  value,
  unit: null,
  low: null,
  high: null,
  flag,
});

function readChoice(part: ChoicePart, { value }: GivenValue): KeptValue {
  const chosen = part.values.find((one) => one.value === value);
  if (chosen) return plain(chosen.value, chosen.normal ? 'normal' : 'outside');
  const list = (locale: 'zh' | 'en') => part.values.map((one) => one.label[locale]);
  throw wrong(
    part.key,
    named(part, '的结果无法识别。', 'cannot be read.'),
    text(`请填写：${list('zh').join('、')}。`, `Write one of: ${list('en').join(', ')}.`),
  );
}

function readDone(part: Part, { value }: GivenValue): KeptValue {
  if (typeof value === 'boolean') return plain(value, 'none');
  throw wrong(
    part.key,
    named(part, '只填是否完成。', 'is either done or not.'),
    text('请选择是或者否。', 'Choose yes or no.'),
  );
}

function readOne(given: GivenValue, examined: Examined): KeptValue {
  const part = findPart(given.part, examined);
  if (part.kind === 'number') return readNumber(part, given, examined);
  return part.kind === 'choice' ? readChoice(part, given) : readDone(part, given);
}

/** Results by part, each flagged against its range; the first that is wrong is refused in the words of the form. */
export const readValues = (
  given: readonly GivenValue[],
  examined: Examined,
): Readonly<Record<string, KeptValue>> =>
  Object.fromEntries(given.map((one) => [one.part, readOne(one, examined)]));

const isThere = (part: Part, kept: Readonly<Record<string, KeptValue>>) =>
  part.kind === 'done' ? kept[part.key]?.value === true : kept[part.key] !== undefined;

/** Items that are still to come for this person. */
export const missingItems = (
  kept: Readonly<Record<string, KeptValue>>,
  examined: Examined,
): readonly CheckupItem[] =>
  checkupItems
    .filter((item) => !item.recordedApart && (item.whom.of === 'both' || examined === 'woman'))
    .filter((item) => !item.parts.every((part) => isThere(part, kept)));

const FACTORS: ReadonlySet<Flag> = new Set(['low', 'high', 'outside']);

export const flaggedValues = (kept: Readonly<Record<string, KeptValue>>): readonly string[] =>
  Object.entries(kept)
    .filter(([, { flag }]) => FACTORS.has(flag))
    .map(([key]) => key);

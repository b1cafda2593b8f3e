import type { CheckupItem, CheckupPart, Subject } from './answers.ts';

/** One line of the form as it is typed. */
export interface TypedResult {
  readonly value: string;
  readonly low: string;
  readonly high: string;
}
export type TypedResults = Readonly<Record<string, TypedResult>>;

export const nothingTyped: TypedResult = { value: '', low: '', high: '' };

/** A number as people type it; undefined where there is none. */
function numberIn(typed: string): number | undefined {
  const plain = typed.trim().replace(',', '.');
  return plain === '' || !Number.isFinite(Number(plain)) ? undefined : Number(plain);
}

/** What cannot be read is sent as it is typed: the server says what is wrong with it. */
function valueOf({ kind }: CheckupPart, typed: string): number | string | boolean {
  if (kind === 'done') return typed === 'yes';
  return kind === 'number' ? (numberIn(typed) ?? typed) : typed;
}

function resultOf(part: CheckupPart, { value, low, high }: TypedResult) {
  const given = { part: part.key, value: valueOf(part, value.trim()) };
  if (part.kind !== 'number') return given;
  return { ...given, unit: part.unit ?? '', low: numberIn(low), high: numberIn(high) };
}

/** The items that are examined in this person. */
export const itemsFor = (items: readonly CheckupItem[], subject: Subject): readonly CheckupItem[] =>
  items.filter((item) => item.of === 'both' || subject === 'woman');

/** What was filled in, as the operation takes it. */
export const resultsIn = (items: readonly CheckupItem[], typed: TypedResults) =>
  items
    .flatMap((item) => item.parts)
    .map((part) => ({ part, line: typed[part.key] ?? nothingTyped }))
    .filter(({ line }) => line.value.trim() !== '')
    .map(({ part, line }) => resultOf(part, line));

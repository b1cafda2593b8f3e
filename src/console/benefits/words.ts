import { hukouKinds, type Locale, type Text } from '../../language/index.ts';
import { ApiError, useAnswer } from '../api.ts';
import { formatNumber } from '../format.ts';
import { type MessageKey, useWording, type Wording } from '../messages.ts';

const FEN = 100;
const DECIMALS = 2;

/** Money as it is read: kept in fen, shown in yuan with both decimals. */
export const yuan = (fen: number | null, locale: Locale): string =>
  formatNumber(fen === null ? null : fen / FEN, DECIMALS, locale);

/** Money as it is typed, `1,200.5`; null when it cannot be read to the fen. */
export function fenOf(typed: string): number | null {
  const [, whole = '', part = ''] =
    /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(typed.replaceAll(/[,，\s]/g, '')) ?? [];
  return whole === '' ? null : Number(whole) * FEN + Number(part.padEnd(DECIMALS, '0'));
}

/** The same, or what is wrong with it beside its question. */
export function readYuan(typed: string, field: string, { say }: Wording): number {
  const fen = fenOf(typed);
  if (fen === null)
    throw new ApiError('invalid_input', say('noYuan'), { remedy: say('noYuanRemedy'), field });
  return fen;
}

/** The month of a day. */
export const monthOf = (day: string): string => day.slice(0, 'yyyy-mm'.length);

interface PaidLine {
  readonly fromMonth: string | null;
  readonly toMonth: string | null;
  readonly fen: number;
  readonly arrearsFen: number;
}

/** The months of a line; without any it has what failed before, or arrears alone. */
export function lineMonths({ fromMonth, toMonth, fen, arrearsFen }: PaidLine, { say }: Wording): string {
  if (fromMonth !== null && toMonth !== null) return `${monthOf(fromMonth)} ~ ${monthOf(toMonth)}`;
  return say(fen === arrearsFen ? 'arrearsOnly' : 'againAfterFailure');
}

/** The amount of a line, and how much of it are arrears. */
export function lineAmount({ fen, arrearsFen }: PaidLine, { say, locale }: Wording): string {
  const part = arrearsFen === 0 ? '' : say('ofWhichArrears', { amount: yuan(arrearsFen, locale) });
  return part === '' ? yuan(fen, locale) : `${yuan(fen, locale)}${say('inUnit', { unit: part })}`;
}

export interface Programmes {
  readonly all: readonly { readonly key: string; readonly title: Text }[];
  readonly titleOf: (key: string) => string;
}

/** The programmes with their names; a key stands for itself until they are there. */
export function useProgrammes(): Programmes {
  const { read } = useWording();
  const { data } = useAnswer('benefits/list-programmes', {});
  const all = data?.programmes ?? [];
  const titleOf = (key: string) => {
    const title = all.find((one) => one.key === key)?.title;
    return title ? read(title) : key;
  };
  return { all, titleOf };
}

const VARIANTS: Readonly<Record<string, MessageKey>> = {
  standard: 'variant_standard',
  loss: 'variant_loss',
  'loss-urban': 'variant_loss_urban',
  disability: 'variant_disability',
  'disability-urban': 'variant_disability_urban',
  'grade-1': 'variant_grade_1',
  'grade-2': 'variant_grade_2',
  'grade-3': 'variant_grade_3',
};

export const variantWords = (variant: string, { say }: Wording): string => {
  const key = VARIANTS[variant];
  return key ? say(key) : variant;
};

export const entitlementPlaces = [
  'proposed',
  'active',
  'paused',
  'ending',
  'appealed',
  'ended',
  'declined',
] as const;

export const placeWords = (place: string, { say }: Wording): string => {
  const known = entitlementPlaces.find((one) => one === place);
  return known ? say(`place_${known}`) : place;
};

const isHukouKind = (value: unknown): value is (typeof hukouKinds)[number] =>
  hukouKinds.some((kind) => kind === value);

/** A fact or a threshold as it is read. */
export function plainWords(value: string | number | boolean | null, { say, locale }: Wording): string {
  if (value === null) return say('nothing');
  if (isHukouKind(value)) return say(`hukou_${value}`);
  if (typeof value === 'boolean') return say(value ? 'yesWord' : 'noWord');
  return typeof value === 'number' ? formatNumber(value, 0, locale) : value;
}

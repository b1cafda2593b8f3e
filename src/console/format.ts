import type { Locale, Text } from '../language/index.ts';

/** A number with thousands separators; "—" where there is none. */
export const formatNumber = (value: number | null, decimals: number, locale: Locale): string =>
  value === null
    ? '—'
    : new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en', {
        minimumFractionDigits: decimals === 1 && Number.isInteger(value) ? 0 : decimals,
        maximumFractionDigits: decimals,
      }).format(value);

const ATTACHED = ['percent', 'per mille'];

interface Measured {
  readonly unit: string;
  readonly unitLabel: Text;
  readonly decimals: number;
}

/** Number and unit: `1.96‰`, `3,901 户`. */
export function formatMeasured(
  value: number | null,
  { unit, unitLabel, decimals }: Measured,
  locale: Locale,
): string {
  const number = formatNumber(value, decimals, locale);
  if (value === null) return number;
  return `${number}${ATTACHED.includes(unit) ? '' : ' '}${unitLabel[locale]}`;
}

const FEN = 100;

/** How a reported number is shown and typed: money in yuan, everything else as it is. */
export const shownAmount = (unit: string, amount: number | undefined): string =>
  amount === undefined ? '' : String(unit === 'yuan' ? amount / FEN : amount);

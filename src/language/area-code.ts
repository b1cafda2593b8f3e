declare const areaCodeBrand: unique symbol;

/** A 12-digit statistical division code (province 2, city 4, county 6, township 9, village 12 digits). */
export type AreaCode = string & { readonly [areaCodeBrand]: true };

export type AreaLevel = 'province' | 'city' | 'county' | 'township' | 'village';

const SHAPE = /^[1-9]\d{11}$/;
const DIGITS: Readonly<Record<AreaLevel, number>> = {
  province: 2,
  city: 4,
  county: 6,
  township: 9,
  village: 12,
};

export const areaLevels: readonly AreaLevel[] = ['province', 'city', 'county', 'township', 'village'];

/** The code that `value` writes: 12 digits, or a shorter one (`510703`) padded with zeros; null otherwise. */
export function parseAreaCode(value: string): AreaCode | null {
  const padded = /^\d{2,12}$/.test(value) ? value.padEnd(12, '0') : value;
  return SHAPE.test(padded) ? (padded as AreaCode) : null;
}

/** For declarations: a code written in source; a malformed one is a bug and throws. */
export function areaCode(value: string): AreaCode {
  const code = parseAreaCode(value);
  if (!code) throw new Error(`not a division code: ${value}`);
  return code;
}

/** The level that the trailing zeros of `code` say. */
export function areaLevel(code: AreaCode): AreaLevel {
  return areaLevels.find((level) => /^0*$/.test(code.slice(DIGITS[level]))) ?? 'village';
}

/** The code of the division of `level` that `code` lies in, by its digits. */
export const ancestorCode = (code: AreaCode, level: AreaLevel): AreaCode =>
  code.slice(0, DIGITS[level]).padEnd(12, '0') as AreaCode;

/** The digits that are not padding: `510703000000` → `510703`. */
export const significantDigits = (code: AreaCode): string => code.slice(0, DIGITS[areaLevel(code)]);

/** Half-open range of codes inside `code`, for comparisons under collation "C". `~` sorts after every digit. */
export function areaRange(code: AreaCode): { readonly from: string; readonly to: string } {
  const prefix = significantDigits(code);
  return { from: prefix, to: `${prefix}~` };
}

/** True when `inner` lies in `outer` or is it. */
export const areaContains = (outer: AreaCode, inner: AreaCode): boolean =>
  inner.startsWith(significantDigits(outer));

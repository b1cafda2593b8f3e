import type { Locale } from '../../language/index.ts';

/** Digits as they are said on the telephone: 幺 for one, which is not taken for seven. */
const SPOKEN = '零幺二三四五六七八九';

/** A case number in the groups in which it is read out: `2026 11 27 048 213 5`. */
export function groupsOf(number: string): readonly string[] {
  const digits = number.replace(/\D/g, '');
  const cuts = [0, 4, 6, 8, 11, 14, digits.length];
  return cuts.slice(1).map((end, index) => digits.slice(cuts[index], end));
}

/** The groups as they are said. */
export const spoken = (groups: readonly string[], locale: Locale): string =>
  groups
    .map((group) =>
      locale === 'zh'
        ? group.replace(/\d/g, (digit) => SPOKEN.charAt(Number(digit)))
        : group.split('').join(' '),
    )
    .join(locale === 'zh' ? '，' : ' – ');

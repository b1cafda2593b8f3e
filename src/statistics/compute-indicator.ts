import type { Combination, Indicator } from '../language/index.ts';

/** An exact fraction: numerator over a positive whole denominator. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** An indicator in one area and period: its parts exactly, and the value rounded as it is published. */
export interface IndicatorValue {
  readonly numerator: number;
  readonly denominator: number | null;
  /** Null where there is nothing to divide by. */
  readonly value: number | null;
}

function combine(combination: Combination, counts: ReadonlyMap<string, number>): Fraction {
  const sum = combination.terms.reduce(
    (total, { measure, times }) => total + BigInt(times) * BigInt(counts.get(measure) ?? 0),
    0n,
  );
  return { over: sum, under: BigInt(combination.dividedBy) };
}

const abs = (value: bigint) => (value < 0n ? -value : value);

/** `over / under` rounded half away from zero to `decimals` digits, without passing through binary fractions. */
function rounded({ over, under }: Fraction, decimals: number): number {
  const scale = 10n ** BigInt(decimals);
  const [a, b] = under < 0n ? [-over, -under] : [over, under];
  const units = (abs(a) * scale * 2n + b) / (b * 2n);
  const digits = units.toString().padStart(decimals + 1, '0');
  const written = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  const value = Number(written);
  return a < 0n && value !== 0 ? -value : value;
}

const asNumber = (fraction: Fraction) => Number(fraction.over) / Number(fraction.under);

/** numerator ÷ denominator × factor, exact until the one rounding at the end. */
export function computeIndicator(indicator: Indicator, counts: ReadonlyMap<string, number>): IndicatorValue {
  const numerator = combine(indicator.numerator, counts);
  if (!indicator.denominator) {
    return {
      numerator: asNumber(numerator),
      denominator: null,
      value: rounded(numerator, indicator.decimals),
    };
  }
  const denominator = combine(indicator.denominator, counts);
  const parts = { numerator: asNumber(numerator), denominator: asNumber(denominator) };
  if (denominator.over === 0n) return { ...parts, value: null };
  const quotient = {
    over: numerator.over * denominator.under * BigInt(indicator.factor),
    under: numerator.under * denominator.over,
  };
  return { ...parts, value: rounded(quotient, indicator.decimals) };
}

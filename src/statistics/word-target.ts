import { type Target, type Text, text, type Unit } from '../language/index.ts';

export interface OverTarget {
  /** How far beyond the target, in `unit`; negative when the target was missed. */
  readonly amount: number;
  readonly unit: string;
  readonly text: Text;
}

interface Difference {
  readonly amount: number;
  readonly unit: string;
  readonly zh: string;
  readonly en: string;
}

const rounded = (value: number, decimals: number) => {
  const result = Math.round((value + Number.EPSILON) * 10 ** decimals) / 10 ** decimals;
  return result === 0 ? 0 : result;
};
const digits = (value: number, decimals: number) => Math.abs(value).toFixed(decimals);

/** How reports of this kind count a distance from a target: points for rates, percent of the target for counts. */
function difference(
  unit: Unit,
  beyond: number,
  of: { readonly target: number; readonly decimals: number },
): Difference {
  const points = rounded(beyond, of.decimals);
  const size = digits(points, of.decimals);
  const worded = pointWords[unit];
  return worded ? { amount: points, ...worded(size) } : ofTarget(beyond, of.target);
}

/** Ratios are counted in points, everything else in percent of the target. */
const pointWords: Partial<Readonly<Record<Unit, (size: string) => Omit<Difference, 'amount'>>>> = {
  percent: (size) => ({
    unit: 'percentage points',
    zh: `${size} 个百分点`,
    en: `${size} percentage points`,
  }),
  'per mille': (size) => ({
    unit: 'per-mille points',
    zh: `${size} 个千分点`,
    en: `${size} per-mille points`,
  }),
  'boys per 100 girls': (size) => ({
    unit: 'boys per 100 girls',
    zh: size,
    en: `${size} boys per 100 girls`,
  }),
};

function ofTarget(beyond: number, target: number): Difference {
  const percent = rounded((100 * beyond) / target, 1);
  const size = digits(percent, 1);
  return { amount: percent, unit: 'percent of target', zh: `${size}%`, en: `${size} % of the target` };
}

export interface Achievement {
  readonly value: number;
  readonly target: Pick<Target, 'value' | 'sense'>;
  readonly unit: Unit;
  readonly decimals: number;
}

/** The wording of a result against its target, in both languages; lower-is-better targets are stayed within. */
export function wordTarget({ value, target, unit, decimals }: Achievement): OverTarget {
  const atMost = target.sense === 'at most';
  const beyond = atMost ? target.value - value : value - target.value;
  const { amount, unit: amountUnit, zh, en } = difference(unit, beyond, { target: target.value, decimals });
  const worded = (sentence: Text): OverTarget => ({ amount, unit: amountUnit, text: sentence });
  if (amount === 0) return worded(text('与目标持平', 'exactly on target'));
  if (amount < 0) {
    return worded(
      atMost
        ? text(`超出控制目标 ${zh}`, `above the limit by ${en}`)
        : text(`未达到目标，差 ${zh}`, `short of the target by ${en}`),
    );
  }
  return worded(
    atMost
      ? text(`控制在目标以内，低 ${zh}`, `within the target by ${en}`)
      : text(`超过目标 ${zh}`, `above the target by ${en}`),
  );
}

import {
  type AreaCode,
  areaContains,
  type Indicator,
  significantDigits,
  type Target,
} from '../language/index.ts';

/** What an area undertook in a year: its own target, or the nearest above it that holds for the areas below too. */
export function targetOf(
  targets: readonly Target[],
  indicator: Indicator,
  at: { readonly area: AreaCode; readonly year: number },
): Target | null {
  const candidates = targets
    .filter((one) => one.indicator === indicator.key && one.year === at.year)
    .filter((one) => one.area === at.area || (one.holdsBelow && areaContains(one.area, at.area)))
    .toSorted((a, b) => significantDigits(b.area).length - significantDigits(a.area).length);
  return candidates[0] ?? null;
}

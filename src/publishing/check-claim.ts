import type { PublishedFigure } from '../language/index.ts';
import type { CellValue } from './edition.ts';

const APPROXIMATELY = 0.05;

/** Whether a value stands in the relation in which the city published its number; null when there is nothing to compare. */
export function claimSupported(
  value: CellValue,
  published: PublishedFigure | undefined,
  decimals: number,
): boolean | null {
  if (!published || typeof value !== 'number') return null;
  switch (published.relation) {
    case '=':
      return value.toFixed(decimals) === published.value.toFixed(decimals);
    case '<=':
      return value <= published.value;
    case '>=':
      return value >= published.value;
    case '~':
      return Math.abs(value - published.value) <= APPROXIMATELY * Math.abs(published.value);
  }
}

/** A made-up city is led to what was published, not to its last digit. */
const LED_TO = 0.01;

/** The same for a number that is as much smaller as the made-up city: what was published is made as small first. */
export function claimSupportedAtScale(
  value: CellValue,
  published: PublishedFigure | undefined,
  scale: number,
): boolean | null {
  if (!published || typeof value !== 'number') return null;
  const wanted = published.value * scale;
  const isNear = Math.abs(value - wanted) <= LED_TO * Math.abs(wanted);
  if (published.relation === '<=') return isNear || value <= wanted;
  return published.relation === '>=' ? isNear || value >= wanted : isNear;
}

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

import type { Indicator } from '../../src/language/index.ts';
import { administrationIndicators } from './administration.ts';
import { benefitIndicators } from './benefits.ts';
import { documentIndicators } from './documents.ts';
import { populationIndicators } from './population.ts';
import { foundationIndicators, serviceIndicators } from './services.ts';

export { measures } from './measures.ts';
export { targets } from './targets.ts';

/** Every indicator, in the order of the report's sections. */
export const indicators: readonly Indicator[] = [
  ...populationIndicators,
  ...documentIndicators,
  ...benefitIndicators,
  ...administrationIndicators,
  ...serviceIndicators,
  ...foundationIndicators,
];

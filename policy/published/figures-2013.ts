import type { PublishedFigure } from '../../src/language/index.ts';

/** What the city's work report for 2013 said, and how it meant the number. */
export const published2013: readonly PublishedFigure[] = [
  { key: 'policy_compliant_birth_rate', year: 2013, value: 90.46, relation: '=' },
  { key: 'natural_increase_rate', year: 2013, value: 1.96, relation: '=' },
  { key: 'sex_ratio_at_birth', year: 2013, value: 110, relation: '<=' },
];

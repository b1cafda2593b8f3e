import type { PublishedFigure } from '../../src/language/index.ts';
import { published2013 } from './figures-2013.ts';

export const publishedFigures: readonly PublishedFigure[] = [...published2013];

/** What the city published of 2013 under a key; a key of which nothing was published is a bug and throws. */
export function publishedOf2013(key: string): number {
  const found = publishedFigures.find((one) => one.key === key && one.year === 2013);
  if (!found) throw new Error(`nothing was published of ${key}`);
  return found.value;
}

import type { PublishedFigure } from '../../src/language/index.ts';
import { published2013 } from './figures-2013.ts';

export const publishedFigures: readonly PublishedFigure[] = [...published2013];

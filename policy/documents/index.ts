import type { LibraryDocument } from '../../src/language/index.ts';
import { documentsOf2013 } from './circulars.ts';
import { procedures } from './procedures.ts';
import { targetSystemExplained } from './target-system.ts';

/** The documents with which the demonstration library opens. */
export const libraryOfTheDemonstration: readonly LibraryDocument[] = [
  ...documentsOf2013,
  ...procedures,
  targetSystemExplained,
];

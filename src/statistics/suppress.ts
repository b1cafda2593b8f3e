/** Counts from 1 to one less than this are withheld wherever figures leave the statistics room. */
export const SUPPRESSION_THRESHOLD = 5;

/** One cell of a public table: the counts that stand behind its value. */
export interface TableCell {
  readonly counts: readonly number[];
}

const isSmall = (count: number) => count > 0 && count < SUPPRESSION_THRESHOLD;
const smallest = (cell: TableCell) => Math.min(...cell.counts.filter((count) => count > 0));

/**
 * Which cells of a table with a published total are withheld. A cell is withheld when any count behind it is small;
 * when that would be exactly one cell, the next smallest goes too, because the one could otherwise be had by
 * subtraction from the total. (Statistical disclosure practice: threshold rule with the simplest complementary
 * suppression; differencing between tables is the statistics room's later work.)
 */
export function suppressedCells(cells: readonly TableCell[]): readonly boolean[] {
  const primary = cells.map((cell) => cell.counts.some(isSmall));
  if (primary.filter(Boolean).length !== 1) return primary;
  const candidates = cells
    .map((cell, index) => ({ index, size: smallest(cell) }))
    .filter(({ index, size }) => primary[index] !== true && Number.isFinite(size))
    .sort((a, b) => a.size - b.size);
  const companion = candidates[0]?.index;
  return primary.map((withheld, index) => withheld || index === companion);
}

import { text } from '../../language/index.ts';
import type { ImportKind } from '../tables.ts';
import { type Problem, wrongRow } from './problem.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import type { Unit } from './take-in.ts';

const repeated = (line: number) =>
  wrongRow(
    text(`与第 ${line} 行完全相同。`, `The same as line ${line}.`),
    text(
      '删去重复的一行；确为两人的，写明区别。',
      'Delete one of them; of two people, say what tells them apart.',
    ),
  );

/** The household that a row belongs to; null when it stands by itself. */
function groupOf(kind: ImportKind, { cells }: SheetRow): string | null {
  const number = cells['householdNumber'] ?? '';
  if (kind === 'events' || number === '') return null;
  const village = cells['registeredVillage'] || cells['residentVillage'];
  return kind === 'persons' ? JSON.stringify([village, number]) : number;
}

/** What of a file comes in together, in the order of the file; the same row twice is a mistake. */
export function unitsOf(
  kind: ImportKind,
  { rows }: Sheet,
): { readonly units: readonly Unit[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const groups = new Map<string, SheetRow[]>();
  for (const row of rows) {
    const earlier = seen.get(row.digest);
    if (earlier !== undefined) {
      problems.push({ line: row.line, ...repeated(earlier) });
      continue;
    }
    seen.set(row.digest, row.line);
    const key = groupOf(kind, row) ?? `line ${row.line}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return { units: [...groups.values()].map((members) => ({ rows: members })), problems };
}

/** Units in parts of at least `size` rows, but for the last. */
export function partsOf(units: readonly Unit[], size: number): readonly (readonly Unit[])[] {
  const parts: Unit[][] = [];
  let rows = size;
  for (const unit of units) {
    if (rows >= size) {
      parts.push([]);
      rows = 0;
    }
    parts.at(-1)?.push(unit);
    rows += unit.rows.length;
  }
  return parts;
}

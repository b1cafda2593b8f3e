import { writeCsv } from '../platform/index.ts';

export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

const show = (cell: Cell | undefined) => (cell === null || cell === undefined ? '—' : String(cell));

/** East Asian characters are two columns wide in a terminal. */
const width = (value: string) =>
  Array.from(value).reduce(
    (sum, char) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        char,
      )
        ? 2
        : 1),
    0,
  );

const pad = (value: string, wanted: number, right: boolean) => {
  const space = ' '.repeat(Math.max(0, wanted - width(value)));
  return right ? space + value : value + space;
};

/** Rows as an aligned table, numbers to the right. */
export function asTable(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const widths = columns.map((column) =>
    Math.max(width(column), ...rows.map((row) => width(show(row[column])))),
  );
  const line = (cells: readonly string[], numeric: (index: number) => boolean) =>
    cells
      .map((cell, index) => pad(cell, widths[index] ?? 0, numeric(index)))
      .join('  ')
      .trimEnd();
  const isNumber = (row: Row) => (index: number) => typeof row[columns[index] ?? ''] === 'number';
  return [
    line(columns, () => false),
    ...rows.map((row) =>
      line(
        columns.map((column) => show(row[column])),
        isNumber(row),
      ),
    ),
  ].join('\n');
}

/** Rows as CSV with header. */
export function asCsv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => columns.map((column) => String(row[column] ?? '')));
  return writeCsv([columns, ...cells]);
}

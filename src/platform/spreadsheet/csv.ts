import { parse } from 'csv-parse/sync';

/** What a spreadsheet would run as a formula (OWASP ASVS 5.0 V1.2.10). */
const FORMULA = /^[=+\-@\t\r]/;
const MARKED = /^'(?=[=+\-@\t\r])/;

/** A cell that a spreadsheet would run as a formula is marked as text. */
const neutral = (value: string) => (FORMULA.test(value) && Number.isNaN(Number(value)) ? `'${value}` : value);

const csvCell = (value: string) => {
  const safe = neutral(value);
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as CSV (RFC 4180) whose cells no spreadsheet runs. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(csvCell).join(',')).join('\r\n');

/** Spreadsheets in Chinese offices save CSV in GB 18030 as often as in UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The cells of a CSV text, as they were before they were marked as text; throws what the parser found. */
export function readCsv(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = parse(csv, {
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    trim: true,
  });
  return rows.map((row) => row.map((cell) => cell.replace(MARKED, '')));
}

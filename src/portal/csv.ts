type Cell = string | number | null;

/** A cell that no spreadsheet takes for a formula, quoted where it must be. */
const csvCell = (value: Cell) => {
  const text = value === null ? '' : String(value);
  const neutral = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\n\r]/.test(neutral) ? `"${neutral.replaceAll('"', '""')}"` : neutral;
};

/** With it spreadsheets read the letters right. */
const BOM = '\uFEFF';

/** A table as CSV (RFC 4180) in UTF-8 with a byte order mark. */
export const csvTable = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `${BOM}${[header, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;

import { readSheet } from 'read-excel-file/node';
import writeSheets from 'write-excel-file/node';

const END_OF_DIRECTORY = Buffer.from('504b0506', 'hex');
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;

/** How large a workbook says it is when unpacked, in bytes; null when its directory cannot be read. */
export function unpackedSize(file: Buffer): number | null {
  const end = file.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0 || end + 20 > file.length) return null;
  let at = file.readUInt32LE(end + 16);
  let size = 0;
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + ENTRY_LENGTH > file.length || file.readUInt32LE(at) !== ENTRY) return null;
    size += file.readUInt32LE(at + 24);
    at += ENTRY_LENGTH + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return size;
}

export const isWorkbook = (file: Buffer): boolean => file.subarray(0, 2).toString('latin1') === 'PK';

const cellText = (cell: unknown): string => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' ? cell.trim() : typeof cell === 'boolean' ? String(cell) : '';
};

/** The cells of the first sheet; numbers as they are written, days as `2013-05-01`. */
export async function readWorkbook(file: Buffer): Promise<readonly (readonly string[])[]> {
  const rows = await readSheet(file, { parseNumber: (digits: string) => digits });
  return rows.map((row) => row.map(cellText)).filter((row) => row.some((cell) => cell !== ''));
}

/** Rows as an Excel workbook in which every cell is text: long numbers keep their digits, nothing is a formula. */
export async function writeWorkbook(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const sheet = rows.map((row, index) =>
    row.map((value) => ({
      value,
      type: String,
      format: '@',
      ...(index === 0 ? { fontWeight: 'bold' as const } : {}),
    })),
  );
  const widths = (rows[0] ?? []).map((heading) => ({ width: Math.max(14, heading.length * 2 + 4) }));
  return writeSheets(sheet, { columns: widths, stickyRowsCount: 1 }).toBuffer();
}

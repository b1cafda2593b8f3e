import { text } from '../../language/index.ts';
import { failure } from '../errors.ts';
import { decodeText, readCsv, writeCsv } from './csv.ts';
import { isWorkbook, readWorkbook, unpackedSize, writeWorkbook } from './workbook.ts';

export type SheetFormat = 'csv' | 'xlsx';
export type Rows = readonly (readonly string[])[];

const LARGEST_UNPACKED = 1_000_000_000;
/** Spreadsheets take a CSV file without it for one in the character set of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

const unreadable = (why: string) =>
  failure(
    'invalid_input',
    text(`文件读不出来：${why}。`, `The file cannot be read: ${why}.`),
    text(
      '请用下载的模板填写，存为 CSV 或 Excel（.xlsx）后重新提交。',
      'Fill in the template, save it as CSV or Excel (.xlsx), and send it again.',
    ),
  );

/** The cells of a CSV file or of the first sheet of an Excel workbook, or `invalid_input`. */
export async function readSpreadsheet(file: Buffer): Promise<Rows> {
  try {
    if (!isWorkbook(file)) return readCsv(decodeText(file));
    const size = unpackedSize(file);
    if (size === null || size > LARGEST_UNPACKED)
      throw new Error('not a workbook of a size that can be read');
    return await readWorkbook(file);
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
}

/** Rows as a file that no spreadsheet runs as formulas. */
export async function writeSpreadsheet(rows: Rows, format: SheetFormat): Promise<Buffer> {
  return format === 'xlsx' ? writeWorkbook(rows) : Buffer.from(BYTE_ORDER_MARK + writeCsv(rows), 'utf8');
}

import { createHash } from 'node:crypto';
import { type BankFormat, bankFormatOf } from '../../policy/payment/index.ts';
import { type CalendarDate, readTypedDate, text } from '../language/index.ts';
import { DomainError, readCsv } from '../platform/index.ts';
import { type BankLine, decodeText } from './bank-text.ts';
import { lineOf } from './batches.ts';

/** What the bank says of one line. */
export interface ReturnedLine {
  readonly line: number;
  readonly fen: number;
  readonly result: 'paid' | 'failed';
  readonly reason: string | null;
  readonly day: CalendarDate;
}

export interface ReturnedFile {
  readonly digest: string;
  readonly lines: readonly ReturnedLine[];
  /** Lines that cannot be read, or belong to another list: the number of the line in the file. */
  readonly unreadable: readonly number[];
}

const unknownFormat = () =>
  new DomainError({
    code: 'invalid_input',
    field: 'format',
    message: text('没有这种文件格式。', 'There is no such format.'),
    remedy: text('请从列表中选择。', 'Choose one from the list.'),
  });

export function requireFormat(key: string): BankFormat {
  const format = bankFormatOf(key);
  if (!format) throw unknownFormat();
  return format;
}

/** Cuts a line of fixed width by bytes, not by characters. */
function cutFixed(bytes: Buffer, format: BankFormat): BankLine {
  let at = 0;
  const cells = format.returning.map(({ field, width = 0 }) => {
    const cell = decodeText(bytes.subarray(at, at + width), format.encoding).trim();
    at += width;
    return [field, cell] as const;
  });
  return Object.fromEntries(cells);
}

function fixedLines(content: Buffer, format: BankFormat): readonly BankLine[] {
  const lines: BankLine[] = [];
  let start = 0;
  while (start < content.length) {
    const end = content.indexOf(0x0a, start);
    const line = content.subarray(start, end < 0 ? content.length : end);
    lines.push(cutFixed(line.at(-1) === 0x0d ? line.subarray(0, -1) : line, format));
    if (end < 0) break;
    start = end + 1;
  }
  return format.hasTotals ? lines.slice(1) : lines;
}

function csvLines(content: Buffer, format: BankFormat): readonly BankLine[] {
  const rows = readCsv(decodeText(content, format.encoding));
  return (format.hasHeading ? rows.slice(1) : rows).map((row) =>
    Object.fromEntries(format.returning.map(({ field }, index) => [field, (row[index] ?? '').trim()])),
  );
}

const YUAN = /^\d+(\.\d{1,2})?$/;

/** An amount as the file writes it: fen, or yuan with up to two decimals; never through a floating number. */
export function readFen({ fen, yuan }: BankLine): number | null {
  if (fen !== undefined) return /^\d+$/.test(fen) ? Number(fen) : null;
  const typed = (yuan ?? '').replaceAll(',', '');
  if (!YUAN.test(typed)) return null;
  const [whole = '0', part = ''] = typed.split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

export const writeYuan = (fen: number): string =>
  `${String(Math.floor(fen / 100))}.${String(fen % 100).padStart(2, '0')}`;

function readLine(line: BankLine, format: BankFormat, number: string): ReturnedLine | null {
  const [at, fen, day] = [lineOf(number, line.reference ?? ''), readFen(line), readTypedDate(line.day ?? '')];
  if (at === null || fen === null || day === null || (line.result ?? '') === '') return null;
  const isPaid = line.result === format.paidAs;
  const said = line.reason === undefined || line.reason === '' ? line.result : line.reason;
  return { line: at, fen, day, result: isPaid ? 'paid' : 'failed', reason: isPaid ? null : (said ?? '') };
}

/** A file from the bank about the list of this number; it is known by its digest ever after. */
export function readReturn(content: Buffer, format: BankFormat, number: string): ReturnedFile {
  const all = format.kind === 'csv' ? csvLines(content, format) : fixedLines(content, format);
  const lines: ReturnedLine[] = [];
  const unreadable: number[] = [];
  for (const [index, one] of all.entries()) {
    const read = readLine(one, format, number);
    if (read) lines.push(read);
    else unreadable.push(index + 1);
  }
  return { digest: createHash('sha256').update(content).digest('hex'), lines, unreadable };
}

import { createDateTable, DATE_LENGTH, dateOffset } from './days.ts';
import { NEVER } from './people.ts';
import { ID_LENGTH, type IdSeries, writeId } from './uuid.ts';

/** Room behind the end of a chunk for the rows of one more person. */
const LONGEST_ROWS = 16 * 1024;
export const CHUNK = 128 * 1024;

/** Rows of COPY text as they are written, byte by byte: no string is made that PostgreSQL would not see. */
export interface RowBytes {
  bytes: Buffer;
  place: number;
  readonly dates: Uint8Array;
  /** Text of each code, twelve digits. */
  readonly codes: readonly Uint8Array[];
}

export const createRows = (codes: readonly string[]): RowBytes => ({
  bytes: Buffer.allocUnsafe(CHUNK + LONGEST_ROWS),
  place: 0,
  dates: createDateTable(),
  codes: codes.map((code) => Uint8Array.from(Buffer.from(code))),
});

/** What has been written; begins a new chunk, for the old one may still be on its way to the database. */
export function takeChunk(rows: RowBytes): Buffer {
  const chunk = rows.bytes.subarray(0, rows.place);
  rows.bytes = Buffer.allocUnsafe(CHUNK + LONGEST_ROWS);
  rows.place = 0;
  return chunk;
}

const TAB = 9;
const LINE_END = 10;
const BACKSLASH = 92;
const CAPITAL_N = 78;

/** A word that is written again and again. */
export const word = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));

export function putByte(rows: RowBytes, byte: number): void {
  rows.bytes[rows.place] = byte;
  rows.place += 1;
}

/** Ends a cell. */
export const tab = (rows: RowBytes): void => putByte(rows, TAB);

/** Ends a row, whose last cell was ended by a tab. */
export function endRow(rows: RowBytes): void {
  rows.bytes[rows.place - 1] = LINE_END;
}

export function putWord(rows: RowBytes, text: Uint8Array): void {
  const { bytes, place } = rows;
  for (let index = 0; index < text.length; index += 1) bytes[place + index] = text[index] ?? 0;
  rows.place = place + text.length;
  tab(rows);
}

export function putNull(rows: RowBytes): void {
  putByte(rows, BACKSLASH);
  putByte(rows, CAPITAL_N);
  tab(rows);
}

/** A day; NEVER is NULL. */
export function putDay(rows: RowBytes, day: number): void {
  if (day >= NEVER) return putNull(rows);
  putDate(rows, day);
  tab(rows);
}

/** A day without the end of its cell. */
export function putDate(rows: RowBytes, day: number): void {
  const { bytes, place, dates } = rows;
  const from = dateOffset(day);
  for (let index = 0; index < DATE_LENGTH; index += 1) bytes[place + index] = dates[from + index] ?? 0;
  rows.place = place + DATE_LENGTH;
}

/** A code; NOWHERE is NULL. */
export function putCode(rows: RowBytes, code: number): void {
  const text = rows.codes[code];
  if (text === undefined) putNull(rows);
  else putWord(rows, text);
}

/** The id of number `number`; a negative number is nobody, and NULL. */
export function putId(rows: RowBytes, series: IdSeries, number: number): void {
  if (number < 0) return putNull(rows);
  writeId(rows, series, number);
  rows.place += ID_LENGTH;
  tab(rows);
}

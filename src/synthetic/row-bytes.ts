import { createDateTable } from './days.ts';
import { NEVER } from './people.ts';
import { ID_LENGTH, type IdSeries, writeId } from './uuid.ts';

/** Room behind the end of a chunk for the rows of one more person. */
const LONGEST_ROWS = 16 * 1024;
export const CHUNK = 128 * 1024;

/**
 * Rows in PostgreSQL's binary COPY format as they are written, byte by byte: no string is made here and none is parsed
 * there. Each field is its length in 32 bits and its bytes; numbers are big-endian.
 */
export interface RowBytes {
  bytes: Buffer;
  place: number;
  /** Text of every day, for identity numbers. */
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

/** A word that is written again and again. */
export const word = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));

/** Signature, flags and the length of a header extension: what every binary COPY begins with. */
const HEADER = Buffer.from('PGCOPY\n\u00ff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');

export function putHeader(rows: RowBytes): void {
  HEADER.copy(rows.bytes, rows.place);
  rows.place += HEADER.length;
}

function put16(rows: RowBytes, value: number): void {
  const { bytes, place } = rows;
  bytes[place] = (value >>> 8) & 255;
  bytes[place + 1] = value & 255;
  rows.place = place + 2;
}

function put32(rows: RowBytes, value: number): void {
  const { bytes, place } = rows;
  bytes[place] = value >>> 24;
  bytes[place + 1] = (value >>> 16) & 255;
  bytes[place + 2] = (value >>> 8) & 255;
  bytes[place + 3] = value & 255;
  rows.place = place + 4;
}

/** Begins a row of so many fields. */
export const beginRow = (rows: RowBytes, fields: number): void => {
  put16(rows, fields);
};

/** What stands where another row would begin when there is none. */
export const putTrailer = (rows: RowBytes): void => {
  put16(rows, -1);
};

export const putNull = (rows: RowBytes): void => {
  put32(rows, -1);
};

export function putWord(rows: RowBytes, text: Uint8Array): void {
  put32(rows, text.length);
  const { bytes, place } = rows;
  for (let index = 0; index < text.length; index += 1) bytes[place + index] = text[index] ?? 0;
  rows.place = place + text.length;
}

/** Text whose length is known only once `write` has written it; `write` returns the place behind it. */
export function putText(rows: RowBytes, write: (bytes: Buffer, place: number) => number): void {
  const length = rows.place;
  rows.place += 4;
  const end = write(rows.bytes, rows.place);
  const written = end - rows.place;
  rows.place = length;
  put32(rows, written);
  rows.place = end;
}

export function putInteger(rows: RowBytes, value: number): void {
  put32(rows, 4);
  put32(rows, value);
}

/** Days of PostgreSQL count from 2000-01-01, ours from 1970-01-01. */
const EPOCH_DAY = 10_957;
const SECONDS_A_DAY = 86_400;
const NOON_IN_THE_CITY = 4 * 3600;
const MICROSECONDS = 1_000_000;

/** A day; NEVER is NULL. */
export function putDay(rows: RowBytes, day: number): void {
  if (day >= NEVER) return putNull(rows);
  putInteger(rows, day - EPOCH_DAY);
}

/** Noon of a day in the city, as an instant. */
export function putNoon(rows: RowBytes, day: number): void {
  const instant = ((day - EPOCH_DAY) * SECONDS_A_DAY + NOON_IN_THE_CITY) * MICROSECONDS;
  put32(rows, 8);
  put32(rows, Math.floor(instant / 4_294_967_296));
  put32(rows, instant % 4_294_967_296);
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
  put32(rows, ID_LENGTH);
  writeId(rows, series, number);
  rows.place += ID_LENGTH;
}

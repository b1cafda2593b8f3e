import type { BankColumn, BankField, BankFormat } from '../../policy/payment/index.ts';

/** Bytes of the characters of GB 18030, of which GBK is the part with two bytes: read once from the decoder. */
let known: ReadonlyMap<string, Buffer> | null = null;

const decoder = new TextDecoder('gb18030', { fatal: false });
const [FIRST, LAST] = [0x81, 0xfe];

function twoBytes(into: Map<string, Buffer>): void {
  for (let high = FIRST; high <= LAST; high += 1)
    for (let low = 0x40; low <= LAST; low += 1) {
      if (low === 0x7f) continue;
      const bytes = Buffer.from([high, low]);
      const sign = decoder.decode(bytes);
      if (sign.length === 1 && sign !== '\uFFFD') into.set(sign, bytes);
    }
}

/** Characters in four bytes, where two bytes have none: the rare ones of names. */
function fourBytes(sign: string): Buffer | null {
  const point = sign.codePointAt(0) ?? 0;
  if (point >= 0x10000) return linear(point - 0x10000 + 189_000);
  for (let at = 0; at < 39_420; at += 1) {
    const bytes = linear(at);
    if (decoder.decode(bytes) === sign) return bytes;
  }
  return null;
}

const linear = (at: number): Buffer =>
  Buffer.from([
    FIRST + Math.floor(at / 12_600),
    0x30 + (Math.floor(at / 1260) % 10),
    FIRST + (Math.floor(at / 10) % 126),
    0x30 + (at % 10),
  ]);

const rare = new Map<string, Buffer>();
const QUESTION = Buffer.from('?');

function encodeGbk(text: string): Buffer {
  known ??= (() => {
    const signs = new Map<string, Buffer>();
    twoBytes(signs);
    return signs;
  })();
  const parts: Buffer[] = [];
  for (const sign of text) {
    const found = sign < '\u0080' ? Buffer.from(sign) : (known.get(sign) ?? rare.get(sign));
    const bytes = found ?? fourBytes(sign) ?? QUESTION;
    if (!found) rare.set(sign, bytes);
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

export const encodeText = (text: string, encoding: BankFormat['encoding']): Buffer =>
  encoding === 'utf-8' ? Buffer.from(text, 'utf8') : encodeGbk(text);

export const decodeText = (bytes: Uint8Array, encoding: BankFormat['encoding']): string =>
  new TextDecoder(encoding === 'utf-8' ? 'utf-8' : 'gb18030').decode(bytes);

export type BankLine = Readonly<Partial<Record<BankField, string>>>;

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A value in the bytes of its column: cut at a whole character where it is too long, for the bank takes no more. */
export function fitted(
  text: string,
  { width = 0, align = 'left', pad = ' ' }: BankColumn,
  format: BankFormat,
): Buffer {
  let bytes = encodeText(text, format.encoding);
  for (
    let signs = Array.from(text);
    bytes.length > width;
    bytes = encodeText(signs.join(''), format.encoding)
  )
    signs = signs.slice(0, -1);
  const padding = Buffer.alloc(width - bytes.length, pad);
  return align === 'right' ? Buffer.concat([padding, bytes]) : Buffer.concat([bytes, padding]);
}

const cellsOf = (line: BankLine, columns: readonly BankColumn[]) =>
  columns.map(({ field }) => line[field] ?? '');

/** Lines in the bytes of the format, each with its end. */
export function writeBankLines(
  format: BankFormat,
  columns: readonly BankColumn[],
  lines: readonly BankLine[],
): Buffer {
  const { encoding, lineEnd } = format;
  if (format.kind === 'csv') {
    const rows = lines.map((line) => `${cellsOf(line, columns).map(quoted).join(',')}${lineEnd}`);
    return encodeText(rows.join(''), encoding);
  }
  const end = encodeText(lineEnd, encoding);
  return Buffer.concat(
    lines.flatMap((line) => [
      ...columns.map((column) => fitted(line[column.field] ?? '', column, format)),
      end,
    ]),
  );
}

export const TOTAL_LINES = 10;
export const TOTAL_FEN = 18;

/** What stands above the lines. */
export function writeBankHead(
  format: BankFormat,
  columns: readonly BankColumn[],
  { lines, fen }: { readonly lines: number; readonly fen: number },
): Buffer {
  if (format.hasHeading)
    return encodeText(
      `${columns.map(({ title }) => quoted(title)).join(',')}${format.lineEnd}`,
      format.encoding,
    );
  if (!format.hasTotals) return Buffer.alloc(0);
  const totals = `${String(lines).padStart(TOTAL_LINES, '0')}${String(fen).padStart(TOTAL_FEN, '0')}`;
  return encodeText(totals + format.lineEnd, format.encoding);
}

import type pg from 'pg';
import { type BulkTransaction, bulkTransaction } from '../database/bulk-load.ts';
import type { FieldCipher, Sealed } from './field-cipher.ts';

/** Rows looked at together: few enough that nobody waits long for one of them. */
const BATCH = 2000;

type Row = Readonly<Record<string, unknown>>;
type Path = readonly string[];

/**
 * Where a text belongs by which it was sealed; null when it is not sealed. The path leads to it within JSON and is
 * empty where the column itself is sealed.
 */
export type PlaceOf<Key extends string> = (key: Readonly<Record<Key, string>>, path: Path) => string | null;

/** A table with sealed values in it, as its room declares it. */
export interface SealedTable<Key extends string = string> {
  readonly table: string;
  /** Its primary key, in whose order it is walked. */
  readonly key: Readonly<Record<Key, 'uuid' | 'integer' | 'text'>>;
  readonly columns: Readonly<Record<string, PlaceOf<NoInfer<Key>>>>;
  /** A condition in SQL, where few rows of many have anything sealed. */
  readonly where?: string;
}

/** Declares a table: places are said by the columns of its key, and by no others. */
export const sealedTable = <Key extends string>(table: SealedTable<Key>): SealedTable => table;

/** Sealed by the newest key. One that does not open ends the work, and the log says where it stands. */
function renewText(cipher: FieldCipher, value: string, place: string | null): string {
  const sealed = value as Sealed;
  if (place === null || cipher.isCurrent(sealed)) return value;
  try {
    return cipher.seal(cipher.open(sealed, place), place);
  } catch (cause) {
    throw new Error(`what is sealed at "${place}" does not open`, { cause });
  }
}

/** A value with everything in it sealed by the newest key; the same value when it was. */
function renew(
  cipher: FieldCipher,
  placeAt: (path: Path) => string | null,
  { value, path }: { readonly value: unknown; readonly path: Path },
): unknown {
  if (typeof value === 'string') return renewText(cipher, value, placeAt(path));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const before = Object.entries(value);
  const after = before.map(
    ([name, one]) => [name, renew(cipher, placeAt, { value: one, path: [...path, name] })] as const,
  );
  return after.every(([, one], index) => one === before[index]?.[1]) ? value : Object.fromEntries(after);
}

const keyOf = ({ key }: SealedTable, row: Row): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(key).map((column) => [column, String(row[column])]));

/** The next rows after `after` in the order of the key, locked. */
async function nextRows({ client }: BulkTransaction, declared: SealedTable, after: Row | null) {
  const keys = Object.keys(declared.key);
  const order = keys.join(', ');
  const conditions = [
    ...(after ? [`(${order}) > (${keys.map((_, index) => `$${String(index + 1)}`).join(', ')})`] : []),
    ...(declared.where ? [declared.where] : []),
  ];
  const { rows } = await client.query<Record<string, unknown>>(
    `SELECT ${[...keys, ...Object.keys(declared.columns)].join(', ')} FROM ${declared.table}
     ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
     ORDER BY ${order} LIMIT ${String(BATCH)} FOR UPDATE`,
    after ? keys.map((column) => after[column]) : [],
  );
  return rows;
}

interface Renewed {
  readonly row: Row;
  readonly value: unknown;
}

async function writeColumn(
  { client }: BulkTransaction,
  { table, key }: SealedTable,
  { column, renewed }: { readonly column: string; readonly renewed: readonly Renewed[] },
): Promise<void> {
  const keys = Object.entries(key);
  const type = typeof renewed[0]?.value === 'string' ? 'text' : 'jsonb';
  const texts = renewed.map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value)));
  const lists = [...keys.map(([, one]) => one), type].map((one, index) => `$${String(index + 1)}::${one}[]`);
  await client.query(
    `UPDATE ${table} t SET ${column} = n.value
     FROM unnest(${lists.join(', ')}) AS n (${[...keys.map(([name]) => name), 'value'].join(', ')})
     WHERE ${keys.map(([name]) => `t.${name} = n.${name}`).join(' AND ')}`,
    [...keys.map(([name]) => renewed.map(({ row }) => row[name])), texts],
  );
}

interface Batch {
  /** Null when there are no more. */
  readonly last: Row | null;
  readonly resealed: number;
}

/** Seals the next rows after `after` anew where an older key was used. */
async function resealRows(
  bulk: BulkTransaction,
  { cipher, declared }: { readonly cipher: FieldCipher; readonly declared: SealedTable },
  after: Row | null,
): Promise<Batch> {
  const rows = await nextRows(bulk, declared, after);
  let resealed = 0;
  for (const [column, place] of Object.entries(declared.columns)) {
    const renewed = rows.flatMap((row) => {
      const placeAt = (path: Path) => place(keyOf(declared, row), path);
      const value = renew(cipher, placeAt, { value: row[column], path: [] });
      return value === row[column] ? [] : [{ row, value }];
    });
    if (renewed.length === 0) continue;
    await writeColumn(bulk, declared, { column, renewed });
    resealed += renewed.length;
  }
  return { last: rows.at(-1) ?? null, resealed };
}

interface Resealing {
  /** Only the owner of the database writes records again. */
  readonly owner: pg.Pool;
  readonly cipher: FieldCipher;
  readonly tables: readonly SealedTable[];
}

/**
 * Seals anew, with the newest key, what an older one sealed, in small transactions while work goes on. Stopped in the
 * middle, it is run again and does the rest. Returns how many columns of rows it wrote.
 */
export async function resealTables(
  { owner, cipher, tables }: Resealing,
  report: (resealed: number) => void,
): Promise<number> {
  let resealed = 0;
  for (const declared of tables) {
    let after: Row | null = null;
    do {
      const from: Row | null = after;
      const batch: Batch = await bulkTransaction(owner, (bulk) =>
        resealRows(bulk, { cipher, declared }, from),
      );
      resealed += batch.resealed;
      after = batch.last;
      report(resealed);
    } while (after !== null);
  }
  return resealed;
}

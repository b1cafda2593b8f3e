import { type AreaCode, type AreaLevel, ancestorCode, type CalendarDate } from '../language/index.ts';
import type { Transaction } from '../platform/index.ts';
import type { Division, DivisionHistory, Succession } from './division.ts';
import { type DivisionTree, divisionTree } from './division-tree.ts';
import type { AreasTables } from './tables.ts';

const BATCH = 1000;

const divisionRow = (division: Division) => ({
  code: division.code,
  valid_from: division.validFrom,
  valid_to: division.validTo,
  name_zh: division.nameZh,
  name_en: division.nameEn,
  level: division.level,
  parent_code: division.parentCode,
  invented: division.invented,
  source: division.source,
});

const successionRow = (succession: Succession) => ({
  code: succession.code,
  successor_code: succession.successorCode,
  effective_on: succession.effectiveOn,
  reason: succession.reason,
});

const batches = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );

/** Writes divisions that the database does not have yet; those it has stay as they are. */
export async function storeDivisions(tx: Transaction, history: DivisionHistory): Promise<void> {
  const db = tx.withTables<AreasTables>();
  for (const batch of batches(history.divisions)) {
    await db
      .insertInto('areas_divisions')
      .values(batch.map(divisionRow))
      .onConflict((conflict) => conflict.columns(['code', 'valid_from']).doNothing())
      .execute();
  }
  for (const batch of batches(history.successions)) {
    await db
      .insertInto('areas_successors')
      .values(batch.map(successionRow))
      .onConflict((conflict) => conflict.columns(['code', 'successor_code']).doNothing())
      .execute();
  }
}

/** The division tree as the database holds it. */
export async function loadDivisions(tx: Transaction): Promise<DivisionTree> {
  const db = tx.withTables<AreasTables>();
  const divisions = await db.selectFrom('areas_divisions').selectAll().execute();
  const successions = await db.selectFrom('areas_successors').selectAll().execute();
  return divisionTree({
    divisions: divisions.map((row) => ({
      code: row.code,
      nameZh: row.name_zh,
      nameEn: row.name_en,
      level: row.level,
      parentCode: row.parent_code,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      invented: row.invented,
      source: row.source,
    })),
    successions: successions.map((row) => ({
      code: row.code,
      successorCode: row.successor_code,
      effectiveOn: row.effective_on,
      reason: row.reason,
    })),
  });
}

/** How many divisions the database holds. */
export async function countDivisions(tx: Transaction): Promise<number> {
  const db = tx.withTables<AreasTables>();
  const row = await db
    .selectFrom('areas_divisions')
    .select((query) => query.fn.countAll<number>().as('divisions'))
    .executeTakeFirstOrThrow();
  return row.divisions;
}

/** The division of that code on that day, or null. */
export async function divisionOn(
  tx: Transaction,
  code: AreaCode,
  on: CalendarDate,
): Promise<{ readonly level: AreaLevel } | null> {
  const row = await tx
    .withTables<AreasTables>()
    .selectFrom('areas_divisions')
    .select('level')
    .where('code', '=', code)
    .where('valid_from', '<=', on)
    .where((test) => test.or([test('valid_to', 'is', null), test('valid_to', '>', on)]))
    .executeTakeFirst();
  return row ?? null;
}

/** Each division by its latest name, with the township before a village: `城厢街道警钟街社区居民委员会`. */
export async function nameDivisions(
  tx: Transaction,
  codes: readonly AreaCode[],
): Promise<ReadonlyMap<AreaCode, string>> {
  if (codes.length === 0) return new Map();
  const townships = codes.map((code) => ancestorCode(code, 'township'));
  const rows = await tx
    .withTables<AreasTables>()
    .selectFrom('areas_divisions')
    .select(['code', 'name_zh'])
    .where('code', 'in', [...new Set([...codes, ...townships])])
    .orderBy('valid_from')
    .execute();
  const names = new Map(rows.map((row) => [row.code, row.name_zh]));
  const full = (code: AreaCode) => {
    const township = ancestorCode(code, 'township');
    return `${township === code ? '' : (names.get(township) ?? '')}${names.get(code) ?? code}`;
  };
  return new Map(codes.map((code) => [code, full(code)]));
}

/** What `code` has become by the day `on`. */
export async function resolveDivision(tx: Transaction, code: AreaCode, on: CalendarDate): Promise<AreaCode> {
  const row = await tx
    .withTables<AreasTables>()
    .selectFrom('areas_successors')
    .select('successor_code')
    .where('code', '=', code)
    .where('effective_on', '<=', on)
    .executeTakeFirst();
  return row ? resolveDivision(tx, row.successor_code, on) : code;
}

export interface Merger {
  readonly effectiveOn: CalendarDate;
  readonly predecessors: readonly AreaCode[];
  readonly successor: { readonly code: AreaCode; readonly nameZh: string };
  readonly source: string;
}

/** Ends the predecessors on the day and lets the successor begin. */
export async function recordMerger(tx: Transaction, merger: Merger): Promise<void> {
  const { effectiveOn, predecessors, successor, source } = merger;
  const db = tx.withTables<AreasTables>();
  await db
    .updateTable('areas_divisions')
    .set({ valid_to: effectiveOn })
    .where('code', 'in', predecessors)
    .where('valid_to', 'is', null)
    .execute();
  await db
    .insertInto('areas_divisions')
    .values({
      code: successor.code,
      valid_from: effectiveOn,
      valid_to: null,
      name_zh: successor.nameZh,
      name_en: null,
      level: 'village',
      parent_code: ancestorCode(successor.code, 'township'),
      invented: false,
      source,
    })
    .execute();
  const successions = predecessors.map((code) => ({
    code,
    successorCode: successor.code,
    effectiveOn,
    reason: source,
  }));
  await db.insertInto('areas_successors').values(successions.map(successionRow)).execute();
}

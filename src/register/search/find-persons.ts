import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely';
import type { AreaCode, CalendarDate } from '../../language/index.ts';
import { areaRange } from '../../language/index.ts';
import type { Sealed, TransactionContext } from '../../platform/index.ts';
import { findByIdNumber } from '../directories.ts';
import { parseIdNumber } from '../id-number.ts';
import { foldName } from '../names/fold-name.ts';
import { keptOtherwise } from '../names/readings.ts';
import { keyOf, type TypedSound } from '../names/sound.ts';
import type { RegisterTables } from '../tables.ts';
import type { Vault } from '../vault.ts';
import type { Query, Sought } from './read-query.ts';

/** Why somebody was found, the strongest reason first. */
export const reasons = [
  'idNumber',
  'document',
  'phone',
  'name',
  'variant',
  'homophone',
  'pinyin',
  'otherReading',
  'namePrefix',
  'initials',
  'address',
] as const;
export type Reason = (typeof reasons)[number];

export interface Found {
  readonly personId: string;
  readonly name: string;
  readonly sex: 'male' | 'female';
  readonly birthDate: CalendarDate;
  readonly deathDate: CalendarDate | null;
  readonly idNumber: Sealed | null;
  readonly registeredVillage: AreaCode | null;
  readonly residentVillage: AreaCode | null;
  readonly reason: Reason;
}

export interface Search {
  /** What was typed may mean, likeliest first. */
  readonly queries: readonly Query[];
  /** Only people registered or living there. */
  readonly area: AreaCode | null;
  readonly most: number;
}

/** One meaning of a search, with everybody whose whole number was typed; null when it was none. */
interface NumberedSearch extends Omit<Search, 'queries'> {
  readonly query: Query;
  readonly numbered: ReadonlyMap<string, Reason> | null;
}

const AFTER_ANY_LETTER = '~';

const tables = (context: TransactionContext) => context.tx.withTables<RegisterTables>();

async function personsOfPhone(context: TransactionContext, vault: Vault, phone: string) {
  const rows = await tables(context)
    .selectFrom('register_phone_directory')
    .select('person_id')
    .where('phone_digest', '=', vault.phoneDigest(phone))
    .execute();
  return rows.map((row) => row.person_id);
}

/** Everybody whose number it is, with what kind of number it is of them. */
async function personsOfNumber(
  context: TransactionContext,
  vault: Vault,
  { typed, phone }: Extract<Sought, { by: 'number' }>,
): Promise<ReadonlyMap<string, Reason>> {
  const found = new Map<string, Reason>();
  if (phone !== null)
    for (const personId of await personsOfPhone(context, vault, phone)) found.set(personId, 'phone');
  const owner = await findByIdNumber(context, typed, vault);
  if (owner !== null) found.set(owner, parseIdNumber(typed) ? 'idNumber' : 'document');
  return found;
}

/** Who has all of the parts in their address. */
async function personsAtAddress(context: TransactionContext, vault: Vault, tokens: readonly string[]) {
  const digests = [...new Set(tokens.map(vault.addressDigest))];
  const rows = await tables(context)
    .selectFrom('register_address_directory')
    .select('person_id')
    .where('token_digest', 'in', digests)
    .groupBy('person_id')
    .having((row) => row.fn.countAll(), '=', digests.length)
    .limit(MOST_AT_ADDRESS)
    .execute();
  return rows.map((row) => row.person_id);
}
const MOST_AT_ADDRESS = 2000;

const beginning = (initials: string) =>
  sql<SqlBool>`(sound >= ${initials} AND sound < ${initials + AFTER_ANY_LETTER})`;

/** Names with a character that is read in several ways, kept under another reading than the one that was typed. */
function otherwise(readings: readonly (readonly string[])[]): readonly RawBuilder<SqlBool>[] {
  const kept = readings.flatMap(keptOtherwise);
  if (kept.length === 0) return [];
  const conditions = kept.map(
    ({ syllables, at, characters }) =>
      sql<SqlBool>`(sound = ${keyOf(syllables)} AND substr(name, ${at + 1}, 1) IN (${sql.join(characters)}))`,
  );
  return [sql<SqlBool>`(${sql.join(conditions, sql` OR `)})`];
}

/** Whether the name sounds so when one of its characters is read otherwise. */
const isReadOtherwise = ({ readings }: TypedSound, name: string, sound: string): boolean =>
  readings
    .flatMap(keptOtherwise)
    .some(
      ({ syllables, at, characters }) =>
        keyOf(syllables) === sound && characters.includes(Array.from(name)[at] ?? ''),
    );

/**
 * What is asked of names, from the surest to the widest: each is only asked when those before it found too few, so
 * that a common sound never hides the very name that was typed.
 */
function soundConditions(who: Sought): readonly RawBuilder<SqlBool>[] {
  if (who.by === 'letters') {
    const { sounds, initials, readings } = who.typed;
    return [
      ...(sounds.length > 0 ? [sql<SqlBool>`sound IN (${sql.join(sounds)})`] : []),
      ...otherwise(readings),
      ...(initials === null ? [] : [beginning(initials)]),
    ];
  }
  if (who.by !== 'name') return [];
  const [initials = ''] = who.sound.split(' ');
  const { length } = Array.from(who.typed);
  return [
    sql<SqlBool>`(sound = ${who.sound} AND name = ${who.typed})`,
    sql<SqlBool>`sound = ${who.sound}`,
    sql<SqlBool>`(${beginning(initials)} AND left(name, ${length}) = ${who.typed})`,
  ];
}

/** Why a name was found; null when it was not meant after all. */
function reasonOf(
  who: Sought,
  { name, sound }: { readonly name: string; readonly sound: string },
): Reason | null {
  if (who.by === 'number') return null;
  if (who.by === 'letters') {
    if (who.typed.sounds.includes(sound)) return 'pinyin';
    return isReadOtherwise(who.typed, name, sound) ? 'otherReading' : 'initials';
  }
  const folded = foldName(name);
  if (folded === who.folded) return name === who.typed ? 'name' : 'variant';
  if (sound === who.sound) return 'homophone';
  return folded.startsWith(who.folded) ? 'namePrefix' : null;
}

const columns = [
  'person_id',
  'name',
  'sex',
  'birth_date',
  'death_date',
  'id_number',
  'registered_village',
  'resident_village',
  'sound',
] as const;
type Candidate = Pick<Selectable<RegisterTables['register_persons']>, (typeof columns)[number]>;

type Select = (condition: RawBuilder<SqlBool> | null, most: number) => Promise<readonly Candidate[]>;

/** How persons are selected, once what is found by digest is known. */
async function selectIn(
  context: TransactionContext,
  vault: Vault,
  { query, area, numbered }: NumberedSearch,
): Promise<Select> {
  const ids: (readonly string[])[] = [];
  if (numbered) ids.push([...numbered.keys()]);
  if (query.addressTokens.length > 0) ids.push(await personsAtAddress(context, vault, query.addressTokens));
  const range = area && areaRange(area);
  return (condition, most) => {
    let select = tables(context).selectFrom('register_persons').select(columns).where('counted', '=', true);
    for (const some of ids) select = select.where('person_id', 'in', some.length > 0 ? some : [NOBODY]);
    if (condition) select = select.where(condition);
    if (range)
      select = select.where(
        sql<SqlBool>`((registered_scope >= ${range.from} AND registered_scope < ${range.to}) OR (resident_scope >= ${range.from} AND resident_scope < ${range.to}))`,
      );
    return select.limit(most).execute();
  };
}

async function candidates(context: TransactionContext, vault: Vault, search: NumberedSearch) {
  const { who } = search.query;
  const select = await selectIn(context, vault, search);
  const conditions = who ? soundConditions(who) : [];
  const found = new Map<string, Candidate>();
  for (const condition of conditions.length > 0 ? conditions : [null]) {
    if (found.size > search.most) break;
    for (const row of await select(condition, search.most * CANDIDATES_PER_ROW))
      found.set(row.person_id, row);
  }
  return [...found.values()];
}
const NOBODY = '00000000-0000-0000-0000-000000000000';
const CANDIDATES_PER_ROW = 10;

const rank = ({ reason, deathDate }: Found) => reasons.indexOf(reason) * 2 + (deathDate === null ? 0 : 1);

export interface Finding {
  readonly found: readonly Found[];
  readonly more: boolean;
}

/** Who was meant, most likely first, as far as the actor's area reaches. */
export async function findPersons(
  context: TransactionContext,
  vault: Vault,
  { queries, ...search }: Search,
): Promise<Finding> {
  for (const query of queries) {
    const finding = await findMeant(context, vault, { ...search, query });
    if (finding.found.length > 0) return finding;
  }
  return { found: [], more: false };
}

async function findMeant(
  context: TransactionContext,
  vault: Vault,
  search: Omit<NumberedSearch, 'numbered'>,
): Promise<Finding> {
  const { query, most } = search;
  if (!query.who && query.addressTokens.length === 0) return { found: [], more: false };
  const numbered = query.who?.by === 'number' ? await personsOfNumber(context, vault, query.who) : null;
  const rows = await candidates(context, vault, { ...search, numbered });
  const found = rows.flatMap((row): readonly Found[] => {
    const known = numbered?.get(row.person_id) ?? (query.who ? null : 'address');
    const reason = known ?? (query.who && reasonOf(query.who, { name: row.name, sound: row.sound ?? '' }));
    if (reason === null) return [];
    return [
      {
        personId: row.person_id,
        name: row.name,
        sex: row.sex,
        birthDate: row.birth_date,
        deathDate: row.death_date,
        idNumber: row.id_number,
        registeredVillage: row.registered_village,
        residentVillage: row.resident_village,
        reason,
      },
    ];
  });
  const ranked = found.toSorted((a, b) => rank(a) - rank(b) || (a.birthDate < b.birthDate ? -1 : 1));
  return { found: ranked.slice(0, most), more: ranked.length > most };
}

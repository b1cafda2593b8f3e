import type { CalendarDate } from '../language/index.ts';
import { keyedRead, type TransactionContext } from '../platform/index.ts';

/*
 * What one person's row of the benefits view is made of, by a few keyed reads: a statement over all of the view's joins
 * takes longer to plan than to run.
 */

interface Person {
  readonly person_id: string;
  readonly sex: string;
  readonly birth_date: CalendarDate;
  readonly death_date: CalendarDate | null;
  readonly hukou_kind: string | null;
  readonly mother_id: string | null;
  readonly mother_birth_date: CalendarDate | null;
  readonly father_id: string | null;
  readonly spouse_id: string | null;
  readonly guardian_id: string | null;
  readonly village: string | null;
}

export interface Stay {
  readonly person_id: string;
  readonly population: 'registered' | 'resident';
  readonly from_date: CalendarDate;
  readonly to_date: CalendarDate | null;
}

export interface Change {
  readonly person_id: string;
  readonly kind: string;
  readonly event_date: CalendarDate;
  readonly before: string | null;
}

export interface Attested {
  readonly person_id: string;
  readonly fact_id: string;
  readonly kind: string;
  readonly day: CalendarDate;
  readonly until: CalendarDate | null;
  readonly sex: string | null;
  readonly adopted_on: CalendarDate | null;
  readonly grade: number | null;
  readonly graded_from: CalendarDate | null;
  readonly graded_to: CalendarDate | null;
}

const PERSON = `person_id, sex, birth_date, death_date, hukou_kind, mother_id, mother_birth_date, father_id, spouse_id,
  guardian_id, coalesce(registered_scope, resident_scope) AS village`;

const personsWhere = (where: string, at: string) =>
  `SELECT ${PERSON} FROM register_persons WHERE ${where} AND counted AND birth_date <= ${at}`;

const readSelf = keyedRead<Person>(personsWhere('person_id = $1', '$2'));
/** Children of the first, and the three others. */
const readRelated = keyedRead<Person>(
  ['mother_id = $1', 'father_id = $1', 'person_id IN ($2, $3, $4)']
    .map((where) => personsWhere(where, '$5'))
    .join(' UNION '),
);

/** So many people are asked about at once: a statement is planned for a number of values, and none may be missing. */
const AT_ONCE = 6;
const EACH = Array.from({ length: AT_ONCE }, (_, index) => `$${String(index + 1)}`).join(', ');
const AT = `$${String(AT_ONCE + 1)}`;

const readStays = keyedRead<Stay>(
  `SELECT person_id, population, from_date, to_date FROM register_spells
   WHERE person_id IN (${EACH}) AND from_date <= ${AT} ORDER BY from_date, to_date`,
);
const readChanges = keyedRead<Change>(
  `SELECT person_id, kind, event_date, details #>> '{changes,hukouKind,from}' AS before FROM register_events
   WHERE person_id IN (${EACH}) AND effective AND kind IN ('marriage', 'adoption', 'hukou_kind_change')
     AND event_date <= ${AT} ORDER BY event_date`,
);
const readAttested = keyedRead<Attested>(
  `SELECT person_id, fact_id, kind, day, until, sex, adopted_on, grade, graded_from, graded_to FROM benefits_facts
   WHERE person_id IN (${EACH}) AND withdrawn_at IS NULL AND day <= ${AT} ORDER BY day, fact_id`,
);
const readMergedInto = keyedRead<{ readonly person_id: string; readonly merged_into: string }>(
  `SELECT person_id, merged_into FROM register_persons WHERE merged_into IN (${EACH})`,
);

type Ids = readonly (string | null)[];

/** What there is of each of these people: the rows of one person stay in their order. */
async function ofEach<T>(
  { tx }: TransactionContext,
  read: ReturnType<typeof keyedRead<T>>,
  { ids, at }: { readonly ids: Ids; readonly at?: CalendarDate },
): Promise<readonly T[]> {
  const found: T[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const slots = Array.from({ length: AT_ONCE }, (_, index) => ids[start + index] ?? ids[start] ?? null);
    found.push(...(await read(tx, at === undefined ? slots : [...slots, at])));
  }
  return found;
}

/** The records that were merged into these: each with the one that goes on. */
async function mergedInto(context: TransactionContext, ids: Ids): Promise<ReadonlyMap<string, string>> {
  const survivors = new Map<string, string>();
  for (let asked = ids; asked.length > 0; ) {
    const found = await ofEach(context, readMergedInto, { ids: asked });
    const fresh = found.filter(({ person_id }) => !survivors.has(person_id));
    for (const { person_id, merged_into } of fresh)
      survivors.set(person_id, survivors.get(merged_into) ?? merged_into);
    asked = fresh.map(({ person_id }) => person_id);
  }
  return survivors;
}

const whenOf = ({ day, fact_id }: Attested) => `${day} ${fact_id}`;

/** What was attested of people under any of their records. */
async function attestedOf(
  context: TransactionContext,
  { ids, at }: { readonly ids: Ids; readonly at: CalendarDate },
): Promise<readonly Attested[]> {
  const survivors = await mergedInto(context, ids);
  const found = await ofEach(context, readAttested, { ids: [...ids, ...survivors.keys()], at });
  if (survivors.size === 0) return found;
  return found
    .map((one) => ({ ...one, person_id: survivors.get(one.person_id) ?? one.person_id }))
    .sort((a, b) => (whenOf(a) < whenOf(b) ? -1 : 1));
}

/** Everything of which the row is made: what was known by the end of `at`. */
export interface Parts {
  readonly at: CalendarDate;
  readonly self: Person;
  readonly people: ReadonlyMap<string, Person>;
  readonly children: readonly Person[];
  readonly stays: readonly Stay[];
  readonly changes: readonly Change[];
  readonly attested: readonly Attested[];
}

/** Null when there is no such person. */
export async function partsOf(
  context: TransactionContext,
  personId: string,
  at: CalendarDate,
): Promise<Parts | null> {
  const [self] = await readSelf(context.tx, [personId, at]);
  if (!self) return null;
  const { spouse_id: spouse, mother_id: mother, father_id: father } = self;
  const related = await readRelated(context.tx, [personId, spouse, mother, father, at]);
  const children = related.filter((one) => one.mother_id === personId || one.father_id === personId);
  const couple = { at, ids: [personId, spouse, ...children.map((one) => one.person_id)] };
  return {
    at,
    self,
    people: new Map([self, ...related].map((one) => [one.person_id, one])),
    children,
    stays: await ofEach(context, readStays, { at, ids: [personId, spouse, mother, father] }),
    changes: await ofEach(context, readChanges, couple),
    attested: await attestedOf(context, couple),
  };
}

import {
  benefitPersons,
  type CalendarDate,
  CHILD_SLOTS,
  nothingKnown,
  type Value,
  type Values,
} from '../language/index.ts';
import { keyedRead, type TransactionContext } from '../platform/index.ts';

/*
 * One person of the benefits view, from a few keyed reads: a statement over all of the view's joins takes longer to
 * plan than to run. A test holds it to the same rows as the view.
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

interface Stay {
  readonly person_id: string;
  readonly population: 'registered' | 'resident';
  readonly from_date: CalendarDate;
  readonly to_date: CalendarDate | null;
}

interface Change {
  readonly person_id: string;
  readonly kind: string;
  readonly event_date: CalendarDate;
  readonly before: string | null;
}

interface Attested {
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
interface Parts {
  readonly at: CalendarDate;
  readonly self: Person;
  readonly people: ReadonlyMap<string, Person>;
  readonly children: readonly Person[];
  readonly stays: readonly Stay[];
  readonly changes: readonly Change[];
  readonly attested: readonly Attested[];
}

async function partsOf(
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

const by = (day: CalendarDate | null | undefined, at: CalendarDate): CalendarDate | null =>
  day === null || day === undefined || day > at ? null : day;

type Stayed = { readonly from: CalendarDate | null; readonly to: CalendarDate | null };

/** The last unbroken stay: it begins where none touches it from before. */
function lastStay({ stays, at }: Parts, who: string | null, population: Stay['population']): Stayed {
  const own = stays.filter((one) => one.person_id === who && one.population === population);
  let from: CalendarDate | null = null;
  for (const [index, one] of own.entries()) {
    const before = by(own[index - 1]?.to_date, at);
    if (index === 0 || before === null || before < one.from_date) from = one.from_date;
  }
  const ends = own.map((one) => by(one.to_date, at));
  const to = ends.includes(null)
    ? null
    : ends.reduce((last, one) => ((one ?? '') > (last ?? '') ? one : last), null);
  return { from, to };
}

/** Since when somebody is there, if they still are. */
const standing = ({ from, to }: Stayed): CalendarDate | null => (to === null ? from : null);

const lastChange = ({ changes }: Parts, who: string | null, kind: string): Change | undefined =>
  changes.findLast((one) => one.person_id === who && one.kind === kind);

const lastFact = ({ attested }: Parts, who: string | null, kind: string): Attested | undefined =>
  attested.findLast((one) => one.person_id === who && one.kind === kind);

interface Child {
  readonly id: string;
  readonly birth_date: CalendarDate;
  readonly columns: Readonly<Record<string, Value>>;
}

function childrenOf(parts: Parts, at: CalendarDate): readonly Child[] {
  const registered = parts.children.map((one): Child => {
    const disability = lastFact(parts, one.person_id, 'disability');
    const columns = {
      birth_date: one.birth_date,
      sex: one.sex,
      death_date: by(one.death_date, at),
      adopted_on: lastChange(parts, one.person_id, 'adoption')?.event_date ?? null,
      grade: disability?.grade ?? null,
      graded_from: disability?.day ?? null,
      graded_to: by(disability?.until, at),
    };
    return { id: one.person_id, birth_date: one.birth_date, columns };
  });
  const earlier = parts.attested
    .filter((one) => one.person_id === parts.self.person_id && one.kind === 'earlier-child')
    .map((one): Child => {
      const { fact_id: id, day: birth_date, sex, adopted_on, grade, graded_from } = one;
      const ends = { death_date: by(one.until, at), graded_to: by(one.graded_to, at) };
      return { id, birth_date, columns: { birth_date, sex, adopted_on, grade, graded_from, ...ends } };
    });
  const order = (one: Child) => `${one.birth_date} ${one.id}`;
  return [...registered, ...earlier].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

const slotColumns = (children: readonly Child[]): Values =>
  Object.fromEntries(
    CHILD_SLOTS.flatMap((n, index) =>
      Object.entries(children[index]?.columns ?? {}).map(([name, value]) => [
        `child${String(n)}_${name}`,
        value,
      ]),
    ),
  );

function hukouOf(parts: Parts, who: string | null, prefix: '' | 'spouse_'): Values {
  const change = lastChange(parts, who, 'hukou_kind_change');
  const person = who === null ? undefined : parts.people.get(who);
  return {
    [`${prefix}hukou_kind`]: person?.hukou_kind ?? null,
    [`${prefix}hukou_kind_from`]: change?.event_date ?? null,
    [`${prefix}hukou_kind_before`]: change?.before ?? null,
    [`${prefix}classed_rural_from`]: lastFact(parts, who, 'classed-rural')?.day ?? null,
  };
}

function spouseColumns(parts: Parts, at: CalendarDate): Values {
  const { self, people } = parts;
  const spouse = self.spouse_id === null ? undefined : people.get(self.spouse_id);
  return {
    married_on: spouse ? (lastChange(parts, self.person_id, 'marriage')?.event_date ?? null) : null,
    spouse_birth_date: spouse?.birth_date ?? null,
    spouse_death_date: by(spouse?.death_date, at),
    spouse_registered_from: standing(lastStay(parts, self.spouse_id, 'registered')),
    spouse_resident_from: standing(lastStay(parts, self.spouse_id, 'resident')),
    ...hukouOf(parts, self.spouse_id, 'spouse_'),
  };
}

function parentColumns(parts: Parts, at: CalendarDate): Values {
  const { self, people } = parts;
  const [mother, father] = [self.mother_id, self.father_id].map((id) =>
    id === null ? undefined : people.get(id),
  );
  const { guardian_id: guardian } = self;
  return {
    mother_birth_date: mother?.birth_date ?? self.mother_birth_date,
    mother_death_date: by(mother?.death_date, at),
    mother_registered_from: standing(lastStay(parts, self.mother_id, 'registered')),
    father_birth_date: father?.birth_date ?? null,
    father_death_date: by(father?.death_date, at),
    father_registered_from: standing(lastStay(parts, self.father_id, 'registered')),
    has_guardian: guardian !== null && guardian !== self.mother_id && guardian !== self.father_id,
    adopted_on: lastChange(parts, self.person_id, 'adoption')?.event_date ?? null,
  };
}

function attestedColumns(parts: Parts, at: CalendarDate): Values {
  const fact = (kind: string) => lastFact(parts, parts.self.person_id, kind);
  const day = (kind: string) => fact(kind)?.day ?? null;
  return {
    institution_from: day('institution'),
    children_complete_on: day('children-complete'),
    honour_certificate_on: day('honour-certificate'),
    honour_certificate_void_on: by(fact('honour-certificate')?.until, at),
    complication_grade: fact('complication')?.grade ?? null,
    complication_from: day('complication'),
    complication_to: by(fact('complication')?.until, at),
    cleft_diagnosed_on: day('cleft-diagnosis'),
    cleft_operated_on: day('cleft-operation'),
    checkup_on: day('checkup'),
    local_childcare_from: day('local-childcare'),
  };
}

function rowOf(parts: Parts, at: CalendarDate): Values {
  const { self } = parts;
  const stay = (population: Stay['population']) => lastStay(parts, self.person_id, population);
  const [registered, resident] = [stay('registered'), stay('resident')];
  const children = childrenOf(parts, at);
  return {
    ...nothingKnown,
    link: '',
    village: self.village,
    county: self.village === null ? null : `${self.village.slice(0, 6)}000000`,
    sex: self.sex,
    birth_date: self.birth_date,
    death_date: by(self.death_date, at),
    registered_from: registered.from,
    registered_to: registered.to,
    resident_from: resident.from,
    resident_to: resident.to,
    ...hukouOf(parts, self.person_id, ''),
    ...spouseColumns(parts, at),
    ...parentColumns(parts, at),
    ...slotColumns(children),
    children_beyond: Math.max(0, children.length - CHILD_SLOTS.length),
    ...attestedColumns(parts, at),
  };
}

/** The row of one person in the benefits view, from the live tables; null when there is no such person. */
export async function factsOfPerson(
  context: TransactionContext,
  personId: string,
  at: CalendarDate,
): Promise<Values | null> {
  const parts = await partsOf(context, personId, at);
  if (!parts) return null;
  const row = rowOf(parts, at);
  return Object.fromEntries(Object.keys(benefitPersons.columns).map((name) => [name, row[name] ?? null]));
}

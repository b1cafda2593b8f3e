import {
  benefitPersons,
  type CalendarDate,
  CHILD_SLOTS,
  nothingKnown,
  type Value,
  type Values,
} from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import { type Attested, type Change, type Parts, partsOf, type Stay } from './live-reads.ts';

/* One person of the benefits view from the live tables. A test holds it to the same row as the view. */

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

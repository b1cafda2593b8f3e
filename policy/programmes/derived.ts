import {
  and,
  atMost,
  choose,
  code,
  type Expression,
  earliestKnown,
  equals,
  integer,
  isKnown,
  isOpen,
  isRecorded,
  isUnknown,
  lasts,
  latestKnown,
  moreThan,
  not,
  onDay,
  onlyIf,
  or,
  plus,
  truth,
  unknown,
} from '../../src/language/index.ts';
import { type Child, children, facts } from './facts.ts';

type Day = Expression<'date'>;
type Bool = Expression<'boolean'>;
type Whole = Expression<'integer'>;

/** Facts of a day, told from the dated columns: said once, for all programmes. */

export const alive = (on: Day = onDay): Bool => isOpen(facts.death_date, on);

/**
 * Registered in the city on the day. Who lives here and was never registered is not; of whom neither is known it
 * cannot be told.
 */
export const registeredOn = (on: Day = onDay): Bool =>
  choose(isKnown(facts.registered_from), {
    then: lasts({ from: facts.registered_from, to: facts.registered_to, on }),
    otherwise: onlyIf(isKnown(facts.resident_from), truth(false)),
  });

/** Has a living spouse on the day. */
export const hasSpouse = (on: Day = onDay): Bool =>
  and(
    isKnown(facts.spouse_birth_date),
    or(isUnknown(facts.married_on), atMost(facts.married_on, on)),
    isOpen(facts.spouse_death_date, on),
  );

interface Hukou {
  readonly kind: Expression<'code'>;
  readonly from: Day;
  readonly before: Expression<'code'>;
  readonly classedFrom: Day;
}

const ownHukou: Hukou = {
  kind: facts.hukou_kind,
  from: facts.hukou_kind_from,
  before: facts.hukou_kind_before,
  classedFrom: facts.classed_rural_from,
};

const spouseHukou: Hukou = {
  kind: facts.spouse_hukou_kind,
  from: facts.spouse_hukou_kind_from,
  before: facts.spouse_hukou_kind_before,
  classedFrom: facts.spouse_classed_rural_from,
};

const kindOn = ({ kind, from, before }: Hukou, on: Day): Expression<'code'> =>
  choose(and(isKnown(from), moreThan(from, on)), { then: before, otherwise: kind });

/**
 * Agricultural, or classed as a rural resident. A unified registration (since 2014) says neither: without the
 * classification it cannot be told.
 */
const isRural = (hukou: Hukou, on: Day): Bool => {
  const kind = kindOn(hukou, on);
  return choose(isRecorded(hukou.classedFrom, on), {
    then: truth(true),
    otherwise: choose(equals(kind, code('unified')), {
      then: unknown('boolean'),
      otherwise: equals(kind, code('rural')),
    }),
  });
};

export const selfRural = (on: Day = onDay): Bool => isRural(ownHukou, on);
/** Whoever has no living spouse is judged alone. */
export const spouseRural = (on: Day = onDay): Bool =>
  choose(hasSpouse(on), { then: isRural(spouseHukou, on), otherwise: truth(true) });
export const selfUrban = (on: Day): Bool => equals(kindOn(ownHukou, on), code('urban'));
export const ownKind = (on: Day = onDay): Expression<'code'> => kindOn(ownHukou, on);
export const spouseKind = (on: Day = onDay): Expression<'code'> => kindOn(spouseHukou, on);

/** A child of the person by the day: born, and adopted where it was. */
const joined = ({ birth, adopted }: Child, on: Day): Bool =>
  and(isRecorded(birth, on), or(isUnknown(adopted), atMost(adopted, on)));
const living = (child: Child, on: Day): Bool => and(joined(child, on), isOpen(child.death, on));

const count = (that: (child: Child) => Bool): Whole =>
  children
    .map((child) => choose(that(child), { then: integer(1), otherwise: integer(0) }))
    .reduce((sum, one) => plus(sum, one));

/** How many children are known to live on the day, to have been boys among them, to have been there at all. */
export const livingChildren = (on: Day = onDay): Whole => count((child) => living(child, on));
export const livingSons = (on: Day = onDay): Whole =>
  count((child) => and(living(child, on), equals(child.sex, code('male'))));
export const livingDaughters = (on: Day = onDay): Whole =>
  count((child) => and(living(child, on), equals(child.sex, code('female'))));
export const childrenEver = (on: Day = onDay): Whole => count((child) => joined(child, on));

/** It was checked that no child is missing from the register, and every one has columns of its own. */
export const childrenComplete: Bool = and(
  isKnown(facts.children_complete_on),
  or(isUnknown(facts.child4_birth_date), equals(facts.children_beyond, integer(0))),
);

const GRADE = 3;
/** Certified as disabled at grade 3 or worse (1 is the worst). */
const disabled = (child: Child, on: Day): Bool =>
  and(
    living(child, on),
    isKnown(child.grade),
    atMost(child.grade, integer(GRADE)),
    isRecorded(child.gradedFrom, on),
    isOpen(child.gradedTo, on),
  );
export const hasDisabledChild = (on: Day = onDay): Bool =>
  or(...children.map((child) => disabled(child, on)));

const [eldest, ...younger] = children;
if (!eldest) throw new Error('a person has columns for a child at least');

/** The day on which the last of the children died; unknown while one of them lives, as far as is known. */
export const lostOn: Day = onlyIf(
  and(...children.map(({ birth, death }) => or(isUnknown(birth), isKnown(death)))),
  latestKnown(eldest.death, ...younger.map(({ death }) => death)),
);

/** The first day of a kind among the children with a certificate of a grade that counts. */
const ofDisabled = (of: (child: Child) => Day): Day => {
  const day = (child: Child) =>
    onlyIf(and(isKnown(child.grade), atMost(child.grade, integer(GRADE))), of(child));
  return earliestKnown(day(eldest), ...younger.map(day));
};
/** The day from which a child was certified as disabled, and the one on which that ended. */
export const disabledFrom: Day = ofDisabled(({ gradedFrom }) => gradedFrom);
export const disabledUntil: Day = ofDisabled(({ gradedTo }) => gradedTo);

/** Never two children alive at a time: each later one was born after all before had died. */
export const oneAtATime: Bool = and(
  ...children.slice(1).map(({ birth }, index) => {
    const { death } = children[index] ?? { death: unknown('date') };
    return or(isUnknown(birth), and(isKnown(death), atMost(death, birth)));
  }),
);

export const no = not(truth(true));
export const yes = truth(true);

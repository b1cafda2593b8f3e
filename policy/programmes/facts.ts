import {
  benefitPersons,
  CHILD_SLOTS,
  type ChildSlot,
  type Expression,
  factsOf,
} from '../../src/language/index.ts';

/** The columns of the benefits view that conditions speak of. */
export const facts = factsOf(benefitPersons);

/** What is known of one child. */
export interface Child {
  readonly birth: Expression<'date'>;
  readonly sex: Expression<'code'> & { readonly codes?: readonly string[] };
  readonly death: Expression<'date'>;
  readonly adopted: Expression<'date'>;
  readonly grade: Expression<'integer'>;
  readonly gradedFrom: Expression<'date'>;
  readonly gradedTo: Expression<'date'>;
}

const childOf = (slot: ChildSlot): Child => ({
  birth: facts[`child${slot}_birth_date`],
  sex: facts[`child${slot}_sex`],
  death: facts[`child${slot}_death_date`],
  adopted: facts[`child${slot}_adopted_on`],
  grade: facts[`child${slot}_grade`],
  gradedFrom: facts[`child${slot}_graded_from`],
  gradedTo: facts[`child${slot}_graded_to`],
});

/** The children with columns of their own, from the eldest on. */
export const children: readonly Child[] = CHILD_SLOTS.map(childOf);

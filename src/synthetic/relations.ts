import { at, NOBODY, type People } from './people.ts';

/** In the order of `relation`. */
export const relationNames = ['head', 'spouse', 'child', 'grandchild', 'parent', 'other'] as const;
const relation = { head: 0, spouse: 1, child: 2, grandchild: 3, parent: 4, other: 5 } as const;

interface Family {
  readonly people: People;
  /** Head of each household. */
  readonly heads: Int32Array;
}

const fatherOf = (people: People, mother: number) => (mother === NOBODY ? NOBODY : at(people.spouse, mother));
const motherOf = (people: People, index: number) => (index === NOBODY ? NOBODY : at(people.mother, index));

/** Whether `woman` or her husband is the head. */
const isCoupleOf = (people: People, woman: number, head: number) =>
  woman !== NOBODY && (woman === head || at(people.spouse, woman) === head);

/** What a person is to the head of the household, as an index of `relationNames`. */
export function relationIndex({ people, heads }: Family, index: number): number {
  const head = at(heads, at(people.household, index));
  if (head === index) return relation.head;
  if (at(people.spouse, index) === head) return relation.spouse;
  const mother = at(people.mother, index);
  if (isCoupleOf(people, mother, head)) return relation.child;
  const maternal = motherOf(people, mother);
  const paternal = motherOf(people, fatherOf(people, mother));
  if (isCoupleOf(people, maternal, head) || isCoupleOf(people, paternal, head)) return relation.grandchild;
  const headsMother = at(people.mother, head);
  return index === headsMother || index === fatherOf(people, headsMother) ? relation.parent : relation.other;
}

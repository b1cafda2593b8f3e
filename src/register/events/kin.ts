import type { RelationToHead } from '../person.ts';
import type { Party } from './definition.ts';

const parentsOf = ({ attributes }: Party) =>
  [attributes.mother, attributes.father].filter((one) => one !== null);

/** What somebody is to the head, by what the register knows of parents and marriages among the members. */
export function relationToHead(head: Party, one: Party, members: readonly Party[]): RelationToHead {
  if (one.personId === head.personId) return 'head';
  if (head.attributes.spouse === one.personId) return 'spouse';
  const couple = new Set([head.personId, head.attributes.spouse]);
  const parents = parentsOf(one);
  if (parents.some((parent) => couple.has(parent))) return 'child';
  if (parentsOf(head).includes(one.personId)) return 'parent';
  const grandparents = members.filter((member) => parents.includes(member.personId)).flatMap(parentsOf);
  if (grandparents.some((grandparent) => couple.has(grandparent))) return 'grandchild';
  return parents.some((parent) => parentsOf(head).includes(parent)) ? 'sibling' : 'other';
}

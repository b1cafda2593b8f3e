import { choiceField, text } from '../../language/index.ts';
import type { RelationToHead } from '../person.ts';

/** What somebody is to the head of the household. */
export const relations = choiceField<RelationToHead>(text('与户主关系', 'relation to the head'), {
  head: text('户主', 'head'),
  spouse: text('配偶', 'spouse'),
  child: text('子女', 'child'),
  grandchild: text('孙子女', 'grandchild'),
  parent: text('父母', 'parent'),
  sibling: text('兄弟姐妹', 'sibling'),
  other: text('其他', 'other'),
});

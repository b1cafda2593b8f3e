import {
  type CalendarDate,
  choiceField,
  dateField,
  optional,
  personField,
  text,
} from '../../language/index.ts';
import type { Sex } from '../person.ts';
import { defineEvent, type Party, type World } from './definition.ts';
import { impossible, isAged, isAliveOn } from './rules.ts';

/** Civil Code of China, article 1047: men from 22, women from 20 years. */
const MARRIAGEABLE: Readonly<Record<Sex, number>> = { male: 22, female: 20 };

/** Nobody is married twice: who has a wife or husband that lives on that day, or marries later, is not free. */
async function requireFree(world: World, party: Party, date: CalendarDate): Promise<void> {
  const { spouse } = party.attributes;
  const other = spouse === null ? null : await world.person(spouse, date).catch(() => null);
  if (spouse !== null && (!other || other.life.deathDate === null))
    throw impossible('其中一方已有配偶。', 'One of them is married already.');
  const today = await world.person(party.personId, world.today);
  if (today.standing.some((one) => one.date > date && one.changes.spouse))
    throw impossible(
      '其中一方之后另有婚姻登记。',
      'A later marriage or divorce of one of them is recorded.',
      text('请先更正之后的婚姻登记。', 'Correct the later record first.'),
    );
}

/** Civil Code, article 1048: no marriage in the direct line or between brother and sister, as far as parents are known. */
function requireNoKin(one: Party, other: Party): void {
  const parentsOf = ({ attributes }: Party) =>
    [attributes.mother, attributes.father].filter((parent) => parent !== null);
  const [parents, others] = [parentsOf(one), parentsOf(other)];
  const kin =
    parents.includes(other.personId) ||
    others.includes(one.personId) ||
    parents.some((parent) => others.includes(parent));
  if (kin)
    throw impossible('双方是直系血亲或兄弟姐妹。', 'They are parent and child, or brother and sister.');
}

export const marriage = defineEvent({
  key: 'marriage',
  operation: 'register/record-marriage',
  kind: 'marriage',
  title: text('结婚登记', 'Marriage'),
  definition: text(
    '男女双方依法登记，成为夫妻。双方名下各记一笔，不改变任何人的户籍地和常住地。',
    'A man and a woman become husband and wife by registration. It is recorded for both and changes nobody’s place.',
  ),
  source: text(
    '《中华人民共和国民法典》第一千零四十六条至第一千零四十九条',
    'Civil Code, arts. 1046 to 1049',
  ),
  fields: {
    personId: personField(text('一方', 'one of them')),
    spouseId: personField(text('另一方', 'the other')),
    date: dateField(text('登记日期', 'date')),
  },
  holds: { personId: 'subject', date: 'date', spouseId: { attribute: 'spouse' } },
  plan: async (world, { personId, spouseId, date }) => {
    const one = await world.person(personId, date);
    const other = await world.person(spouseId, date);
    if (one.attributes.sex === other.attributes.sex)
      throw impossible('双方应为一男一女。', 'They should be a man and a woman.');
    requireNoKin(one, other);
    for (const party of [one, other]) {
      await requireFree(world, party, date);
      if (!isAged(party, MARRIAGEABLE[party.attributes.sex], date))
        throw impossible('其中一方未到法定婚龄。', 'One of them is below the age of marriage.');
      if (!isAliveOn(party, date))
        throw impossible('其中一方在该日期已死亡。', 'One of them was dead on that day.');
    }
    return {
      events: [
        { personId, kind: 'marriage', date, changes: { spouse: spouseId } },
        { personId: spouseId, kind: 'marriage', date, changes: { spouse: personId } },
      ],
    };
  },
});

export const divorce = defineEvent({
  key: 'divorce',
  operation: 'register/record-divorce',
  kind: 'divorce',
  title: text('离婚登记', 'Divorce'),
  definition: text(
    '婚姻关系因登记或判决、调解而终止。双方名下各记一笔。',
    'A marriage ends by registration or by a court. It is recorded for both.',
  ),
  source: text('《中华人民共和国民法典》第一千零七十六条至第一千零八十条', 'Civil Code, arts. 1076 to 1080'),
  fields: {
    personId: personField(text('一方', 'one of them')),
    date: dateField(text('日期', 'date')),
    by: optional(
      choiceField(text('方式', 'by'), {
        registration: text('登记离婚', 'registration'),
        court: text('法院判决或调解', 'a court'),
      }),
    ),
  },
  holds: { personId: 'subject', date: 'date' },
  plan: async (world, { personId, date }) => {
    const { attributes } = await world.person(personId, date);
    if (attributes.spouse === null)
      throw impossible('此人在该日期没有配偶。', 'This person was not married on that day.');
    const other = await world.person(attributes.spouse, date);
    if (other.life.deathDate !== null)
      throw impossible('配偶在该日期之前已死亡。', 'The wife or husband was dead by that day.');
    return {
      events: [
        { personId, kind: 'divorce', date, changes: { spouse: null } },
        { personId: other.personId, kind: 'divorce', date, changes: { spouse: null } },
      ],
    };
  },
});

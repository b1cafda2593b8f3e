import {
  choiceField,
  dateField,
  nameField,
  optional,
  personField,
  text,
  textField,
} from '../../language/index.ts';
import { defineEvent, type Party } from './definition.ts';
import { impossible, isAged, isAliveOn, placesOn } from './rules.ts';

const OF_AGE = 18;
/** Civil Code, art. 1098: who adopts is at least thirty. */
const ADOPTING = 30;
const person = personField(text('本人', 'person'));
const date = dateField(text('日期', 'date'));

export const adoption = defineEvent({
  key: 'adoption',
  operation: 'register/record-adoption',
  kind: 'adoption',
  title: text('收养登记', 'Adoption'),
  definition: text(
    '未成年人由收养人依法收养，养父母成为法律上的父母。孩子随养父母落户、居住，编入其家庭户；出生登记保持不变。',
    'A child under 18 is adopted, and those who adopt are its parents in law from then on. It is registered and lives where they do, in their household; the record of its birth stays as it is.',
  ),
  source: text(
    '《中华人民共和国民法典》第一千零九十三条、第一千零九十八条、第一千一百零五条',
    'Civil Code, arts. 1093, 1098 and 1105',
  ),
  fields: {
    personId: personField(text('被收养人', 'child')),
    motherId: optional(personField(text('养母', 'adoptive mother'))),
    fatherId: optional(personField(text('养父', 'adoptive father'))),
    date,
  },
  holds: {
    personId: 'subject',
    date: 'date',
    motherId: { attribute: 'mother' },
    fatherId: { attribute: 'father' },
  },
  plan: async (world, { personId, motherId, fatherId, date: on }) => {
    const child = await world.person(personId, on);
    if (isAged(child, OF_AGE, on)) throw impossible('被收养人已成年。', 'The child is of age.');
    const mother = motherId === null ? null : adopter(await world.person(motherId, on), 'female', on);
    const father = fatherId === null ? null : adopter(await world.person(fatherId, on), 'male', on);
    const parent = mother ?? father;
    if (!parent) throw impossible('至少填写一名收养人。', 'At least one who adopts is needed.');
    const { household, relation } = parent.attributes;
    return {
      events: [
        {
          personId,
          kind: 'adoption',
          date: on,
          to: placesOn(parent),
          changes: {
            mother: motherId,
            father: fatherId,
            household,
            relation:
              household === null ? null : relation === 'head' || relation === 'spouse' ? 'child' : 'other',
          },
        },
      ],
    };
  },
});

function adopter(party: Party, sex: 'male' | 'female', on: Parameters<typeof isAged>[2]): Party {
  if (party.attributes.sex === sex && isAliveOn(party, on) && isAged(party, ADOPTING, on)) return party;
  throw impossible(
    '收养人不符合条件（健在、年满三十周岁）。',
    'Who adopts must be alive and at least thirty.',
  );
}

export const guardianship = defineEvent({
  key: 'guardianship',
  operation: 'register/record-guardianship',
  kind: 'guardianship',
  title: text('监护登记', 'Guardianship'),
  definition: text(
    '为未成年人，或不能完全辨认自己行为的成年人，确定、变更或终止监护人。不填监护人即为终止。',
    'Somebody becomes, replaces or ceases to be the guardian of a child, or of an adult who cannot act alone. Without a guardian it ends.',
  ),
  source: text(
    '《中华人民共和国民法典》第二十七条、第二十八条、第三十九条',
    'Civil Code, arts. 27, 28 and 39',
  ),
  fields: {
    personId: personField(text('被监护人', 'ward')),
    guardianId: optional(personField(text('监护人', 'guardian'))),
    date,
    by: optional(
      choiceField(text('确定方式', 'appointed by'), {
        law: text('法定', 'law'),
        agreement: text('协议', 'agreement'),
        committee: text(
          '村（居）委会或民政部门指定',
          'the village committee or the civil affairs department',
        ),
        court: text('人民法院指定', 'a court'),
      }),
    ),
  },
  holds: { personId: 'subject', date: 'date', guardianId: { attribute: 'guardian' } },
  plan: async (world, { personId, guardianId, date: on }) => {
    const ward = await world.person(personId, on);
    if (guardianId === personId) throw impossible('监护人不能是本人。', 'Nobody is their own guardian.');
    if (ward.attributes.guardian === guardianId)
      throw impossible('监护人与现有登记相同。', 'The guardian is the one already recorded.');
    const guardian = guardianId === null ? null : await world.person(guardianId, on);
    if (guardian && !(isAliveOn(guardian, on) && isAged(guardian, OF_AGE, on)))
      throw impossible('监护人应为健在的成年人。', 'A guardian is alive and of age.');
    return { events: [{ personId, kind: 'guardianship', date: on, changes: { guardian: guardianId } }] };
  },
});

export const nameChange = defineEvent({
  key: 'name-change',
  operation: 'register/change-name',
  kind: 'name_change',
  title: text('姓名变更', 'Change of name'),
  definition: text(
    '本人或监护人依法变更姓名，自当日起使用新名，此前的姓名保留在档。写错的姓名请用“更正”。',
    'Somebody takes another name from that day on; the earlier one stays on file. A name that was written wrongly is corrected instead.',
  ),
  source: text(
    '《中华人民共和国民法典》第一千零一十五条、第一千零一十六条；《中华人民共和国户口登记条例》第十八条',
    'Civil Code, arts. 1015 and 1016; Regulations on Household Registration, art. 18',
  ),
  fields: {
    personId: person,
    name: nameField(text('新姓名', 'new name')),
    date,
    reason: optional(textField(text('理由', 'reason'), 200)),
  },
  holds: { personId: 'subject', date: 'date', name: { attribute: 'name' } },
  plan: async (world, { personId, name, date: on }) => {
    const { attributes } = await world.person(personId, on);
    if (attributes.name === name)
      throw impossible('姓名与现有登记相同。', 'The name is the one already recorded.');
    return { events: [{ personId, kind: 'name_change', date: on, changes: { name } }] };
  },
});

export const merger = defineEvent({
  key: 'merger',
  operation: 'register/merge-persons',
  kind: 'merge',
  title: text('合并同一人的两份记录', 'Merge two records of one person'),
  definition: text(
    '同一个人有两份记录时，保留一份，另一份不再计入人口，其历史仍可查。合并错了可以撤回，两份记录恢复原状。',
    'When one human has two records, one goes on and the other counts no longer; its history can still be read. A wrong merger can be withdrawn: both records are then as before.',
  ),
  source: text(
    '《中华人民共和国个人信息保护法》第八条（保证质量）',
    'Personal Information Protection Law, art. 8 (quality of data)',
  ),
  fields: {
    personId: personField(text('多余的记录', 'the record too many')),
    intoId: personField(text('保留的记录', 'the record that stays')),
    date,
  },
  holds: { personId: 'subject', date: 'date', intoId: { attribute: 'mergedInto' } },
  plan: async (world, { personId, intoId, date: on }) => {
    if (personId === intoId) throw impossible('两份记录是同一份。', 'The two records are the same one.');
    const one = await world.person(personId, on);
    const into = await world.person(intoId, on);
    if (one.attributes.sex !== into.attributes.sex)
      throw impossible(
        '两份记录的性别不同。',
        'The two records differ in sex.',
        text('请先更正错误的一份。', 'Correct the wrong one first.'),
      );
    return { events: [{ personId, kind: 'merge', date: on, changes: { mergedInto: intoId } }] };
  },
});

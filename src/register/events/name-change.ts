import { dateField, nameField, optional, personField, text, textField } from '../../language/index.ts';
import { defineEvent } from './definition.ts';
import { impossible } from './rules.ts';

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
    personId: personField(text('本人', 'person')),
    name: nameField(text('新姓名', 'new name')),
    date: dateField(text('日期', 'date')),
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

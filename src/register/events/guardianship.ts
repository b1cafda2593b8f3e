import { choiceField, dateField, optional, personField, text } from '../../language/index.ts';
import { defineEvent } from './definition.ts';
import { impossible, isAged, isAliveOn } from './rules.ts';

const OF_AGE = 18;

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
    date: dateField(text('日期', 'date')),
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

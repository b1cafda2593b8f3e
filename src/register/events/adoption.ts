import { dateField, optional, personField, text } from '../../language/index.ts';
import { defineEvent, type Party } from './definition.ts';
import { impossible, isAged, isAliveOn, placesOn } from './rules.ts';

const OF_AGE = 18;
/** Civil Code, art. 1098: who adopts is at least thirty. */
const ADOPTING = 30;

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
    date: dateField(text('日期', 'date')),
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

import { dateField, optional, personField, phoneField, text, textField } from '../../language/index.ts';
import { defineEvent, type Holds } from './definition.ts';
import { impossible } from './rules.ts';

/** How somebody is reached: sealed, and asked for in two forms. */
export const contactFields = {
  phone: optional(phoneField(text('电话', 'phone'))),
  address: optional(textField(text('详细住址', 'full address'), 200)),
};

export const contactHolds = {
  phone: { attribute: 'phone' },
  address: { attribute: 'address' },
} as const satisfies Readonly<Record<keyof typeof contactFields, Holds>>;

export const contactChange = defineEvent({
  key: 'contact-change',
  operation: 'register/change-contact',
  kind: 'contact_change',
  title: text('联系方式变更', 'Change of phone and address'),
  definition: text(
    '本人的电话和详细住址，加密保存，只在办理业务需要时凭理由查看。两项都按填写的为准，不填即没有。',
    'The phone and the full address, kept sealed and shown for a stated reason alone. Both are as filled in; what is left empty is no longer known.',
  ),
  source: text(
    '《中华人民共和国个人信息保护法》第六条、第八条、第五十一条',
    'Personal Information Protection Law, arts. 6, 8 and 51',
  ),
  fields: {
    personId: personField(text('本人', 'person')),
    date: dateField(text('日期', 'date')),
    ...contactFields,
  },
  holds: {
    personId: 'subject',
    date: 'date',
    ...contactHolds,
  },
  plan: async (world, { personId, date, phone, address }) => {
    const { life } = await world.person(personId, date);
    if (life.deathDate !== null)
      throw impossible('此人在该日期已死亡。', 'This person was dead on that day.');
    return { events: [{ personId, kind: 'contact_change', date, changes: { phone, address } }] };
  },
});

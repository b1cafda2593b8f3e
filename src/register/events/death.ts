import { choiceField, dateField, optional, personField, text } from '../../language/index.ts';
import { nowhere } from '../person.ts';
import { defineEvent } from './definition.ts';

export const death = defineEvent({
  key: 'death',
  operation: 'register/record-death',
  kind: 'death',
  title: text('死亡登记', 'Death'),
  definition: text(
    '活产之后所有生命迹象永久消失。自死亡之日起，不再计入户籍人口和常住人口。',
    'All signs of life are gone for ever, at any time after a live birth. From that day the person counts in neither population.',
  ),
  source: text(
    '联合国《生命统计系统原则和建议（第三次修订版）》；《中华人民共和国户口登记条例》第八条',
    'UN, Principles and Recommendations for a Vital Statistics System, Rev. 3; Regulations on Household Registration, art. 8',
  ),
  fields: {
    personId: personField(text('本人', 'person')),
    date: dateField(text('死亡日期', 'date of death')),
    evidence: optional(
      choiceField(text('凭证', 'evidence'), {
        medical: text('居民死亡医学证明', 'medical certificate of death'),
        police: text('公安部门证明', 'certificate of the police'),
        court: text('人民法院宣告死亡判决', 'court decision declaring the person dead'),
        committee: text('村（居）委会证明', 'certificate of the village committee'),
      }),
    ),
  },
  holds: { personId: 'subject', date: 'date' },
  plan: async (world, { personId, date }) => {
    await world.person(personId, date);
    return { events: [{ personId, kind: 'death', date, to: nowhere }] };
  },
});

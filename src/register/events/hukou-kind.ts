import { choiceField, dateField, personField, text } from '../../language/index.ts';
import { defineEvent } from './definition.ts';
import { impossible } from './rules.ts';

export const hukouKindField = choiceField(text('户口性质', 'kind of household registration'), {
  rural: text('农业', 'rural'),
  urban: text('非农业', 'urban'),
  unified: text('居民户口（城乡统一）', 'resident, rural and urban alike'),
});

export const hukouKindChange = defineEvent({
  key: 'hukou-kind-change',
  operation: 'register/change-hukou-kind',
  kind: 'hukou_kind_change',
  title: text('户口性质变更', 'Change of the kind of registration'),
  definition: text(
    '农业、非农业户口之间的变更，或统一登记为居民户口。只影响仍按当年户口性质确定资格的老政策。',
    'A change between rural and urban registration, or to the one kind for all. It matters only for old benefits that still ask for the kind of that time.',
  ),
  source: text('国发〔2014〕25号', 'State Council [2014] No. 25'),
  fields: {
    personId: personField(text('本人', 'person')),
    date: dateField(text('日期', 'date')),
    hukouKind: hukouKindField,
  },
  holds: { personId: 'subject', date: 'date', hukouKind: { attribute: 'hukouKind' } },
  plan: async (world, { personId, date, hukouKind }) => {
    const person = await world.person(personId, date);
    if (person.attributes.hukouKind === hukouKind)
      throw impossible('户口性质与现有登记相同。', 'The kind of registration is the one already recorded.');
    return { events: [{ personId, kind: 'hukou_kind_change', date, changes: { hukouKind } }] };
  },
});

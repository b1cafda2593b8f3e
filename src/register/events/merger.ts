import { dateField, personField, text } from '../../language/index.ts';
import { defineEvent } from './definition.ts';
import { impossible } from './rules.ts';

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
    date: dateField(text('日期', 'date')),
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
    const { standing } = await world.person(personId, world.today);
    if (standing.some(({ changes }) => changes.spouse)) throw married();
    return { events: [{ personId, kind: 'merge', date: on, changes: { mergedInto: intoId } }] };
  },
});

/** A marriage is recorded for both: it would be left to one of them. */
const married = () =>
  impossible(
    '多余的记录上有婚姻登记。',
    'The record too many has a marriage.',
    text(
      '请先撤回这项婚姻登记，改登记在保留的记录上。',
      'Withdraw the marriage first, and record it with the record that stays.',
    ),
  );

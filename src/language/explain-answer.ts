import type { Field, FieldKind, FormFields } from './form.ts';
import { type Text, text } from './text.ts';

/** One sentence and its remedy. */
export interface Advice {
  readonly message: Text;
  readonly remedy: Text;
}

const CHOOSE = text('请填写模板所列的值。', 'Write one of the values that the template lists.');

/** How an answer of each kind is written. */
const remedies: Readonly<Record<FieldKind, Text>> = {
  person: text(
    '填写在册人员的身份证号、其他证件号码或人员编号。',
    'Give the identity number, the number of another document or the id of a person in the register.',
  ),
  persons: text(
    '填写在册人员的身份证号或人员编号，用分号隔开。',
    'Give identity numbers or ids of persons in the register, with semicolons between them.',
  ),
  household: text(
    '填写户编号，或户内一名成员的身份证号。',
    'Give the id of the household, or the identity number of a member.',
  ),
  village: text('填写 12 位村（社区）代码。', 'Give the 12-digit code of a village.'),
  date: text('写成 2013-05-01。', 'Write it like 2013-05-01.'),
  name: text('填写 1 至 50 个字。', 'Give 1 to 50 characters.'),
  choice: CHOOSE,
  identityNumber: text(
    '请对照身份证核对 18 位号码；最后一位由前 17 位算出，任何一位写错都会不符。',
    'Check the 18 digits against the card: the last one follows from the others, so any wrong one shows.',
  ),
  number: text('填写范围内的整数。', 'Give a whole number within the limits.'),
  phone: text(
    '填写 11 位手机号，或带区号的固定电话。',
    'Give a mobile number of 11 digits, or a fixed one with its area code.',
  ),
  unit: text('填写单位所在地区的代码。', 'Give the code of the area of the unit.'),
  township: text('从列表中选择乡镇（街道）。', 'Choose a township from the list.'),
  text: text('核对内容和长度。', 'Check what is written, and its length.'),
  longText: text('核对内容和长度。', 'Check what is written, and its length.'),
};

export const missingAnswer = (label: Text): Advice => ({
  message: text(`“${label.zh}”没有填写。`, `"${label.en}" is empty.`),
  remedy: text('请填写后重新提交。', 'Fill it in, and send it again.'),
});

export const unreadableAnswer = (label: Text, field: Field): Advice => ({
  message: text(`“${label.zh}”的内容无法识别。`, `"${label.en}" cannot be read.`),
  remedy:
    field.kind === 'choice'
      ? text(
          `请填写：${field.choices.map((choice) => choice.label.zh).join('、')}。`,
          `Write one of: ${field.choices.map((choice) => choice.label.en).join(', ')}.`,
        )
      : remedies[field.kind],
});

/** What is wrong with the answer to a question of a form, in the words of the form. */
export function explainAnswer(fields: FormFields, key: string, given: unknown): Advice | null {
  const field = fields[key];
  if (!field) return null;
  const isEmpty = given === undefined || given === null || given === '';
  return isEmpty ? missingAnswer(field.label) : unreadableAnswer(field.label, field);
}

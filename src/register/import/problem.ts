import { type Field, type FieldKind, type Text, text } from '../../language/index.ts';
import type { DomainError } from '../../platform/index.ts';

/** What is wrong with a row of a file, where, and what to do about it. */
export interface Problem {
  /** The line of the file; the headings are line 1. */
  readonly line: number;
  /** The column by its heading; null when the row as a whole is refused. */
  readonly column: string | null;
  readonly message: Text;
  readonly remedy: Text;
}
export type Wrong = Omit<Problem, 'line'>;

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
    '核对 18 位号码；在 Excel 中把该列设为文本格式。',
    'Check the 18 digits; in Excel, format the column as text.',
  ),
  number: text('填写范围内的整数。', 'Give a whole number within the limits.'),
  text: text('核对内容和长度。', 'Check what is written, and its length.'),
};

export const missing = (column: string): Wrong => ({
  column,
  message: text(`“${column}”没有填写。`, `"${column}" is empty.`),
  remedy: text('请填写后重新提交。', 'Fill it in, and send it again.'),
});

export const unreadable = (column: string, field: Field): Wrong => ({
  column,
  message: text(`“${column}”的内容无法识别。`, `"${column}" cannot be read.`),
  remedy:
    field.kind === 'choice'
      ? text(
          `请填写：${field.choices.map(({ label }) => label.zh).join('、')}。`,
          `Write one of: ${field.choices.map(({ label }) => label.en).join(', ')}.`,
        )
      : remedies[field.kind],
});

/** What an operation would have answered to the row as a form. */
export const refusedAs = ({ details }: DomainError, column: string | null): Wrong => ({
  column,
  message: details.message,
  remedy: details.remedy,
});

export const wrongRow = (message: Text, remedy: Text): Wrong => ({ column: null, message, remedy });

import { type Field, missingAnswer, type Text, unreadableAnswer } from '../../language/index.ts';
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

export const missing = (column: string): Wrong => ({ column, ...missingAnswer({ zh: column, en: column }) });

const inSpreadsheets: Text = {
  zh: '请核对 18 位号码；在 Excel 中把该列设为文本格式。',
  en: 'Check the 18 digits; in Excel, format the column as text.',
};

export const unreadable = (column: string, field: Field): Wrong => ({
  column,
  ...unreadableAnswer({ zh: column, en: column }, field),
  // A spreadsheet takes a number of 18 digits for one that it may round.
  ...(field.kind === 'identityNumber' ? { remedy: inSpreadsheets } : {}),
});

/** What an operation would have answered to the row as a form. */
export const refusedAs = ({ details }: DomainError, column: string | null): Wrong => ({
  column,
  message: details.message,
  remedy: details.remedy,
});

export const wrongRow = (message: Text, remedy: Text): Wrong => ({ column: null, message, remedy });

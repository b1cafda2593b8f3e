import { type CalendarDate, type FormFields, text } from '../language/index.ts';
import { DomainError } from '../platform/index.ts';

export const inFuture = (field?: string) =>
  new DomainError({
    code: 'conflict',
    ...(field === undefined ? {} : { field }),
    message: text('日期在今天之后。', 'The date lies in the future.'),
    remedy: text('请核对日期后重新提交。', 'Check the date, and send it again.'),
  });

/** Nothing that is registered lies in the future: refuses the first day that does, by its question. */
export function requirePastDays(
  fields: FormFields,
  answers: Readonly<Record<string, unknown>>,
  today: CalendarDate,
): void {
  const field = Object.keys(fields).find(
    (key) => fields[key]?.kind === 'date' && String(answers[key] ?? '') > today,
  );
  if (field !== undefined) throw inFuture(field);
}

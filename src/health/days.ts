import { type CalendarDate, text } from '../language/index.ts';
import { DomainError } from '../platform/index.ts';
import type { HealthDependencies } from './dependencies.ts';

/** What has happened cannot have happened tomorrow. */
export function requirePast({ casework }: HealthDependencies, day: CalendarDate, field = 'day'): void {
  if (day <= casework.today()) return;
  throw new DomainError({
    code: 'invalid_input',
    field,
    message: text('这一天还没有到。', 'That day has not come yet.'),
    remedy: text('请填写实际发生的日期。', 'Give the day on which it happened.'),
  });
}

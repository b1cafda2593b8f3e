import { text } from '../../language/index.ts';
import { DomainError } from '../../platform/index.ts';

/** Refuses a form whose `field` is null where the act needs it. */
export function refuseIfMissing<T>(value: T | null, field: string): asserts value is T {
  if (value !== null) return;
  throw new DomainError({
    code: 'invalid_input',
    field,
    message: text(
      `字段 ${field} 缺失或与其他内容矛盾。`,
      `Field ${field} is missing or contradicts the rest.`,
    ),
    remedy: text('请补充或更正后重新提交。', 'Add or correct it, and send it again.'),
  });
}

import type { z } from 'zod';
import { text } from '../../language/index.ts';
import { DomainError } from '../errors.ts';

/** The input as `schema` reads it, or `invalid_input` naming the first field that is wrong. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  const where = field ? { zh: `字段 ${field}：`, en: `Field ${field}: ` } : { zh: '', en: '' };
  const what = issue?.message ?? '';
  throw new DomainError({
    code: 'invalid_input',
    message: text(`${where.zh}${what}。`, `${where.en}${what}.`),
    remedy: text(
      '请按接口说明改正后重新提交。',
      'Correct it as the description of the operation says, and send it again.',
    ),
    ...(field ? { field } : {}),
  });
}

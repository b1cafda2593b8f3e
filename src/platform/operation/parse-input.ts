import type { z } from 'zod';
import { type Advice, text } from '../../language/index.ts';
import { DomainError } from '../errors.ts';

type ExplainField = (field: string, given: unknown) => Advice | null;

/** What the schema says, for whoever reads the description of the operation. */
function asSchemaSays(field: string, what: string): Advice {
  const where = field ? { zh: `字段 ${field}：`, en: `Field ${field}: ` } : { zh: '', en: '' };
  return {
    message: text(`${where.zh}${what}。`, `${where.en}${what}.`),
    remedy: text(
      '请按接口说明改正后重新提交。',
      'Correct it as the description of the operation says, and send it again.',
    ),
  };
}

const givenAt = (input: unknown, key: string): unknown =>
  typeof input === 'object' && input !== null ? (input as Partial<Record<string, unknown>>)[key] : undefined;

/** The input as `schema` reads it, or `invalid_input` naming the first field that is wrong. */
export function parseInput<S extends z.ZodType>(
  schema: S,
  input: unknown,
  explainField: ExplainField = () => null,
): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  const key = String(issue?.path[0] ?? '');
  const explained = explainField(key, givenAt(input, key)) ?? asSchemaSays(field, issue?.message ?? '');
  throw new DomainError({ code: 'invalid_input', ...explained, ...(field ? { field } : {}) });
}

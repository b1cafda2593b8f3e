import { z } from 'zod';
import {
  benefitPersons,
  type FactColumn,
  nothingKnown,
  parseCalendarDate,
  text,
  type Value,
  type Values,
} from '../language/index.ts';
import { DomainError } from '../platform/index.ts';

/** Columns by name; those that are left out are unknown. */
export const factsInput = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const wrong = (column: string, zh: string, en: string) =>
  new DomainError({
    code: 'invalid_input',
    message: text(`${column}：${zh}`, `${column}: ${en}`),
    remedy: text(
      '请对照 jiahu benefits facts 列出的列。',
      'See the columns that jiahu benefits facts lists.',
    ),
    field: `facts.${column}`,
  });

const fits: Readonly<Record<FactColumn['type'], (value: Value) => boolean>> = {
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => Number.isSafeInteger(value),
  code: (value) => typeof value === 'string',
  date: (value) => typeof value === 'string' && parseCalendarDate(value) !== null,
};

const columns: Readonly<Record<string, FactColumn>> = benefitPersons.columns;

function requireFits(name: string, value: Value): void {
  const column = columns[name];
  if (!column) throw wrong(name, '没有这一列。', 'there is no such column.');
  if (value === null) return;
  if (!fits[column.type](value))
    throw wrong(name, `不是 ${column.type} 类型。`, `this is not a ${column.type}.`);
  if (column.codes && !column.codes.includes(String(value)))
    throw wrong(name, `应为 ${column.codes.join('、')}。`, `one of ${column.codes.join(', ')} is wanted.`);
}

/** The facts of somebody who need not exist, checked column by column. */
export function readFacts(given: z.output<typeof factsInput>): Values {
  for (const [name, value] of Object.entries(given)) requireFits(name, value);
  return { ...nothingKnown, ...given };
}

import type { Field, FieldKind } from '../../language/index.ts';
import type { RowForm } from './columns.ts';
import { missing, unreadable, type Wrong } from './problem.ts';

export type Cells = Readonly<Record<string, string>>;

/** A row as its form reads it. */
export type ReadRow =
  | { readonly answers: Readonly<Record<string, unknown>>; readonly wrong: null }
  | { readonly answers: null; readonly wrong: readonly Wrong[] };

const sameWord = (one: string, other: string) => one.trim().toLowerCase() === other.toLowerCase();

/** The question under a heading: by its key or its label in either language. */
export const keyOfHeading = ({ fields }: RowForm, heading: string): string | undefined =>
  Object.entries(fields).find(([key, { label }]) =>
    [key, label.zh, label.en].some((word) => sameWord(heading, word)),
  )?.[0];

const choiceOf = (field: Field, typed: string): string =>
  field.choices.find(({ value, label }) => [value, label.zh, label.en].some((word) => sameWord(typed, word)))
    ?.value ?? typed;

const SEPARATOR = /[;；、,，\s]+/u;

/** What people write in a cell, as the form takes it. */
const readings: Readonly<Partial<Record<FieldKind, (field: Field, typed: string) => unknown>>> = {
  choice: choiceOf,
  persons: (_, typed) => typed.split(SEPARATOR).filter((one) => one !== ''),
};

const readCell = (field: Field, typed: string): unknown => readings[field.kind]?.(field, typed) ?? typed;

/** Finds the ids of people and households whom a row names in another way; null for nobody. */
export type Identify = (field: Field, typed: unknown) => Promise<unknown>;

/** Reads the cells of a row, by the keys of its form; `labels` are the headings under which they stood. */
export function readRow({ fields }: RowForm, cells: Cells, labels: Cells): ReadRow {
  const answers: Record<string, unknown> = {};
  const wrong: Wrong[] = [];
  for (const [key, field] of Object.entries(fields)) {
    const typed = cells[key] ?? '';
    const column = labels[key] ?? field.label.zh;
    if (typed === '' && !field.optional) wrong.push(missing(column));
    const read = field.schema.safeParse(typed === '' ? null : readCell(field, typed));
    if (read.success) answers[key] = read.data;
    else if (typed !== '') wrong.push(unreadable(column, field));
  }
  return wrong.length === 0 ? { answers, wrong: null } : { answers: null, wrong };
}

/** The cells with every person and household named by id. */
export async function identifyCells({ fields }: RowForm, cells: Cells, identify: Identify): Promise<Cells> {
  const named: Record<string, string> = { ...cells };
  for (const [key, field] of Object.entries(fields)) {
    const typed = cells[key] ?? '';
    if (typed === '') continue;
    const found = await identify(field, readCell(field, typed));
    if (typeof found === 'string') named[key] = found;
    else if (Array.isArray(found)) named[key] = found.join(';');
  }
  return named;
}

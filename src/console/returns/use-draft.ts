import { useState } from 'react';
import type { ReturnForms, ReturnList } from '../../statistics/index.ts';
import { shownAmount } from '../format.ts';

export type Form = ReturnForms['forms'][number];
export type Row = ReturnList['rows'][number];

/** What was typed, by area and column. */
export type Draft = Readonly<Record<string, Readonly<Record<string, string>>>>;
export const EXPLANATION = 'explanation';

/** What a cell shows: what was typed, otherwise what was reported. */
export function shownCell(
  draft: Draft,
  row: Row,
  { key, unit }: { readonly key: string; readonly unit: string },
) {
  const typed = draft[row.area]?.[key];
  if (typed !== undefined) return typed;
  return key === EXPLANATION ? (row.explanation ?? '') : shownAmount(unit, row.amounts?.[key]);
}

/** The changed rows, whole, as the server takes them. */
export const changedRows = (form: Form, rows: readonly Row[], draft: Draft) =>
  rows
    .filter((row) => draft[row.area] !== undefined)
    .map((row) => ({
      area: row.area,
      amounts: Object.fromEntries(form.items.map((item) => [item.key, shownCell(draft, row, item)])),
      explanation: shownCell(draft, row, { key: EXPLANATION, unit: '' }),
    }));

/** What is typed into the grid until it is accepted. */
export function useDraft() {
  const [draft, setDraft] = useState<Draft>({});
  const type = (area: string, column: string, value: string) => {
    setDraft((before) => ({ ...before, [area]: { ...before[area], [column]: value } }));
  };
  const keepOnly = (areas: ReadonlySet<string>) => {
    setDraft((before) => Object.fromEntries(Object.entries(before).filter(([area]) => areas.has(area))));
  };
  return { draft, type, keepOnly };
}

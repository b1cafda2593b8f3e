import { text } from '../../language/index.ts';
import { failure, type Rows } from '../../platform/index.ts';
import type { ImportKind } from '../tables.ts';
import type { Vault } from '../vault.ts';
import { EVENT, formsOf, type RowForm } from './columns.ts';
import { type Problem, type Wrong, wrongRow } from './problem.ts';
import { type Cells, keyOfHeading } from './read-row.ts';

/** A row of a file with the form that it fills in. */
export interface SheetRow {
  readonly line: number;
  readonly form: RowForm;
  readonly cells: Cells;
  /** By which the row is known again when it is sent again. */
  readonly digest: string;
  /** The heading under which each cell stood. */
  readonly labels: Cells;
}

export interface Sheet {
  readonly headings: readonly string[];
  /** The cells as they were sent, by line. */
  readonly sent: ReadonlyMap<number, readonly string[]>;
  readonly rows: readonly SheetRow[];
  readonly problems: readonly Problem[];
}

/** Written into the file of refused rows, and passed over when it is sent again. */
export const PROBLEM = { zh: '问题', en: 'problem' };
export const REMEDY = { zh: '改正办法', en: 'remedy' };

const FIRST_LINE = 2;
const sameWord = (one: string, words: readonly string[]) => words.includes(one.trim().toLowerCase());
const isRemark = (heading: string) =>
  sameWord(heading, [PROBLEM.zh, PROBLEM.en, REMEDY.zh, REMEDY.en]) || heading.trim() === '';
const isEvent = (heading: string) => sameWord(heading, [EVENT.key, EVENT.zh, EVENT.en]);

const unusable = (zh: string, en: string) =>
  failure(
    'invalid_input',
    text(zh, en),
    text('请用该类文件的模板。', 'Use the template of that kind of file.'),
  );

const eventOf = (forms: readonly RowForm[], typed: string): RowForm | undefined =>
  forms.find(({ key, title }) => sameWord(typed, [key, title.zh, title.en.toLowerCase()]));

/** Where the cells of a form stand. */
interface Layout {
  /** The key of each column; null for one that is passed over, undefined for one that the form does not have. */
  readonly keys: readonly (string | null | undefined)[];
  readonly labels: Cells;
  readonly foreign: readonly number[];
}

function layoutOf(form: RowForm, headings: readonly string[]): Layout {
  const keys = headings.map((heading) =>
    isRemark(heading) || isEvent(heading) ? null : keyOfHeading(form, heading),
  );
  return {
    keys,
    labels: Object.fromEntries(keys.flatMap((key, at) => (key ? [[key, headings[at] ?? '']] : []))),
    foreign: keys.flatMap((key, at) => (key === undefined ? [at] : [])),
  };
}

function cellsOf({ keys }: Layout, sent: readonly string[]): Cells {
  const cells: Record<string, string> = {};
  for (const [at, key] of keys.entries()) if (key) cells[key] = sent[at] ?? '';
  return cells;
}

const strange = (heading: string): Wrong => ({
  column: heading,
  message: text(`这一事项没有“${heading}”这一列。`, `This event has no column "${heading}".`),
  remedy: text('请清空该单元格，或核对登记事项。', 'Empty the cell, or check the event.'),
});

function checkHeadings(kind: ImportKind, headings: readonly string[], layouts: readonly Layout[]): void {
  const lost = headings.find((_, index) => layouts.every(({ foreign }) => foreign.includes(index)));
  if (lost !== undefined) throw unusable(`没有“${lost}”这一列。`, `There is no column "${lost}".`);
  if (kind === 'events' && !headings.some(isEvent))
    throw unusable('缺少“登记事项”列。', 'The column "event" is missing.');
}

/** What a row says, whatever the order of its columns. */
function digestOf(vault: Vault, { key, fields }: RowForm, cells: Cells): string {
  const said = Object.keys(fields).map((name) => cells[name] ?? '');
  return vault.rowDigest(JSON.stringify([key, ...said]));
}

/** Lays the cells of a file out by the questions that its headings name. */
export function readSheet(kind: ImportKind, [headings, ...rows]: Rows, vault: Vault): Sheet {
  if (!headings || rows.length === 0) throw unusable('文件没有数据行。', 'The file has no rows.');
  const forms = formsOf[kind];
  const layouts = new Map(forms.map((form) => [form, layoutOf(form, headings)]));
  checkHeadings(kind, headings, [...layouts.values()]);
  const eventAt = headings.findIndex(isEvent);
  const problems: Problem[] = [];
  const laid = rows.flatMap((sent, index): readonly SheetRow[] => {
    const line = index + FIRST_LINE;
    const form = kind === 'events' ? eventOf(forms, sent[eventAt] ?? '') : forms[0];
    const layout = form && layouts.get(form);
    if (!form || !layout) {
      problems.push({ line, ...unknownEvent(sent[eventAt] ?? '') });
      return [];
    }
    const outside = layout.foreign.filter((at) => (sent[at] ?? '') !== '');
    problems.push(...outside.map((at) => ({ line, ...strange(headings[at] ?? '') })));
    if (outside.length > 0) return [];
    const cells = cellsOf(layout, sent);
    return [{ line, form, cells, labels: layout.labels, digest: digestOf(vault, form, cells) }];
  });
  return {
    headings,
    sent: new Map(rows.map((cells, index) => [index + FIRST_LINE, cells])),
    rows: laid,
    problems,
  };
}

const unknownEvent = (typed: string): Wrong => ({
  ...wrongRow(
    text(`没有登记事项“${typed}”。`, `There is no event "${typed}".`),
    text(
      `可填：${formsOf.events.map(({ key }) => key).join('、')}。`,
      `Write one of: ${formsOf.events.map(({ key }) => key).join(', ')}.`,
    ),
  ),
  column: EVENT.zh,
});

import type { Locale } from '../language/index.ts';
import type { ReturnForms, ReturnList } from '../statistics/index.ts';

type Form = ReturnForms['forms'][number];

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const HEADS: Readonly<Record<Locale, readonly [string, string, string]>> = {
  zh: ['地区代码', '地区名称', '说明'],
  en: ['area code', 'area name', 'explanation'],
};

/** An empty return as CSV: one line for each area, the headings that the server reads. */
export function templateCsv(form: Form, rows: readonly ReturnList['rows'][number][], locale: Locale): string {
  const [code, name, explanation] = HEADS[locale];
  const heads = [code, name, ...form.items.map((item) => item.label[locale]), explanation];
  const lines = rows.map((row) => [row.area, row.name[locale], ...form.items.map(() => ''), '']);
  return `\uFEFF${[heads, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

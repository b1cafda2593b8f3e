import { type ReturnForm, text } from '../../language/index.ts';
import { failure, readCsv } from '../../platform/index.ts';

const AREA = ['area', '地区代码', 'area code'];
const NAME = ['name', '地区名称', 'area name'];
const EXPLANATION = ['explanation', '说明'];

export interface FileRow {
  readonly area: string;
  readonly amounts: Readonly<Record<string, string>>;
  readonly explanation: string | null;
}

const unreadable = (why: string) =>
  failure(
    'invalid_input',
    text(`文件读不出来：${why}。`, `The file cannot be read: ${why}.`),
    text('请用下载的模板，另存为 CSV UTF-8。', 'Use the template and save it as CSV UTF-8.'),
  );

const sameWord = (one: string, other: string) => one.trim().toLowerCase() === other.toLowerCase();
const isOneOf = (heading: string, words: readonly string[]) => words.some((word) => sameWord(heading, word));

/** What a heading of the file stands for: a column by its key or its label in either language. */
function columnOf(form: ReturnForm, heading: string): string | null {
  if (isOneOf(heading, AREA)) return 'area';
  if (isOneOf(heading, EXPLANATION)) return 'explanation';
  if (isOneOf(heading, NAME)) return null;
  const item = Object.entries(form.items).find(([key, { label }]) =>
    isOneOf(heading, [key, label.zh, label.en]),
  );
  return item?.[0] ?? heading.trim();
}

function records(csv: string): readonly (readonly string[])[] {
  try {
    return readCsv(csv);
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
}

/** The rows of a CSV file with one heading line; cells stay as they were written. */
export function readReturnFile(form: ReturnForm, csv: string): readonly FileRow[] {
  const [headings, ...rows] = records(csv);
  if (!headings || rows.length === 0) throw unreadable('no rows / 没有数据行');
  const columns = headings.map((heading) => columnOf(form, heading));
  if (!columns.includes('area')) throw unreadable('no column "area" / 缺少“地区代码”列');
  return rows.map((cells) => {
    const row = Object.fromEntries(
      columns.flatMap((column, index) => (column === null ? [] : [[column, cells[index] ?? '']])),
    );
    const { area = '', explanation = '', ...amounts } = row;
    return { area, amounts, explanation: explanation === '' ? null : explanation };
  });
}

import {
  describe,
  evaluate,
  type ReturnForm,
  type ReturnItem,
  rowView,
  type Text,
  text,
} from '../../language/index.ts';

/** Whole numbers by item; money in fen. */
export type Amounts = Readonly<Record<string, number>>;

/** Why a cell is refused, and what to do. */
export interface CellProblem {
  readonly column: string;
  readonly problem: Text;
  readonly remedy: Text;
}

/** What somebody typed, by item. */
export type WrittenRow = Readonly<Record<string, string | number | null | undefined>>;

const LARGEST = 1_000_000_000_000;
const NUMBER = /^\d+(\.\d+)?$/;

const toHalfWidth = (value: string) =>
  value.replace(/[\uFF0C\uFF0D\uFF0E\uFF10-\uFF19]/g, (char) =>
    String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );

const refuse = (column: string, problem: Text, remedy: Text): CellProblem => ({ column, problem, remedy });

const isMoney = ({ unit }: ReturnItem) => unit === 'yuan';

/** Reads a number as people type it (spaces, thousands separators, full-width digits). */
function readAmount(
  column: string,
  item: ReturnItem,
  written: string | number | null | undefined,
): number | CellProblem {
  const cell = toHalfWidth(String(written ?? '')).replace(/[\s,]/g, '');
  if (cell === '')
    return refuse(column, text('未填写', 'nothing is written'), text('没有请填 0', 'write 0 for none'));
  if (cell.startsWith('-'))
    return refuse(
      column,
      text(`“${cell}”是负数`, `"${cell}" is negative`),
      text('请填 0 或正数', 'write 0 or a positive number'),
    );
  if (!NUMBER.test(cell))
    return refuse(
      column,
      text(`“${cell}”不是数字`, `"${cell}" is not a number`),
      text('只填阿拉伯数字', 'write digits only'),
    );
  return inRange(column, item, Math.round(Number(cell) * (isMoney(item) ? 100 : 1) * 1000) / 1000);
}

function inRange(column: string, item: ReturnItem, amount: number): number | CellProblem {
  if (!Number.isInteger(amount))
    return isMoney(item)
      ? refuse(
          column,
          text('金额最多两位小数', 'money has at most two decimals'),
          text('请以元为单位，精确到分', 'write yuan to the fen'),
        )
      : refuse(column, text('不是整数', 'not a whole number'), text('请填整数', 'write a whole number'));
  const largest = item.largest ?? LARGEST;
  return amount > largest
    ? refuse(
        column,
        text(`大于 ${String(largest)}`, `more than ${String(largest)}`),
        text(`最多 ${String(largest)}`, `at most ${String(largest)}`),
      )
    : amount;
}

const isProblem = (value: number | CellProblem): value is CellProblem => typeof value === 'object';

export type CheckedRow =
  | { readonly amounts: Amounts; readonly problems: readonly [] }
  | { readonly amounts: null; readonly problems: readonly CellProblem[] };

const failed = (problems: readonly CellProblem[]): CheckedRow => ({ amounts: null, problems });

/** Columns that the form does not know: a misspelt one would otherwise be lost. */
const strangers = (form: ReturnForm, written: WrittenRow): readonly CellProblem[] =>
  Object.keys(written)
    .filter((key) => !(key in form.items))
    .map((key) =>
      refuse(
        key,
        text('报表没有这一列', 'the return has no such column'),
        text(
          `可填：${Object.keys(form.items).join('、')}`,
          `its columns are: ${Object.keys(form.items).join(', ')}`,
        ),
      ),
    );

/** The first checks of a row: every cell by itself, then the cells against each other. */
export function checkRow(form: ReturnForm, written: WrittenRow): CheckedRow {
  const read = Object.entries(form.items).map(
    ([key, item]) => [key, readAmount(key, item, written[key])] as const,
  );
  const wrong = [...strangers(form, written), ...read.map(([, cell]) => cell).filter(isProblem)];
  if (wrong.length > 0) return failed(wrong);
  const amounts = Object.fromEntries(read.map(([key, cell]) => [key, Number(cell)]));
  const broken = form.checks
    .filter(({ must }) => evaluate(must, { facts: amounts }) === false)
    .map(({ at, must, remedy }) => refuse(at, notTrue(form, must), remedy));
  return broken.length > 0 ? failed(broken) : { amounts, problems: [] };
}

function notTrue(form: ReturnForm, must: ReturnForm['checks'][number]['must']): Text {
  const rule = describe(must, rowView(form.items));
  return text(`应当：${rule.zh}`, `it must be that ${rule.en}`);
}

/** Small numbers jump without meaning anything. */
const TOO_SMALL_TO_COMPARE = 20;

/** Values that moved further from the last period than the form allows; an explanation answers for all of them. */
export function compareWithLast(form: ReturnForm, now: Amounts, last: Amounts): readonly CellProblem[] {
  const { steadyWithin } = form;
  if (steadyWithin === null) return [];
  return Object.keys(form.items)
    .filter((key) => hasJumped(now[key] ?? 0, last[key] ?? 0, steadyWithin))
    .map((key) =>
      refuse(
        key,
        text(
          `上期为 ${String(last[key] ?? 0)}，变化超过 ${String(steadyWithin * 100)}%`,
          `it was ${String(last[key] ?? 0)} last time and moved by more than ${String(steadyWithin * 100)} %`,
        ),
        text('请核对；属实的在“说明”栏写明原因', 'check it; if it is right, say why in the explanation'),
      ),
    );
}

const hasJumped = (now: number, last: number, within: number) =>
  Math.max(now, last) >= TOO_SMALL_TO_COMPARE && Math.abs(now - last) > within * last;

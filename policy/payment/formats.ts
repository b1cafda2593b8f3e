import { type Text, text } from '../../src/language/index.ts';

/** What stands in a column of a bank file. */
export const bankFields = [
  /** Number of the list with the number of the line: what comes back with the answer. */
  'reference',
  'line',
  'account',
  'holder',
  'yuan',
  'fen',
  'route',
  'memo',
  'result',
  'reason',
  'day',
] as const;
export type BankField = (typeof bankFields)[number];

export interface BankColumn {
  readonly field: BankField;
  /** The heading, in files that have one. */
  readonly title: string;
  /** Bytes, in files of fixed width. */
  readonly width?: number;
  readonly align?: 'left' | 'right';
  readonly pad?: ' ' | '0';
}

/** How a file for a bank is written, and how its answer is read: no code knows a bank. */
export interface BankFormat {
  readonly key: string;
  readonly label: Text;
  readonly kind: 'csv' | 'fixed';
  /** GBK takes rare characters in the four bytes of GB 18030. */
  readonly encoding: 'utf-8' | 'gbk';
  readonly lineEnd: '\n' | '\r\n';
  /** A line of headings above the lines, in CSV. */
  readonly hasHeading: boolean;
  /** A line with number of lines and sum in fen above them, in files of fixed width. */
  readonly hasTotals: boolean;
  readonly outgoing: readonly BankColumn[];
  readonly returning: readonly BankColumn[];
  /** What the bank writes for a line that was paid; everything else failed. */
  readonly paidAs: string;
  readonly mediaType: string;
  readonly extension: string;
}

const csv: BankFormat = {
  key: 'csv-utf8',
  label: text('CSV（UTF-8）', 'CSV in UTF-8'),
  kind: 'csv',
  encoding: 'utf-8',
  lineEnd: '\r\n',
  hasHeading: true,
  hasTotals: false,
  outgoing: [
    { field: 'reference', title: '业务编号' },
    { field: 'account', title: '收款账号' },
    { field: 'holder', title: '收款人' },
    { field: 'yuan', title: '金额' },
    { field: 'route', title: '账户类型' },
    { field: 'memo', title: '摘要' },
  ],
  returning: [
    { field: 'reference', title: '业务编号' },
    { field: 'yuan', title: '金额' },
    { field: 'result', title: '处理结果' },
    { field: 'reason', title: '原因' },
    { field: 'day', title: '处理日期' },
  ],
  paidAs: '成功',
  mediaType: 'text/csv; charset=utf-8',
  extension: 'csv',
};

const fixed: BankFormat = {
  key: 'fixed-gbk',
  label: text('定长文本（GBK）', 'fixed width in GBK'),
  kind: 'fixed',
  encoding: 'gbk',
  lineEnd: '\r\n',
  hasHeading: false,
  hasTotals: true,
  outgoing: [
    { field: 'reference', title: '业务编号', width: 20 },
    { field: 'account', title: '收款账号', width: 32 },
    { field: 'holder', title: '收款人', width: 60 },
    { field: 'fen', title: '金额（分）', width: 15, align: 'right', pad: '0' },
    { field: 'route', title: '账户类型', width: 1 },
    { field: 'memo', title: '摘要', width: 30 },
  ],
  returning: [
    { field: 'reference', title: '业务编号', width: 20 },
    { field: 'fen', title: '金额（分）', width: 15, align: 'right', pad: '0' },
    { field: 'result', title: '返回码', width: 4 },
    { field: 'reason', title: '返回信息', width: 40 },
    { field: 'day', title: '处理日期', width: 8 },
  ],
  paidAs: '0000',
  mediaType: 'text/plain; charset=gbk',
  extension: 'txt',
};

export const bankFormats: readonly BankFormat[] = [csv, fixed];

export const bankFormatOf = (key: string): BankFormat | null =>
  bankFormats.find((one) => one.key === key) ?? null;

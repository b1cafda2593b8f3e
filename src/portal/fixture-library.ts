import { text } from '../language/index.ts';
import type { EndedSeries, ListedDocument } from '../publishing/index.ts';

const paper: ListedDocument = {
  key: 'paper',
  kind: 'policy',
  title: text('一份政策文件', 'A policy paper'),
  number: '绵府发〔2013〕1号',
  issuer: text('市政府', 'The city'),
  issuedOn: '2013-05-06',
  endedOn: '2020-01-01',
  endedBy: text('另一份文件', 'another paper'),
  subject: 'paper',
  explains: null,
  body: [{ heading: text('内容', 'What'), paragraphs: [text('第一段。', 'First paragraph.')] }],
  source: text('提要', 'a summary'),
  publishedAt: '2026-01-02T03:04:05.000Z',
};

/** A document that has ended, and one in force that explains it. */
export const fixtureDocuments: readonly ListedDocument[] = [
  paper,
  {
    ...paper,
    key: 'paper-explained',
    kind: 'interpretation',
    title: text('解读', 'Explained'),
    number: null,
    endedOn: null,
    endedBy: null,
    explains: 'paper',
  },
];

export const fixtureSeries: readonly EndedSeries[] = [
  {
    key: 'fee',
    label: text('一项收费', 'A fee'),
    unit: 'yuan',
    unitLabel: text('元', 'yuan'),
    decimals: 0,
    definition: text('已经取消的收费。', 'A fee that was abolished.'),
    source: text('报告', 'the report'),
    notes: [text('注。', 'A note.')],
    endedOn: '2021-08-20',
    endedBy: text('法律', 'the law'),
    values: [{ area: '510700000000', year: 2013, value: 1234 }],
  },
];

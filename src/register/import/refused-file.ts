import type { Rows } from '../../platform/index.ts';
import type { Problem } from './problem.ts';
import { PROBLEM, REMEDY, type Sheet } from './sheet.ts';

const isRemark = (heading: string) =>
  [PROBLEM.zh, PROBLEM.en, REMEDY.zh, REMEDY.en].some((word) => word === heading.trim().toLowerCase());

/** The refused rows as they were sent, each with what is wrong and what to do: to be mended and sent again. */
export function refusedFile({ headings, sent }: Sheet, problems: readonly Problem[]): Rows {
  const kept = headings.flatMap((heading, index) => (isRemark(heading) ? [] : [index]));
  const byLine = Map.groupBy(problems, ({ line }) => line);
  const lines = [...byLine.keys()].sort((a, b) => a - b);
  const inWords = (line: number, word: (problem: Problem) => string) =>
    [...new Set((byLine.get(line) ?? []).map(word))].join(' ');
  return [
    [...kept.map((index) => headings[index] ?? ''), PROBLEM.zh, REMEDY.zh],
    ...lines.map((line) => [
      ...kept.map((index) => sent.get(line)?.[index] ?? ''),
      inWords(line, ({ message }) => message.zh),
      inWords(line, ({ remedy }) => remedy.zh),
    ]),
  ];
}

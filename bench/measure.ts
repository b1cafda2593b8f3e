import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** The value after `--name`, as it was typed. */
export const option = (name: string): string | undefined => {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? undefined : process.argv[index + 1];
};

/** The progress of a house that says nothing. */
export const quiet = {
  step: <T>(_: unknown, work: () => Promise<T>) => work(),
  report: () => undefined,
};

/** The middle of several measurements. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
export const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** Milliseconds that `work` takes, with what it gave. */
export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly result: T; readonly took: number }> {
  const began = performance.now();
  const result = await work();
  return { result, took: performance.now() - began };
}

/** `work` several times: each time taken. */
export async function repeated(runs: number, work: () => unknown): Promise<readonly number[]> {
  const took: number[] = [];
  for (let run = 0; run < runs; run += 1) took.push((await timed(work)).took);
  return took;
}

/** Date, machine and versions: without them a number says nothing. */
export const machine = (): string =>
  `${new Date().toISOString().slice(0, 10)}, ${String(cpus().length)} cores, ${cpus()[0]?.model.trim() ?? ''}, Node ${process.versions.node}`;

export interface Line {
  readonly what: string;
  readonly measured: string;
  readonly goal?: string;
}

/** A table in Markdown. */
export const table = (lines: readonly Line[]): string =>
  [
    '| what | measured | goal |',
    '| --- | ---: | ---: |',
    ...lines.map(({ what, measured, goal }) => `| ${what} | ${measured} | ${goal ?? ''} |`),
  ].join('\n');

const RESULTS = new URL('results.md', import.meta.url);

/** Puts a section into the published results, in the place of the one of that title. */
export function publishSection(title: string, body: string): void {
  const heading = `## ${title}\n`;
  const sections = readFileSync(RESULTS, 'utf8').split(/^(?=## )/m);
  const others = sections.filter((one) => !one.startsWith(heading)).map((one) => `${one.trimEnd()}\n`);
  writeFileSync(RESULTS, [...others, `${heading}\n${body.trimEnd()}\n`].join('\n'));
}

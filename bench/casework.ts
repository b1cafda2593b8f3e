import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { samples, services } from '../policy/services/index.ts';
import { startHouse } from '../src/composition/start.ts';
import { readSettings } from '../src/platform/index.ts';
import { type Line, machine, publishSection, quiet, table } from './measure.ts';

/**
 * Usage: `npm run bench:casework`. Two hundred people fill in forms and file them over HTTP, on the machine that also
 * serves them and holds the database; then all of them press the button in the same instant.
 */
const PEOPLE = 200;
const ROUNDS = 2;
const RUNS = 5;
/** Reading a question and typing an answer. */
const THINKING_MILLISECONDS = 2000;

const folder = mkdtempSync(join(tmpdir(), 'jiahu-bench-cases-'));
chmodSync(folder, 0o711);

const forms = services.filter((one) => one.filedBy === 'citizen').map((one) => one.key);

interface Took {
  readonly kept: number[];
  readonly filed: number[];
}

const post = async (url: string, name: string, input: object): Promise<Record<string, unknown>> => {
  const response = await fetch(`${url}/api/casework/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(input),
  });
  const body = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(`${name}: ${String(response.status)} ${JSON.stringify(body)}`);
  return body;
};

const timed = async <T>(into: number[], work: () => Promise<T>): Promise<T> => {
  const began = performance.now();
  const done = await work();
  into.push(performance.now() - began);
  return done;
};

/** One person: half of the answers, the other half, and the button. */
async function fillIn(url: string, index: number, took: Took): Promise<string> {
  const service = forms[index % forms.length] ?? '';
  const answers = Object.entries(samples[service]?.answers ?? {});
  const half = Math.ceil(answers.length / 2);
  let token: unknown;
  for (const part of [answers.slice(0, half), answers.slice(half)]) {
    const input = { service, answers: Object.fromEntries(part), ...(token === undefined ? {} : { token }) };
    ({ token } = await timed(took.kept, () => post(url, 'keep-draft', input)));
    await setTimeout(THINKING_MILLISECONDS * (0.5 + Math.random()));
  }
  return String(token);
}

async function person(url: string, index: number, took: Took): Promise<void> {
  await setTimeout(Math.random() * THINKING_MILLISECONDS);
  for (let round = 0; round < ROUNDS; round += 1) {
    const draft = await fillIn(url, index + round, took);
    await timed(took.filed, () => post(url, 'file-case', { draft }));
  }
}

const at = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const inWords = (values: readonly number[]) =>
  `p50 ${at(values, 0.5).toFixed(0)}, p95 ${at(values, 0.95).toFixed(0)}, p99 ${at(values, 0.99).toFixed(0)} ms`;

/** The run whose 95th percentile is in the middle of all. */
const middle = (runs: readonly (readonly number[])[]): readonly number[] =>
  runs.toSorted((a, b) => at(a, 0.95) - at(b, 0.95))[Math.floor(runs.length / 2)] ?? [];

const everybody = <T>(work: (index: number) => Promise<T>): Promise<readonly T[]> =>
  Promise.all(Array.from({ length: PEOPLE }, (_, index) => work(index)));

/** Everybody at work, each at their own pace. */
async function atWork(url: string): Promise<Took> {
  const took: Took = { kept: [], filed: [] };
  await everybody((index) => person(url, index, took));
  return took;
}

/** Everybody ready, and the button pressed in the same instant. */
async function rush(url: string): Promise<readonly number[]> {
  const took: Took = { kept: [], filed: [] };
  const drafts = await everybody((index) => fillIn(url, index, took));
  await Promise.all(drafts.map((draft) => timed(took.filed, () => post(url, 'file-case', { draft }))));
  return took.filed;
}

const settings = { ...readSettings({ DATA_DIR: folder, PORT: '0' }), dataDir: folder };
const started = await startHouse({ settings, progress: quiet, locale: 'en', say: () => undefined });
try {
  const runs: Took[] = [];
  const rushes: (readonly number[])[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    runs.push(await atWork(started.url));
    rushes.push(await rush(started.url));
  }
  const filed = middle(runs.map((one) => one.filed));
  const lines: readonly Line[] = [
    {
      what: `file a case, ${String(PEOPLE)} people filling in forms at once (${String(filed.length)} a run)`,
      measured: inWords(filed),
      goal: 'p95 ≤ 200 ms',
    },
    {
      what: 'keep a page of a form, the same people',
      measured: inWords(middle(runs.map((one) => one.kept))),
    },
    {
      what: `file a case, all ${String(PEOPLE)} pressing the button in the same instant`,
      measured: inWords(middle(rushes)),
    },
  ];
  const report = `${machine()}, the city of 1 %, the middle of ${String(RUNS)} runs; over HTTP, the people on the machine that serves them and holds the
database; ${String(THINKING_MILLISECONDS / 1000)} s between one page and the next; written by \`npm run bench:casework\`

${table(lines)}`;
  process.stdout.write(`${report}\n`);
  publishSection('Filing cases', report);
} finally {
  await started.stop();
  rmSync(folder, { recursive: true, force: true });
}

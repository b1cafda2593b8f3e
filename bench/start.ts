import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDivisionHistory, villageChains } from '../src/areas/index.ts';
import { projectRoot } from '../src/platform/index.ts';
import { buildCity, copyRows, type LoadedTable, loadedTables } from '../src/synthetic/index.ts';

/** Times the first and the second start and the generator. Run alone: `npm run bench`. */
const RUNS = 5;
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);

/** Milliseconds from spawning `jiahu start` until it says that it serves; the process is stopped then. */
function timeStart(dataFolder: string): Promise<number> {
  const began = performance.now();
  const child = spawn(join(projectRoot, 'bin', 'jiahu'), ['start', '--port', '0'], {
    env: { ...process.env, DATA_DIR: dataFolder, JIAHU_LANG: 'en' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve) => {
    let served = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      if (served > 0 || !chunk.toString().includes('Ctrl-C')) return;
      served = performance.now() - began;
      child.kill('SIGTERM');
    });
    child.once('exit', () => {
      resolve(served);
    });
  });
}

async function starts(): Promise<{ readonly first: number; readonly second: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'jiahu-bench-'));
  chmodSync(folder, 0o711);
  try {
    return { first: await timeStart(folder), second: await timeStart(folder) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Persons per second, making the city and writing all its rows as COPY text. */
function generate(scale: number): number {
  const chains = villageChains(buildDivisionHistory());
  const began = performance.now();
  const city = buildCity({ seed: 2013, scale, chains });
  let bytes = 0;
  for (const table of Object.keys(loadedTables) as LoadedTable[]) {
    for (const chunk of copyRows(city, table, { idDigest: (idNumber) => idNumber })) bytes += chunk.length;
  }
  if (bytes === 0) throw new Error('nothing was written');
  return city.people.count / ((performance.now() - began) / 1000);
}

const measured = [];
for (let run = 0; run < RUNS; run += 1) measured.push(await starts());
const rates = Array.from({ length: RUNS }, () => generate(0.05));
const lines = [
  `${new Date().toISOString().slice(0, 10)}, ${String(cpus().length)} cores, ${cpus()[0]?.model.trim() ?? ''}, Node ${process.versions.node}, medians of ${String(RUNS)}`,
  '',
  '| what | median | goal |',
  '| --- | ---: | ---: |',
  `| first start, from spawn to serving (1 %, empty folder) | ${seconds(median(measured.map((one) => one.first)))} s | < 30 s |`,
  `| second start | ${seconds(median(measured.map((one) => one.second)))} s | < 3 s |`,
  `| generator, all rows written as COPY text (5 %) | ${Math.round(median(rates)).toLocaleString('en')} persons/s | |`,
];
process.stdout.write(`${lines.join('\n')}\n`);

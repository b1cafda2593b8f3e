import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDivisionHistory, villageChains } from '../src/areas/index.ts';
import { projectRoot } from '../src/platform/index.ts';
import { buildCity, copyRows, type LoadedTable, loadedTables } from '../src/synthetic/index.ts';
import { machine, median, seconds, table, whole } from './measure.ts';

/** Times the first and the second start and the generator. Run alone: `npm run bench`. */
const RUNS = 5;

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

/** Persons per second, making the city and writing all its rows for COPY. */
function generate(scale: number): number {
  const chains = villageChains(buildDivisionHistory());
  const began = performance.now();
  const city = buildCity({ seed: 2013, scale, chains });
  let bytes = 0;
  for (const name of Object.keys(loadedTables) as LoadedTable[]) {
    for (const chunk of copyRows(city, name, {
      idDigest: (idNumber) => idNumber,
      sealIdNumber: (_, idNumber) => idNumber,
      nameSound: (one) => one,
    }))
      bytes += chunk.length;
  }
  if (bytes === 0) throw new Error('nothing was written');
  return city.people.count / ((performance.now() - began) / 1000);
}

const measured = [];
for (let run = 0; run < RUNS; run += 1) measured.push(await starts());
const rates = Array.from({ length: RUNS }, () => generate(0.05));
process.stdout.write(`${machine()}, medians of ${String(RUNS)}

${table([
  {
    what: 'first start, from spawn to serving (1 %, empty folder)',
    measured: seconds(median(measured.map((one) => one.first))),
    goal: '< 30 s',
  },
  { what: 'second start', measured: seconds(median(measured.map((one) => one.second))), goal: '< 3 s' },
  {
    what: 'generator, all rows written for COPY (5 %)',
    measured: `${whole(median(rates))} persons/s`,
  },
])}
`);

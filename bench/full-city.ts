import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indicators, measures } from '../policy/indicators/index.ts';
import { type DivisionTree, loadDivisions } from '../src/areas/index.ts';
import { type House, statisticsViews } from '../src/composition/assemble.ts';
import { openHouse } from '../src/composition/open-caller.ts';
import { calendarDate, lastDayOfYear, populations } from '../src/language/index.ts';
import {
  type FactSource,
  listSnapshots,
  liveSource,
  openSnapshot,
  projectRoot,
  readSettings,
} from '../src/platform/index.ts';
import { countYear, indicatorCells } from '../src/statistics/index.ts';
import { type LoadResult, load } from './load.ts';
import { type Line, machine, median, quiet, repeated, seconds, table, timed, whole } from './measure.ts';
import { askTypical, typicalCount } from './typical-queries.ts';

/** Usage: `npm run bench:full -- [--scale S] [--seeds N] [--runs N]`. Run alone; needs 20 GB of disk and ten minutes. */
const option = (name: string, otherwise: number) => {
  const index = process.argv.indexOf(`--${name}`);
  return index < 0 ? otherwise : Number(process.argv[index + 1]);
};
const SCALE = option('scale', 1);
const SEEDS = option('seeds', 1);
const RUNS = option('runs', 5);
const AT = calendarDate('2025-12-31');
const YEAR = 2013;
const LOAD_MILLISECONDS = 10_000;

const say = (words: string) => process.stderr.write(`${words}\n`);

async function run(house: House, name: string, input: object): Promise<Readonly<Record<string, unknown>>> {
  const operation = house.registry.get(name);
  if (!operation) throw new Error(name);
  return (await house.execute(operation, input, { actor: house.operator })) as Record<string, unknown>;
}

const open = (folder: string) =>
  openHouse({ settings: { ...readSettings({}), dataDir: folder }, progress: quiet, locale: 'en' });

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'jiahu-bench-'));
  chmodSync(folder, 0o711);
  return folder;
};

/** Seeds so many times, each in a folder of its own; the last one is kept. */
async function seedCities(): Promise<{
  readonly folder: string;
  readonly took: readonly number[];
  readonly persons: number;
}> {
  const took: number[] = [];
  for (;;) {
    const folder = newFolder();
    const { house, close } = await open(folder);
    const made = await timed(() => run(house, 'synthetic/seed-city', { scale: SCALE }));
    await close();
    took.push(made.took);
    say(`seed ${seconds(made.took)}`);
    if (took.length >= SEEDS) return { folder, took, persons: Number(made.result['persons']) };
    rmSync(folder, { recursive: true });
  }
}

async function newestSnapshot(house: House): Promise<FactSource> {
  const [snapshot] = await house.asOperator(({ tx }) => listSnapshots(tx, 'statistics'));
  if (!snapshot) throw new Error('no snapshot');
  return openSnapshot(house.snapshotFolder, snapshot);
}

async function everyIndicator(source: FactSource, tree: DivisionTree): Promise<number> {
  const boundariesOn = lastDayOfYear(YEAR);
  const counts = await countYear({ source, tree, measures, year: YEAR, boundariesOn });
  const areas = (['city', 'county', 'township', 'village'] as const).flatMap((level) =>
    tree.list(level, boundariesOn).map((division) => division.code),
  );
  return indicatorCells(counts, indicators, { areas, populations }).length;
}

async function askSnapshot(house: House): Promise<readonly Line[]> {
  const tree = await house.asOperator(({ tx }) => loadDivisions(tx));
  const source = await newestSnapshot(house);
  const cells = await everyIndicator(source, tree);
  const all = await repeated(RUNS, () => everyIndicator(source, tree));
  await askTypical(source);
  const duck = await repeated(RUNS, () => askTypical(source));
  say(`duckdb ${seconds(median(duck))}`);
  const postgres = await house.asOperator(async ({ tx }) => {
    const live = liveSource(tx, statisticsViews, AT);
    return repeated(1, () => askTypical(live));
  });
  const ratio = median(postgres) / median(duck);
  return [
    {
      what: `all indicators, all areas, one year (${whole(cells)} values) from the snapshot`,
      measured: seconds(median(all)),
      goal: '≤ 2 s',
    },
    {
      what: `${String(typicalCount)} GROUP BYs, DuckDB, warm`,
      measured: seconds(median(duck)),
      goal: '≤ 2 s',
    },
    {
      what: `the same on PostgreSQL over the live tables (once)`,
      measured: `${seconds(median(postgres))} (${ratio.toFixed(0)} times)`,
    },
  ];
}

interface Serving {
  readonly url: string;
  readonly took: number;
  readonly stop: () => Promise<void>;
}

/** Starts the server on the folder; the time until it serves. */
function serve(folder: string): Promise<Serving> {
  const began = performance.now();
  const child = spawn(join(projectRoot, 'bin', 'jiahu'), ['start', '--port', '0'], {
    env: { ...process.env, DATA_DIR: folder, JIAHU_LANG: 'en' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('exit', () => {
      reject(new Error(`the server ended: ${said}`));
    });
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /portal: (http:\/\/[^/]+)\//.exec(said)?.[1];
      if (url && said.includes('Ctrl-C')) resolve({ url, took: performance.now() - began, stop });
    });
  });
}

async function signIn(folder: string, url: string): Promise<string> {
  const { accounts } = JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8')) as {
    accounts: { name: string; password: string }[];
  };
  const account = accounts.find((one) => one.name === 'demo-statistician');
  const answer = await fetch(`${url}/api/identity/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: account?.name, password: account?.password }),
  });
  return ((await answer.json()) as { token: string }).token;
}

const inWords = ({ perSecond, p50, p95, p99, failed }: LoadResult) =>
  `${whole(perSecond)}/s, p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, p99 ${p99.toFixed(1)} ms${failed > 0 ? `, ${String(failed)} failed` : ''}`;

/** Load runs with the median throughput of several. */
async function loads(plan: Parameters<typeof load>[0]): Promise<LoadResult> {
  const results: LoadResult[] = [];
  for (let round = 0; round < RUNS; round += 1) results.push(await load(plan));
  const middle = results.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(results.length / 2)];
  if (!middle) throw new Error('no load');
  return middle;
}

const COUNTIES = ['510703', '510704', '510722', '510723', '510724', '510725', '510726', '510727', '510781'];

async function askServer(folder: string): Promise<readonly Line[]> {
  const server = await serve(folder);
  try {
    const report = `${server.url}/reports/${String(YEAR)}`;
    await load({ urls: [report], connections: 4, milliseconds: 2000 });
    const pages = await loads({ urls: [report], connections: 32, milliseconds: LOAD_MILLISECONDS });
    say(`report ${inWords(pages)}`);
    const token = await signIn(folder, server.url);
    const urls = ['5107', ...COUNTIES].map(
      (area) => `${server.url}/api/statistics/read-scorecard?year=${String(YEAR)}&area=${area}`,
    );
    const headers = { Authorization: `Bearer ${token}` };
    await load({ urls, connections: 1, milliseconds: 15_000, headers });
    const cards = await loads({ urls, connections: 4, milliseconds: LOAD_MILLISECONDS, headers });
    say(`scorecard ${inWords(cards)}`);
    return [
      { what: 'start on the full city: returns, documents, report, serving', measured: seconds(server.took) },
      {
        what: 'report page, 32 connections, generator on the same cores',
        measured: inWords(pages),
        goal: '≥ 2,000/s, p99 ≤ 30 ms',
      },
      {
        what: 'scorecards of city and counties, 4 connections',
        measured: inWords(cards),
        goal: 'p95 ≤ 200 ms',
      },
    ];
  } finally {
    await server.stop();
  }
}

const { folder, took, persons } = await seedCities();
try {
  const { house, close } = await open(folder);
  const snapshots: number[] = [];
  for (let round = 0; round < RUNS; round += 1) {
    snapshots.push((await timed(() => run(house, 'statistics/take-snapshot', { at: AT }))).took);
    say(`snapshot ${seconds(snapshots.at(-1) ?? 0)}`);
  }
  const asked = await askSnapshot(house);
  await close();
  const lines: readonly Line[] = [
    {
      what: `seed, ${whole(persons)} persons with their history, checked (${String(took.length)} runs)`,
      measured: `${seconds(median(took))}, ${whole((1000 * persons) / median(took))} persons/s`,
      goal: '≥ 50,000 persons/s',
    },
    { what: 'snapshot', measured: seconds(median(snapshots)), goal: '≤ 30 s' },
    ...asked,
    ...(await askServer(folder)),
    {
      what: 'memory of the process that seeded, took snapshots and asked',
      measured: `${whole(process.resourceUsage().maxRSS / 1000)} MB at most`,
    },
  ];
  process.stdout.write(
    `${machine()}, scale ${String(SCALE)}, medians of ${String(RUNS)}\n\n${table(lines)}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

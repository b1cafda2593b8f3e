import { randomBytes } from 'node:crypto';
import { cityArea } from '../../policy/areas/index.ts';
import { libraryOfTheDemonstration } from '../../policy/documents/index.ts';
import { reports } from '../../policy/reports/index.ts';
import {
  type DemoAccount,
  endExpiredSessions,
  ensureDemoAccounts,
  forgetFailures,
} from '../identity/index.ts';
import { calendarDate, cityTimeZone, type Locale, text } from '../language/index.ts';
import {
  isLoopback,
  type JobQueue,
  listSnapshots,
  openDataFolder,
  readCity,
  readSeed,
  removeIfThere,
  removeUnfinishedSnapshots,
  type SealedSnapshot,
  type Settings,
  serverFile,
  settleCity,
  startJobs,
  writeWhole,
} from '../platform/index.ts';
import { listDocuments, listEditions, readEdition } from '../publishing/index.ts';
import { assemble, type House, statisticsViews } from './assemble.ts';
import { buildConsole, type ConsoleBuild } from './build-console.ts';
import { type DemoApplicant, fileDemoApplications } from './demo-applications.ts';
import { type Ground, openGround } from './open-ground.ts';
import { printAddresses } from './print-addresses.ts';
import type { Progress } from './progress.ts';
import { type RunningServer, requirePort, serveHouse } from './serve.ts';
import { version } from './version.ts';

const FIRST_REPORT = 2013;
/** The simulated history ends on this day. */
const SNAPSHOT_AT = calendarDate('2025-12-31');

export interface Started {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface StartOptions {
  readonly settings: Settings;
  readonly progress: Progress;
  readonly locale: Locale;
  readonly say: (line: string) => void;
}

/** The whole way from an empty folder to a served city; whatever is there already is not made again. */
export async function startHouse(options: StartOptions): Promise<Started> {
  const { settings, progress } = options;
  const folder = await openDataFolder(settings.dataDir);
  try {
    await requirePort(settings.host, settings.port);
    const ground = await progress.step(text('数据库', 'database'), () => openGround(settings, folder));
    return await startOnGround(ground, options);
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function startOnGround(ground: Ground, options: StartOptions): Promise<Started> {
  const house = assemble(ground, (address) => isLoopback(ground.settings.host) && isLoopback(address));
  let jobs: JobQueue | null = null;
  let server: RunningServer | null = null;
  let staffConsole: ConsoleBuild | null = null;
  const stop = async () => {
    removeIfThere(ground.folder.file(serverFile));
    staffConsole?.stop();
    await server?.close();
    await jobs?.stop();
    await ground.close();
    ground.folder.release();
  };
  try {
    const city = await settle(house);
    await removeLeftovers(house);
    const demo = city.kind === 'synthetic' ? await prepareSynthetic(house, options) : [];
    jobs = await options.progress.step(text('后台任务', 'background jobs'), () => startHouseJobs(house));
    const operatorToken = randomBytes(32).toString('base64url');
    const synthetic = city.kind === 'synthetic';
    staffConsole = buildConsole(ground.folder.path, ground.log);
    const serving = serveHouse(house, { synthetic, operatorToken, version, console: staffConsole });
    server = await options.progress.step(text('网站', 'web site'), () => serving);
    const note = { url: server.url, token: operatorToken, pid: process.pid };
    writeWhole(ground.folder.file(serverFile), JSON.stringify(note), 0o600);
    printAddresses(options, {
      url: server.url,
      folder: ground.folder.path,
      databaseFolder: ground.databaseFolder,
      demo,
      synthetic,
    });
    return { url: server.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** An undecided database becomes a made-up one: a real one is only ever made by `jiahu init`. */
async function settle(house: House) {
  const city = await house.asOperator(({ tx }) => readCity(tx));
  return city ?? house.asOperator((context) => settleCity(context, { kind: 'synthetic', area: cityArea }));
}

async function removeLeftovers(house: House): Promise<void> {
  const noted = await house.asOperator(async ({ tx }) => [
    ...(await listSnapshots(tx, 'statistics')),
    ...(await listSnapshots(tx, 'benefits')),
  ]);
  removeUnfinishedSnapshots(house.snapshotFolder, new Set(noted.map((snapshot) => snapshot.id)));
}

/** Each step asks the database whether it was done: a start that was killed goes on where it stopped. */
async function prepareSynthetic(house: House, { progress }: StartOptions): Promise<readonly DemoAccount[]> {
  const run = (name: string, input: object) => {
    const operation = house.registry.get(name);
    if (!operation) throw new Error(`no operation ${name}`);
    return house.execute(operation, input, { actor: house.operator, progress: progress.report });
  };
  if (!(await house.asOperator(({ tx }) => readSeed(tx)))) {
    await progress.step(text('虚构城市（1%）', 'made-up city (1 %)'), () => run('synthetic/seed-city', {}));
  }
  await progress.step(text('待遇事实和快照', 'facts of benefits, snapshot'), () =>
    prepareBenefits(house, run),
  );
  await progress.step(text('报表、事项和文件', 'returns, cases and documents'), () =>
    prepareLibrary(house, run),
  );
  const [newest] = await house.asOperator(({ tx }) => listSnapshots(tx, 'statistics'));
  if (!newest || !holdsEveryView(newest)) {
    await progress.step(text('封存快照', 'snapshot'), () =>
      run('statistics/take-snapshot', { at: SNAPSHOT_AT }),
    );
  }
  if (!(await isReportWhole(house))) {
    await progress.step(text('计算并发布 2013 年报告', 'report of 2013 computed and published'), () =>
      run('publishing/publish-report', { year: FIRST_REPORT }),
    );
  }
  if (!isLoopback(house.ground.settings.host)) return [];
  return house.asOperator((context) => ensureDemoAccounts(context, house.ground.folder));
}

type Run = (name: string, input: object) => Promise<unknown>;

/** What benefits ask about, and the snapshot in which everybody is assessed: payments are made from it. */
async function prepareBenefits(house: House, run: Run): Promise<void> {
  await run('synthetic/seed-benefits', {});
  const taken = await house.asOperator(({ tx }) => listSnapshots(tx, 'benefits'));
  if (taken.length === 0) await run('benefits/take-snapshot', { at: SNAPSHOT_AT });
}

async function prepareLibrary(house: House, run: Run): Promise<void> {
  await run('synthetic/seed-returns', {});
  await run('synthetic/seed-cases', {});
  await run('synthetic/seed-benefit-payments', {});
  const today = (await run('synthetic/seed-benefits-today', {})) as {
    readonly applicants: readonly DemoApplicant[];
  };
  await fileDemoApplications(house, today.applicants);
  const { documents } = await house.execute(listDocuments, {}, { actor: house.operator });
  const known = new Set(documents.map((document) => document.key));
  for (const { endedOn: _, endedBy: __, ...document } of libraryOfTheDemonstration)
    if (!known.has(document.key)) await run('publishing/publish-document', document);
}

/** A snapshot of an earlier version may lack what rooms give today. */
const holdsEveryView = (snapshot: SealedSnapshot) =>
  statisticsViews.every(({ view }) => view.name in snapshot.rows);

/** Whether the newest edition has every figure that the report declares today. */
async function isReportWhole(house: House): Promise<boolean> {
  const { editions } = await house.execute(listEditions, {}, { actor: house.operator });
  if (!editions.some((one) => one.year === FIRST_REPORT)) return false;
  const { content } = await house.execute(readEdition, { year: FIRST_REPORT }, { actor: house.operator });
  const published = new Set(content.figures.map((figure) => figure.key));
  const declared = reports.find((one) => one.year === FIRST_REPORT);
  return (declared?.sections ?? []).every((section) => section.figures.every((key) => published.has(key)));
}

const IDEMPOTENCY_DAYS = 30;

function startHouseJobs(house: House): Promise<JobQueue> {
  const runAsOperator = (name: string) => async () => {
    const operation = house.registry.get(name);
    if (operation) await house.execute(operation, {}, { actor: house.operator });
  };
  const jobs = [
    {
      name: 'casework/find-overdue',
      schedule: '5 * * * *',
      handle: runAsOperator('casework/find-overdue'),
    },
    {
      name: 'casework/send-messages',
      schedule: '* * * * *',
      handle: runAsOperator('casework/send-messages'),
    },
    {
      name: 'casework/forget-drafts',
      schedule: '45 3 * * *',
      handle: runAsOperator('casework/forget-drafts'),
    },
    {
      name: 'benefits/forget-declarations',
      schedule: '15 4 * * *',
      handle: runAsOperator('benefits/forget-declarations'),
    },
    {
      name: 'benefits/forget-accounts',
      schedule: '45 4 1 * *',
      handle: runAsOperator('benefits/forget-accounts'),
    },
    {
      name: 'identity/end-sessions',
      schedule: '*/15 * * * *',
      handle: () =>
        house.asOperator(async (context) => {
          await endExpiredSessions(context.tx, context.now());
          await forgetFailures(context);
        }),
    },
    {
      name: 'platform/forget-receipts',
      schedule: '30 3 * * *',
      handle: () =>
        house.asOperator(async ({ tx, now }) => {
          const limit = new Date(now().getTime() - IDEMPOTENCY_DAYS * 86_400_000);
          await tx.deleteFrom('platform_idempotency').where('created_at', '<', limit).execute();
        }),
    },
  ];
  return startJobs(house.ground.database, jobs, { log: house.ground.log, timeZone: cityTimeZone });
}

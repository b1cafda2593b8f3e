import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { text } from '../../../language/index.ts';
import { failure } from '../../errors.ts';
import type { ConnectionTarget } from '../connect.ts';
import { diskFull } from '../database-errors.ts';
import { installedPostgres } from './binaries.ts';
import { type OperatingAccount, operatingAccount } from './operating-account.ts';
import { placeServer, type ServerHome } from './server-home.ts';

export const OWNER_ROLE = 'jiahu_owner';
const PORT = 5432;
const START_TIMEOUT_MS = 30_000;
const RETRY_MS = 5_000;
/** A server that was loading rows when its Jiahu was killed may take a while to shut down. */
const ORPHAN_MS = 60_000;

/** Runs the server and stops it when fd 3 closes, which the kernel does however this process ends. */
const WATCHDOG = '"$0" "$@" & p=$!; cat >/dev/null <&3; kill -INT $p; wait $p';

const SETTINGS = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'max_connections=60',
  'shared_buffers=256MB',
  'work_mem=32MB',
  'maintenance_work_mem=256MB',
  'max_wal_size=4GB',
  'wal_compression=off',
  // Nobody replicates from here, and a bulk load into emptied tables then writes its rows once, not twice.
  'wal_level=minimal',
  'max_wal_senders=0',
  'jit=off',
  'password_encryption=scram-sha-256',
];

/** For throwaway servers of tests only: nothing survives a crash. */
export const UNSAFE_SETTINGS = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

export interface EmbeddedServer {
  /** Target for a database on this server. */
  readonly target: (database: string) => ConnectionTarget;
  readonly home: ServerHome;
  readonly stop: () => Promise<void>;
}

export interface LaunchOptions {
  readonly dataFolder: string;
  readonly settings?: readonly string[];
}

/** Starts PostgreSQL from npm on a socket in `dataFolder`, creating the cluster on first use. */
export async function launchEmbedded(options: LaunchOptions): Promise<EmbeddedServer> {
  const account = operatingAccount();
  const home = placeServer(options.dataFolder, installedPostgres(), account);
  initialise(home, account);
  await endOrphan(home);
  const settings = [...SETTINGS, ...(options.settings ?? [])];
  const child = await startWithPatience(home, account, settings);
  return { home, target: (database) => targetOf(home, database), stop: () => stop(child) };
}

const targetOf = (home: ServerHome, database: string): ConnectionTarget => ({
  host: home.socket,
  port: PORT,
  user: OWNER_ROLE,
  password: undefined,
  database,
  ssl: undefined,
});

const identity = (account: OperatingAccount | null) =>
  account ? { uid: account.uid, gid: account.gid } : {};

/** The cluster is made beside its place and moved there whole: a kill leaves either none or a complete one. */
function initialise(home: ServerHome, account: OperatingAccount | null): void {
  if (existsSync(join(home.data, 'PG_VERSION'))) return;
  // A name of this process's own: the initdb of a killed start may still be writing into its folder.
  const unfinished = `${home.data}.${String(process.pid)}.new`;
  removeUnfinished(home);
  mkdirSync(unfinished, { mode: 0o700 });
  if (account) chownSync(unfinished, account.uid, account.gid);
  const made = spawnSync(
    join(home.binaries, 'bin', 'initdb'),
    [
      '-D',
      unfinished,
      '-U',
      OWNER_ROLE,
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-instructions',
    ],
    { cwd: home.socket, encoding: 'utf8', ...identity(account) },
  );
  if (made.status !== 0) throw clusterNotMade(made.stderr || String(made.error ?? ''));
  renameSync(unfinished, home.data);
}

/** Clusters that killed starts did not finish; what cannot be removed yet is removed by a later start. */
function removeUnfinished(home: ServerHome): void {
  const folder = dirname(home.data);
  const prefix = `${basename(home.data)}.`;
  for (const name of readdirSync(folder).filter((one) => one.startsWith(prefix) && one.endsWith('.new'))) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // Still being written to by the initdb of a start that was killed a moment ago.
    }
  }
}

const isFull = (log: string) => /No space left on device/.test(log);

function clusterNotMade(log: string) {
  if (isFull(log)) return diskFull();
  const lastLine = log.trim().split('\n').at(-1) ?? '';
  return failure(
    'misconfigured',
    text(`无法创建数据库目录：${lastLine}。`, `The database folder could not be made: ${lastLine}.`),
    text(
      '请检查 DATA_DIR 是否可写，或用 DATABASE_URL 指定已有数据库。',
      'See that DATA_DIR is writable, or name a database in DATABASE_URL.',
    ),
  );
}

/** The pid of a server that still runs on this data folder after its Jiahu was killed, or null. */
function livingServer(home: ServerHome): number | null {
  const file = join(home.data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  return pid > 0 && isAlive(pid) && runsIn(pid, home.data) ? pid : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A zombie still answers the signal but serves nobody.
    return (
      process.platform !== 'linux' ||
      !/^State:\s+Z/m.test(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))
    );
  } catch {
    return false;
  }
}

function runsIn(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${String(pid)}/cwd`) === folder;
  } catch {
    return false;
  }
}

async function endOrphan(home: ServerHome): Promise<void> {
  const pid = livingServer(home);
  if (pid === null) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < ORPHAN_MS && isAlive(pid); waited += 50) await sleep(50);
}

/** After a kill of both, the dead server's lock file is refused for a moment: try again for some seconds. */
async function startWithPatience(
  home: ServerHome,
  account: OperatingAccount | null,
  settings: readonly string[],
): Promise<ChildProcess> {
  const deadline = Date.now() + RETRY_MS;
  for (;;) {
    const attempt = await start(home, account, settings);
    if (attempt.ready) return attempt.child;
    if (isFull(attempt.log)) throw diskFull();
    if (Date.now() > deadline || !/lock file|already in use|shut down/.test(attempt.log))
      throw notStarted(attempt.log);
    await sleep(250);
  }
}

interface Attempt {
  readonly child: ChildProcess;
  readonly ready: boolean;
  readonly log: string;
}

async function start(
  home: ServerHome,
  account: OperatingAccount | null,
  settings: readonly string[],
): Promise<Attempt> {
  const logFile = join(home.data, 'server.log');
  rmSync(logFile, { force: true });
  const log = openSync(logFile, 'a', 0o600);
  const flags = settings.flatMap((setting) => ['-c', setting]);
  const child = spawn(
    'sh',
    ['-c', WATCHDOG, join(home.binaries, 'bin', 'postgres'), '-D', home.data, '-k', home.socket, ...flags],
    // Detached: Ctrl-C in the terminal must not stop the database before the application has drained.
    { stdio: ['ignore', log, log, 'pipe'], cwd: home.socket, detached: true, ...identity(account) },
  );
  closeSync(log);
  const ready = await becomesReady(home, child);
  return { child, ready, log: readFileSync(logFile, 'utf8') };
}

async function becomesReady(home: ServerHome, child: ChildProcess): Promise<boolean> {
  const ended = new AbortController();
  for (const end of ['exit', 'error']) {
    child.once(end, () => {
      ended.abort();
    });
  }
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!ended.signal.aborted && Date.now() < deadline) {
    // The watchdog outlives a server that refused to start: look for the server itself.
    if (await accepts(home)) return true;
    if (livingServer(home) === null && logSaysFatal(home)) break;
    await sleep(10);
  }
  child.stdio[3]?.destroy();
  return false;
}

const logSaysFatal = (home: ServerHome) =>
  /FATAL|PANIC/.test(readFileSync(join(home.data, 'server.log'), 'utf8'));

async function accepts(home: ServerHome): Promise<boolean> {
  const client = new pg.Client({ ...targetOf(home, 'postgres'), password: '', ssl: false });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function notStarted(log: string) {
  const reason =
    log
      .split('\n')
      .findLast((line) => /FATAL|PANIC|ERROR/.test(line))
      ?.replace(/^.*(FATAL|PANIC|ERROR):\s*/, '') ?? '';
  return failure(
    'database_unreachable',
    text(`内置数据库未能启动：${reason}。`, `The embedded database did not start: ${reason}.`),
    text(
      '请查看数据目录中 postgres/server.log 的最后几行。',
      'See the last lines of postgres/server.log in the data folder.',
    ),
  );
}

/** Closes the watchdog's pipe and waits: the server ends its sessions and shuts down cleanly. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  child.stdio[3]?.destroy();
  await ended;
}

/** Creates `database` when the server does not have it. */
export async function ensureDatabase(server: EmbeddedServer, database: string): Promise<void> {
  const client = new pg.Client({ ...server.target('postgres'), password: '', ssl: false });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Logger } from 'pino';
import { projectRoot } from '../platform/index.ts';

/** What the console is made of: any change of it is built anew. */
const SOURCES = ['src/console', 'src/language'];

function sourceHash(): string {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  ).sort();
  for (const file of [...files, join(projectRoot, 'package-lock.json')])
    hash.update(file.slice(projectRoot.length)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

const isWritable = (folder: string) => {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** Beside the modules where they may be written, so that every data folder shares it; otherwise in the data folder. */
function cacheFolder(dataFolder: string): string {
  const shared = join(projectRoot, 'node_modules', '.cache', 'jiahu-console');
  return isWritable(shared) ? shared : join(dataFolder, 'console');
}

export type ConsoleState = 'preparing' | 'ready' | 'failed';

export interface ConsoleBuild {
  readonly state: () => ConsoleState;
  /** Where the built files are once it is ready. */
  readonly folder: string;
  /** Settles when it is ready or has failed. */
  readonly finished: Promise<void>;
  readonly stop: () => void;
}

const viteOf = () => join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js');

function runVite(target: string): ChildProcess {
  const config = join(projectRoot, 'src', 'console', 'vite.config.ts');
  const options = ['build', '--config', config, '--outDir', target, '--emptyOutDir'];
  return spawn(process.execPath, [viteOf(), ...options], {
    cwd: join(projectRoot, 'src', 'console'),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

const exitOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    child.once('error', () => {
      resolve(1);
    });
    child.once('exit', resolve);
  });

/** Puts the finished folder where it belongs; somebody who built the same in the meantime was first. */
function settle(built: string, folder: string): void {
  try {
    renameSync(built, folder);
  } catch (error) {
    if (!existsSync(join(folder, 'index.html'))) throw error;
    rmSync(built, { recursive: true, force: true });
  }
}

/**
 * Builds the console unless the same sources were built before. It runs beside the serving process, which answers
 * everything else meanwhile; two of them never write into one folder.
 */
export function buildConsole(dataFolder: string, log: Logger): ConsoleBuild {
  const folder = join(cacheFolder(dataFolder), sourceHash());
  if (existsSync(join(folder, 'index.html')))
    return { state: () => 'ready', folder, finished: Promise.resolve(), stop: () => undefined };
  let state: ConsoleState = 'preparing';
  const unfinished = join(dirname(folder), `.${randomBytes(6).toString('hex')}.new`);
  const child = runVite(unfinished);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const finish = async () => {
    const code = await exitOf(child);
    if (code === 0) settle(unfinished, folder);
    state = code === 0 ? 'ready' : 'failed';
    rmSync(unfinished, { recursive: true, force: true });
    if (state === 'failed' && !child.killed) log.error({ code, said }, 'the console could not be built');
  };
  return { state: () => state, folder, finished: finish(), stop: () => void child.kill('SIGTERM') };
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from '../language/index.ts';
import { asDomainError } from './database/database-errors.ts';
import { failure } from './errors.ts';

/** The folder of one installation: its database, snapshots, logs and accounts. */
export interface DataFolder {
  readonly path: string;
  readonly file: (name: string) => string;
  readonly release: () => void;
}

const inUse = (path: string) =>
  failure(
    'data_folder_in_use',
    text(
      `数据目录 ${path} 正被另一个家户进程使用。`,
      `Another Jiahu process is using the data folder ${path}.`,
    ),
    text(
      '请先停止它，或用 DATA_DIR 指定另一个目录。',
      'Stop it first, or choose another folder with DATA_DIR.',
    ),
  );

const unusable = (path: string, reason: string) =>
  failure(
    'misconfigured',
    text(`数据目录 ${path} 无法使用：${reason}。`, `The data folder ${path} cannot be used: ${reason}.`),
    text(
      '请检查权限，或用 DATA_DIR 指定另一个目录。',
      'See to its permissions, or choose another folder with DATA_DIR.',
    ),
  );

function makeFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true });
    return realpathSync(path);
  } catch (error) {
    const known = asDomainError(error);
    throw error instanceof Error && known === error ? unusable(path, error.message) : known;
  }
}

/**
 * On Linux the kernel keeps the lock: an abstract socket named by the folder, freed however the process ends.
 * Elsewhere a socket in the temporary folder serves, with PostgreSQL's own lock behind it.
 */
function lockName(path: string): string {
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 32);
  return process.platform === 'linux' ? `\0jiahu-${hash}` : join('/tmp', `jiahu-${hash}.lock`);
}

/** Opens the folder for this process alone; a second process gets `data_folder_in_use`. */
export async function openDataFolder(wanted: string): Promise<DataFolder> {
  const path = makeFolder(wanted);
  const lock = createServer();
  lock.unref();
  await new Promise<void>((resolve, reject) => {
    lock.once('error', () => {
      reject(inUse(path));
    });
    lock.listen(lockName(path), () => {
      resolve();
    });
  });
  return {
    path,
    file: (name) => join(path, name),
    release: () => {
      lock.close();
    },
  };
}

/** Writes a file so that a reader sees the old content or the new, never a part. */
export function writeWhole(path: string, content: string, mode: number): void {
  const unfinished = `${path}.new`;
  writeFileSync(unfinished, content, { mode });
  renameSync(unfinished, path);
}

/** What a running server tells the command line on the same machine: where it listens and the word it accepts. */
export const serverFile = 'server.json';

export const removeIfThere = (path: string): void => {
  if (existsSync(path)) rmSync(path, { force: true });
};

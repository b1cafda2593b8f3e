import { text } from '../../language/index.ts';
import { DomainError, failure } from '../errors.ts';

interface SystemError {
  readonly code: string;
  readonly message: string;
}

const hasCode = (error: unknown): error is SystemError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

/** Connections refused, wrong passwords, missing databases: SQLSTATE classes 08, 28, 3D, 57P and socket errors. */
const UNREACHABLE =
  /^(08\w{3}|28\w{3}|3D000|57P0\d|ECONNREFUSED|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|EPIPE|EHOSTUNREACH|ENETUNREACH|EACCES)$/;
const FULL = /^(53100|ENOSPC|EDQUOT)$/;

export const diskFull = (): DomainError =>
  failure(
    'disk_full',
    text('磁盘空间不足，本次操作未写入任何内容。', 'The disk is full; nothing of this was written.'),
    text('请清理磁盘或更换 DATA_DIR 后重试。', 'Free some space or choose another DATA_DIR, then try again.'),
  );

const unreachable = (reason: string): DomainError =>
  failure(
    'database_unreachable',
    text(`无法使用数据库：${reason}。`, `The database cannot be used: ${reason}.`),
    text(
      '请检查 DATABASE_URL 的主机、端口、用户、口令和库名，并确认 PostgreSQL 正在运行。',
      'Check host, port, user, password and name in DATABASE_URL, and that PostgreSQL is running.',
    ),
  );

/** An expected failure of the database or the disk as a sentence; anything else unchanged. */
export function asDomainError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  if (error instanceof AggregateError && error.errors.length > 0) return asDomainError(error.errors[0]);
  if (!hasCode(error)) return timedOut(error);
  if (FULL.test(error.code)) return diskFull();
  if (UNREACHABLE.test(error.code)) return unreachable(error.message);
  return error;
}

function timedOut(error: unknown): unknown {
  const isTimeout =
    error instanceof Error &&
    /timeout exceeded when trying to connect|Connection terminated|not queryable/.test(error.message);
  return isTimeout ? unreachable(error.message) : error;
}

/** Runs `work` and turns what the database or disk refuses into a sentence with a remedy. */
export async function translateDatabaseErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asDomainError(error);
  }
}

/** The named constraint that refused a row, without the shard suffix that Citus adds; null for other errors. */
export function violatedConstraint(error: unknown): string | null {
  if (!hasCode(error) || !error.code.startsWith('23')) return null;
  const name = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : '';
  return name.replace(/_\d+$/, '');
}

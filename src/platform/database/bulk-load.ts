import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { text } from '../../language/index.ts';
import { failure } from '../errors.ts';
import type { Transaction } from '../operation/operation.ts';
import type { PlatformTables } from '../tables.ts';
import { translateDatabaseErrors } from './database-errors.ts';

/** An open transaction of the owner: for COPY, which row-level security forbids to the application role. */
export interface BulkTransaction {
  readonly client: pg.PoolClient;
  /** The same transaction as a handle for queries. */
  readonly tx: Transaction;
}

const mayNotLoad = (user: string) =>
  failure(
    'misconfigured',
    text(
      `数据库用户 ${user} 不能批量写入受行级安全保护的表。`,
      `The database user ${user} may not load tables under row-level security.`,
    ),
    text(
      `请由管理员执行 ALTER ROLE ${user} BYPASSRLS 后重试。`,
      `Have an administrator run ALTER ROLE ${user} BYPASSRLS, then try again.`,
    ),
  );

/** A query builder over one connection that is in a transaction already. */
function handleOn(client: pg.PoolClient): Transaction {
  const single = {
    connect: () => Promise.resolve({ query: client.query.bind(client), release: () => undefined }),
    end: () => Promise.resolve(),
    options: {},
  };
  const kysely = new Kysely<PlatformTables>({
    dialect: new PostgresDialect({ pool: single }),
  });
  return kysely as Transaction;
}

/** Runs `work` in one transaction of the owner: all of it is there afterwards, or nothing. */
export async function bulkTransaction<T>(
  owner: pg.Pool,
  work: (bulk: BulkTransaction) => Promise<T>,
): Promise<T> {
  return translateDatabaseErrors(async () => {
    const client = await owner.connect();
    let broken: Error | undefined;
    try {
      await requireBypass(client);
      await client.query('BEGIN');
      const result = await work({ client, tx: handleOn(client) });
      await client.query('COMMIT');
      return result;
    } catch (error) {
      broken = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      // Closing the connection rolls an unfinished transaction back, also in the middle of a COPY.
      client.release(broken);
    }
  });
}

async function requireBypass(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ user: string; bypass: boolean }>(
    'SELECT rolname AS user, rolsuper OR rolbypassrls AS bypass FROM pg_roles WHERE rolname = current_user',
  );
  if (!rows[0]?.bypass) throw mayNotLoad(rows[0]?.user ?? '');
}

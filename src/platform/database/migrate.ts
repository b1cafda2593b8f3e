import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { text } from '../../language/index.ts';
import { failure } from '../errors.ts';
import { splitSql } from './split-sql.ts';

const LOCK = 7_104_201;

export interface Migration {
  readonly name: string;
  readonly sha256: string;
  readonly statements: readonly string[];
}

/** The numbered `.sql` files of `folder`, in order. */
export function readMigrations(folder: URL): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const file = readFileSync(new URL(name, folder), 'utf8');
      return {
        name: name.replace('.sql', ''),
        sha256: createHash('sha256').update(file).digest('hex'),
        statements: splitSql(file),
      };
    });
}

const LEDGER = `CREATE TABLE IF NOT EXISTS platform_migrations (
  name text NOT NULL,
  sha256 text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT platform_migrations_pk PRIMARY KEY (name)
)`;

/**
 * Applies what is missing, each file in one transaction: a kill between any two statements leaves the last whole
 * migration, and the next start goes on from there. Returns the names applied.
 */
export async function migrate(owner: pg.Pool, migrations: readonly Migration[]): Promise<readonly string[]> {
  const client = await owner.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(LEDGER);
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'SELECT name, sha256 FROM platform_migrations',
    );
    const applied = new Map(rows.map((row) => [row.name, row.sha256]));
    refuseForeignHistory(migrations, applied);
    const missing = migrations.filter((migration) => !applied.has(migration.name));
    for (const migration of missing) await applyMigration(client, migration);
    return missing.map((migration) => migration.name);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    client.release();
  }
}

/** `queryMode` is known to pg but missing from its types. */
const extended = (statement: string) => ({ text: statement, queryMode: 'extended' });

async function applyMigration(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    // The extended protocol refuses several statements in one message, so the splitting is proven by the server.
    for (const statement of migration.statements) await client.query(extended(statement));
    await client.query('INSERT INTO platform_migrations (name, sha256) VALUES ($1, $2)', [
      migration.name,
      migration.sha256,
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

function refuseForeignHistory(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.sha256]));
  for (const [name, sha256] of applied) {
    if (known.get(name) === sha256) continue;
    throw failure(
      'misconfigured',
      text(
        `数据库已执行的迁移 ${name} 与本版本不一致。`,
        `The database has migration ${name}, which this version does not have in that form.`,
      ),
      text(
        '请使用与该数据库相符或更新的家户版本。',
        'Use the version of Jiahu that made this database, or a newer one.',
      ),
    );
  }
}

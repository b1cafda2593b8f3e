import { createHmac } from 'node:crypto';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type PostgresPool,
  sql,
} from 'kysely';
import pg from 'pg';
import type { Transaction } from '../operation/operation.ts';
import type { PlatformTables } from '../tables.ts';
import { translateDatabaseErrors } from './database-errors.ts';
import { preparingPool } from './keyed-read.ts';
import { type Scope, scopeStatements } from './scope.ts';

const DATE_OID = 1082;
const BIGINT_OID = 20;
// A civil date has no time zone: a JavaScript Date would shift it.
pg.types.setTypeParser(DATE_OID, (value) => value);
// Counts arrive as bigint. A number holds them exactly up to 2^53; beyond that silence would be wrong.
pg.types.setTypeParser(BIGINT_OID, (value) => {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error(`${value} is larger than a number holds exactly`);
  return number;
});

/** The database role under which everything runs that serves somebody: no owner, never beyond row-level security. */
export const APP_ROLE = 'jiahu_app';

/** The one place that opens transactions. Inside one, only its handle is in scope. */
export interface Database {
  /** Runs `work` as the application role, with row-level security told who asks. */
  readonly transaction: <T>(scope: Scope, work: (tx: Transaction) => Promise<T>) => Promise<T>;
  /** Connections of the owner: migrations and bulk loads only, never for serving anybody. */
  readonly owner: pg.Pool;
  /** Connections of the application role, for COPY streams and the job queue. */
  readonly app: pg.Pool;
  readonly close: () => Promise<void>;
}

/** Settings that say who is asking ride in the BEGIN message: one round trip instead of two. */
class ScopedDriver extends PostgresDriver {
  readonly #begin: string;

  constructor(pool: PostgresPool, scope: Scope) {
    super({ pool });
    this.#begin = `BEGIN; ${scopeStatements(scope)}`;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(this.#begin));
  }
}

function scopedKysely(pool: PostgresPool, scope: Scope): Kysely<PlatformTables> {
  const dialect = new PostgresDialect({ pool });
  return new Kysely<PlatformTables>({
    dialect: {
      createAdapter: () => dialect.createAdapter(),
      createIntrospector: (db) => dialect.createIntrospector(db),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createDriver: () => new ScopedDriver(pool, scope),
    },
  });
}

/** Tells row-level security of an open transaction that the work goes on in another scope (moves between areas). */
export async function rescope(tx: Transaction, scope: Scope): Promise<void> {
  await sql.raw(scopeStatements(scope)).execute(tx);
}

/**
 * The password of the application role, derived from the owner's: nothing more to configure or keep, the same for
 * every process that serves this database. Without an owner's password (local socket) none is needed.
 */
export function appPassword(ownerPassword: string | undefined): string | undefined {
  if (!ownerPassword) return undefined;
  return createHmac('sha256', ownerPassword).update(APP_ROLE).digest('base64url');
}

export interface ConnectionTarget {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string | undefined;
  readonly database: string;
  readonly ssl: pg.ClientConfig['ssl'];
}

function openPool(target: ConnectionTarget, max: number): pg.Pool {
  const created = new pg.Pool({
    host: target.host,
    port: target.port,
    user: target.user,
    ...(target.password === undefined ? {} : { password: target.password }),
    database: target.database,
    ...(target.ssl === undefined ? {} : { ssl: target.ssl }),
    max,
    connectionTimeoutMillis: 10_000,
    application_name: 'jiahu',
  });
  // An idle connection that the server closes is not an event for the process: the next query opens another.
  created.on('error', () => undefined);
  // One that is cut while somebody uses it fails what was asked; it must not end the process with it.
  created.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  return created;
}

export const ownerPool = (target: ConnectionTarget): pg.Pool => openPool(target, 3);

const appTarget = (target: ConnectionTarget): ConnectionTarget => ({
  ...target,
  user: APP_ROLE,
  password: appPassword(target.password),
});

/** Pools over a database that has its roles and its schema. */
export function openDatabase(target: ConnectionTarget): Database {
  const owner = ownerPool(target);
  const app = openPool(appTarget(target), 12);
  const serving = preparingPool(app);
  return {
    owner,
    app,
    transaction: (scope, work) =>
      translateDatabaseErrors(() => scopedKysely(serving, scope).transaction().execute(work)),
    close: async () => {
      await Promise.all([owner.end(), app.end()]);
    },
  };
}

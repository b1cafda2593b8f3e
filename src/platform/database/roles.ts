import pg from 'pg';
import { text } from '../../language/index.ts';
import { failure } from '../errors.ts';
import { APP_ROLE, appPassword, type ConnectionTarget } from './connect.ts';

const isRefused = (error: unknown) => error instanceof pg.DatabaseError && error.code === '42501';
const exists = (error: unknown) =>
  error instanceof pg.DatabaseError &&
  (error.code === '42710' || error.code === '23505' || error.code === 'XX000');

/** Makes the application role (or brings its password up to date) and lets it into the schema. */
export async function ensureAppRole(owner: pg.Pool, target: ConnectionTarget): Promise<void> {
  const password = appPassword(target.password);
  const login = `LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE${password ? ` PASSWORD '${password}'` : ''}`;
  try {
    const { rowCount } = await owner.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
    if (!rowCount) await createOrAdopt(owner, login);
    else if (password) await owner.query(`ALTER ROLE ${APP_ROLE} PASSWORD '${password}'`);
    await owner.query(`GRANT USAGE ON SCHEMA public TO ${APP_ROLE}`);
  } catch (error) {
    if (!isRefused(error)) throw error;
    throw mayNotCreateRoles(target.user);
  }
}

/** Two processes may start at once on one cluster: the second finds the role made. */
async function createOrAdopt(owner: pg.Pool, login: string): Promise<void> {
  try {
    await owner.query(`CREATE ROLE ${APP_ROLE} ${login}`);
  } catch (error) {
    if (!exists(error)) throw error;
  }
}

const mayNotCreateRoles = (user: string) =>
  failure(
    'misconfigured',
    text(
      `数据库用户 ${user} 无权创建角色 ${APP_ROLE}。`,
      `The database user ${user} may not create the role ${APP_ROLE}.`,
    ),
    text(
      `请由管理员执行 ALTER ROLE ${user} CREATEROLE 后重试。`,
      `Have an administrator run ALTER ROLE ${user} CREATEROLE, then start again.`,
    ),
  );

/**
 * Refuses to serve when row-level security does not hold: on a connection that was used in a scope before, an
 * unscoped look at `table` must see no row (a setting left empty once showed all of them).
 */
export async function proveRowLevelSecurity(app: pg.Pool, table: string): Promise<void> {
  const client = await app.connect();
  try {
    await client.query(
      `BEGIN; SET LOCAL app.area_from = '0'; SET LOCAL app.area_to = '~'; SET LOCAL app.purpose = 'operation'`,
    );
    await client.query('COMMIT');
    const { rows } = await client.query<{ seen: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM ${pg.escapeIdentifier(table)}) AS seen`,
    );
    if (rows[0]?.seen !== false) throw leaking(table);
  } finally {
    client.release();
  }
}

const leaking = (table: string) =>
  failure(
    'misconfigured',
    text(
      `行级安全未生效：未授权即可看到 ${table}。`,
      `Row-level security does not hold: ${table} shows rows to nobody in particular.`,
    ),
    text(
      `请确认角色 ${APP_ROLE} 不是超级用户、没有 BYPASSRLS，且表的策略完整。`,
      `See that the role ${APP_ROLE} is neither superuser nor BYPASSRLS and that the table has its policy.`,
    ),
  );

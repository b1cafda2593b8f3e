import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { areasTableKinds } from '../src/areas/index.ts';
import { benefitsTableKinds, paymentTableKinds } from '../src/benefits/index.ts';
import { caseworkTableKinds } from '../src/casework/index.ts';
import { healthTableKinds } from '../src/health/index.ts';
import { identityTableKinds } from '../src/identity/index.ts';
import { platformTableKinds, projectRoot } from '../src/platform/index.ts';
import { publishingTableKinds } from '../src/publishing/index.ts';
import { registerTableKinds } from '../src/register/index.ts';
import { statisticsTableKinds } from '../src/statistics/index.ts';
import { testDatabase } from './support/test-database.ts';

/** Every table of the house: local, reference, or distributed by its owner. */
const registry: Readonly<Record<string, { readonly kind: string; readonly owner?: string }>> = {
  ...platformTableKinds,
  ...areasTableKinds,
  ...identityTableKinds,
  ...registerTableKinds,
  ...caseworkTableKinds,
  ...healthTableKinds,
  ...benefitsTableKinds,
  ...paymentTableKinds,
  ...publishingTableKinds,
  ...statisticsTableKinds,
};
const { database } = await testDatabase();
const query = async <T extends object>(sql: string) => (await database.owner.query<T>(sql)).rows;

const distributed = Object.entries(registry).flatMap(([table, { owner }]) =>
  owner ? [{ table, owner }] : [],
);

describe('the schema runs unmodified on PostgreSQL and on Citus', () => {
  it('has every table in the registry, and none more', async () => {
    const tables = await query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    expect(tables.map((one) => one.name).sort()).toEqual(Object.keys(registry).sort());
  });

  it('every key and unique constraint of a distributed table begins with or holds its owner', async () => {
    for (const { table, owner } of distributed) {
      const keys = await query<{ columns: string[] }>(
        `SELECT array_agg(a.attname::text ORDER BY k.n) AS columns FROM pg_index i, unnest(i.indkey) WITH ORDINALITY AS k (attnum, n)
         JOIN pg_attribute a ON a.attnum = k.attnum WHERE a.attrelid = i.indrelid AND i.indrelid = '${table}'::regclass AND i.indisunique GROUP BY i.indexrelid`,
      );
      expect(keys.length, table).toBeGreaterThan(0);
      for (const { columns } of keys) expect(columns, table).toContain(owner);
    }
  });

  it('foreign keys of distributed tables hold the owner key and are named', async () => {
    const keys = await query<{ table: string; name: string; definition: string }>(
      `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
    );
    for (const { table, name, definition } of keys) {
      const owner = registry[table]?.owner;
      if (owner) expect(definition).toContain(`(${owner}`);
      expect(name).toMatch(/_fk$/);
      expect(definition).not.toContain('SET NULL');
    }
  });

  it('every constraint is named by hand', async () => {
    const generated = await query<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conname ~ '_(pkey|key|fkey|check)[0-9]*$'`,
    );
    expect(generated).toEqual([]);
  });

  it('has no sequences, and no triggers but on local tables', async () => {
    expect(
      await query(
        `SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace`,
      ),
    ).toEqual([]);
    const triggers = await query<{ table: string }>(
      `SELECT tgrelid::regclass::text AS table FROM pg_trigger WHERE NOT tgisinternal AND tgrelid::regclass::text !~ '^jobs'`,
    );
    for (const { table } of triggers) expect(registry[table]?.kind).toBe('local');
  });

  it('guards every table of persons by a forced policy that compares columns with settings that may be empty', async () => {
    for (const { table } of distributed.filter((one) => !one.owner.endsWith('_digest'))) {
      const [row] = await query<{ on: boolean; forced: boolean; policy: string }>(
        `SELECT relrowsecurity AS on, relforcerowsecurity AS forced, pg_get_expr(polqual, polrelid) AS policy FROM pg_class JOIN pg_policy ON polrelid = pg_class.oid WHERE pg_class.oid = '${table}'::regclass`,
      );
      expect(row?.on && row.forced, table).toBe(true);
      const settings = row?.policy.match(/current_setting\('app\.\w+'::text, true\)/gi) ?? [];
      expect(settings.length, table).toBeGreaterThan(0);
      expect(row?.policy.match(/NULLIF\(current_setting/gi)).toHaveLength(settings.length);
      expect(row?.policy).not.toMatch(/SELECT/);
    }
  });

  it('lets the application neither change nor delete events, audit entries and editions', async () => {
    for (const table of [
      'register_events',
      'platform_audit',
      'publishing_editions',
      'publishing_documents',
      'platform_snapshots',
      'statistics_return_steps',
      'casework_actions',
      'casework_ratings',
      'health_stations',
      'health_assessments',
      'health_incidents',
      'health_incident_steps',
      'health_consents',
      'health_withdrawals',
      'health_withheld',
      'health_given',
      'health_stock_moves',
      'benefits_facts',
      'benefits_values',
      'benefits_entitlement_actions',
      'benefits_accounts',
      'benefits_payments',
      'benefits_payment_results',
      'benefits_failed_lines',
      'benefits_ledger',
      'benefits_exports',
    ]) {
      const [row] = await query<{ deletes: boolean; updates: boolean }>(
        `SELECT has_table_privilege('jiahu_app', '${table}', 'DELETE, TRUNCATE') AS deletes, has_table_privilege('jiahu_app', '${table}', 'UPDATE') AS updates`,
      );
      expect(row, table).toEqual({ deletes: false, updates: false });
    }
  });
});

describe('the types of the rooms are the columns of the database', () => {
  const rooms = [
    'platform',
    'areas',
    'identity',
    'register',
    'casework',
    'health',
    'benefits',
    'statistics',
    'publishing',
  ];
  const declared = rooms.flatMap((room) => {
    const folder = join(projectRoot, 'src', room);
    const files = readdirSync(folder).filter((name) => /^(?!sealed-).*tables\.ts$/.test(name));
    const source = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    const scopes = /type Scopes = \{([\s\S]*?)\n\};/.exec(source)?.[1] ?? '';
    const names = new Map(
      [...source.matchAll(/(\w+): (\w+Table)\b/g)].map((match) => [match[2] ?? '', match[1] ?? '']),
    );
    return [...source.matchAll(/type (\w+Table) = (Scopes & )?\{([\s\S]*?)\n\};/g)].map(
      ([, type = '', shared, body = '']) => ({
        table: names.get(type) ?? type,
        columns: [...`${shared ? scopes : ''}\n${body}`.matchAll(/^ {2}(?:readonly )?(\w+):/gm)]
          .map((match) => match[1] ?? '')
          .sort(),
      }),
    );
  });

  it.each(declared)('$table', async ({ table, columns }) => {
    const rows = await query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '${table}'`,
    );
    expect(columns).toEqual(rows.map((row) => row.name).sort());
  });

  it('covers every table', () => {
    expect(declared.map((one) => one.table).sort()).toEqual(Object.keys(registry).sort());
  });
});

describe('statements in the source keep to the common ground', () => {
  const statements = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
    .map((name) => ({
      name,
      body: readFileSync(join(projectRoot, 'src', name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''),
    }));

  it.each([
    ['recursive queries', /WITH RECURSIVE/i],
    ['subtotals in SQL', /\b(ROLLUP|CUBE|GROUPING SETS)\s*\(/],
    ['functions newer than PostgreSQL 15', /\b(any_value|ANY_VALUE|JSON_TABLE|json_table|uuidv7)\s*\(/],
    ['ids made by the database', /gen_random_uuid|\bserial\b/i],
    ['settings that outlive their transaction', /set_config\(|SET (?!LOCAL|NULL|TIME)app\./i],
  ])('no %s', (_, pattern) => {
    expect(statements.filter(({ body }) => pattern.test(body)).map(({ name }) => name)).toEqual([]);
  });
});

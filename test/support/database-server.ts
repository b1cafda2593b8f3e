import { chmodSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildDivisionHistory, storeDivisions } from '../../src/areas/index.ts';
import {
  type ConnectionTarget,
  type EmbeddedServer,
  ensureAppRole,
  ensureDatabase,
  launchEmbedded,
  migrate,
  openDatabase,
  ownerPool,
  parseDatabaseUrl,
  readMigrations,
  UNSAFE_SETTINGS,
} from '../../src/platform/index.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: ConnectionTarget;
  }
}

export const TEMPLATE = 'jiahu_test_template';

/** The server that the tests use: a throwaway embedded one, or the one named by TEST_DATABASE_URL (PostgreSQL ≥ 15). */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const named = process.env['TEST_DATABASE_URL'];
  if (named) {
    await makeTemplate(parseDatabaseUrl(named));
    project.provide('databaseServer', parseDatabaseUrl(named));
    return async () => undefined;
  }
  const folder = await mkdtemp(join(tmpdir(), 'jiahu-test-'));
  chmodSync(folder, 0o711);
  const server: EmbeddedServer = await launchEmbedded({ dataFolder: folder, settings: UNSAFE_SETTINGS });
  await ensureDatabase(server, TEMPLATE);
  await makeTemplate(server.target('postgres'));
  project.provide('databaseServer', server.target('postgres'));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function makeTemplate(server: ConnectionTarget): Promise<void> {
  const admin = ownerPool(server);
  await admin.query(`DROP DATABASE IF EXISTS ${TEMPLATE}`);
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  const target = { ...server, database: TEMPLATE };
  const owner = ownerPool(target);
  await ensureAppRole(owner, target);
  await migrate(owner, readMigrations(new URL('../../migrations/', import.meta.url)));
  await owner.end();
  const database = openDatabase(target);
  await database.transaction({ actor: 'test', area: null, purpose: null }, (tx) =>
    storeDivisions(tx, buildDivisionHistory()),
  );
  await database.close();
}

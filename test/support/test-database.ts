import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { type ConnectionTarget, type Database, openDatabase, ownerPool } from '../../src/platform/index.ts';
import { TEMPLATE } from './database-server.ts';

export interface TestDatabase {
  readonly database: Database;
  readonly target: ConnectionTarget;
}

/** A database of this test file's own, with schema and divisions, gone when the file is done. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServer');
  const name = `jiahu_test_${randomBytes(6).toString('hex')}`;
  const admin = ownerPool(server);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const target = { ...server, database: name };
  const database = openDatabase(target);
  afterAll(async () => {
    await database.close();
    await admin.query(`DROP DATABASE ${name}`);
    await admin.end();
  });
  return { database, target };
}

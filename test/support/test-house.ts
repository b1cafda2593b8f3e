import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll } from 'vitest';
import { assemble, type House } from '../../src/composition/assemble.ts';
import { testDatabase } from './test-database.ts';

/** A whole house over a database of the test file's own. */
export async function testHouse(): Promise<House> {
  const { database } = await testDatabase();
  const path = mkdtempSync(join(tmpdir(), 'jiahu-house-'));
  afterAll(() => {
    rmSync(path, { recursive: true, force: true });
  });
  const settings = {
    port: 0,
    host: '127.0.0.1',
    dataDir: path,
    database: null,
    publicUrl: null,
    secret: null,
    fieldKeys: null,
    logFile: null,
    logLevel: 'silent',
  } as const;
  return assemble(
    {
      settings,
      folder: { path, file: (name) => join(path, name), release: () => undefined },
      log: pino({ level: 'silent' }),
      database,
      secret: randomBytes(32),
      keyring: { newest: 1, keys: new Map([[1, randomBytes(32)]]) },
      databaseFolder: null,
      close: () => Promise.resolve(),
    },
    () => true,
  );
}

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Logger } from 'pino';
import { buildDivisionHistory, countDivisions, storeDivisions } from '../areas/index.ts';
import {
  type ConnectionTarget,
  createBlindIndex,
  createFieldCipher,
  type Database,
  type DataFolder,
  type EmbeddedServer,
  ensureAppRole,
  ensureDatabase,
  ensureJobSchema,
  type Keyring,
  launchEmbedded,
  migrate,
  openDatabase,
  openLog,
  ownerPool,
  projectRoot,
  proveKeys,
  proveRowLevelSecurity,
  readKeyring,
  readMigrations,
  type Settings,
  translateDatabaseErrors,
  writeWhole,
} from '../platform/index.ts';
import { createVault, finishRegister } from '../register/index.ts';

const EMBEDDED_DATABASE = 'jiahu';
const SECRET_BYTES = 32;

/** The ground of one installation: its folder, its log, its database with schema and divisions. */
export interface Ground {
  readonly settings: Settings;
  readonly folder: DataFolder;
  readonly log: Logger;
  readonly database: Database;
  /** Key of the identity directory and other keyed digests; never in the database. */
  readonly secret: Buffer;
  /** The keys that seal fields; never in the database. */
  readonly keyring: Keyring;
  /** Where the embedded server keeps its data; null with a database of one's own. */
  readonly databaseFolder: string | null;
  readonly close: () => Promise<void>;
}

/** Opens everything that the rooms stand on, making what is missing. */
export async function openGround(settings: Settings, folder: DataFolder): Promise<Ground> {
  const log = openLog(settings, folder.file('jiahu.log'));
  const secret = readSecret(folder, settings.secret);
  const keyring = readKeyring({ folder, given: settings.fieldKeys, randomBytes });
  const server = settings.database ? null : await launchEmbedded({ dataFolder: folder.path });
  try {
    const target = settings.database ?? (await embeddedTarget(server));
    const database = await translateDatabaseErrors(() => openPrepared(target, { secret, keyring }));
    const close = async () => {
      await database.close();
      await server?.stop();
    };
    return {
      settings,
      folder,
      log,
      database,
      secret,
      keyring,
      databaseFolder: server?.home.data ?? null,
      close,
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

async function embeddedTarget(server: EmbeddedServer | null): Promise<ConnectionTarget> {
  if (!server) throw new Error('no embedded server was started');
  await ensureDatabase(server, EMBEDDED_DATABASE);
  return server.target(EMBEDDED_DATABASE);
}

interface Keys {
  readonly secret: Buffer;
  readonly keyring: Keyring;
}

async function openPrepared(target: ConnectionTarget, { secret, keyring }: Keys): Promise<Database> {
  const owner = ownerPool(target);
  try {
    await ensureAppRole(owner, target);
    await migrate(owner, readMigrations(pathToFileURL(`${projectRoot}migrations/`)));
    await ensureJobSchema(owner);
  } finally {
    await owner.end();
  }
  const database = openDatabase(target);
  try {
    await proveRowLevelSecurity(database.app, 'register_persons');
    await database.transaction({ actor: 'start', area: null, purpose: null }, async (tx) => {
      if ((await countDivisions(tx)) === 0) await storeDivisions(tx, buildDivisionHistory());
      await proveKeys(tx, keyring, createBlindIndex(secret, 'directory check'));
    });
    const cipher = createFieldCipher(keyring, randomBytes);
    await finishRegister(database.owner, createVault(cipher, secret));
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function readSecret(folder: DataFolder, given: string | null): Buffer {
  const path = folder.file('secret.key');
  if (given) return Buffer.from(given);
  if (!existsSync(path)) writeWhole(path, randomBytes(SECRET_BYTES).toString('hex'), 0o600);
  return Buffer.from(readFileSync(path, 'utf8'), 'hex');
}

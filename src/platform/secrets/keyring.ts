import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { text } from '../../language/index.ts';
import { type DataFolder, writeWhole } from '../data-folder.ts';
import { failure } from '../errors.ts';
import type { Keyring } from './field-cipher.ts';

const KEY_BYTES = 32;
const FILE = 'field-keys.json';
const ringSchema = z.record(z.string().regex(/^[1-9]\d*$/), z.string().regex(/^[0-9a-f]{64}$/));

const unreadable = (where: string) =>
  failure(
    'misconfigured',
    text(`${where} 里的字段密钥无法读取。`, `The field keys in ${where} cannot be read.`),
    text(
      '应为 {"1": "64 位十六进制"}；请从备份恢复。',
      'They should read {"1": "64 hexadecimal digits"}; restore them from a backup.',
    ),
  );

function parseRing(json: string, where: string): Keyring {
  let parsed: z.output<typeof ringSchema>;
  try {
    parsed = ringSchema.parse(JSON.parse(json));
  } catch {
    throw unreadable(where);
  }
  const keys = new Map(
    Object.entries(parsed).map(([version, hex]) => [Number(version), Buffer.from(hex, 'hex')]),
  );
  if (keys.size === 0) throw unreadable(where);
  return { newest: Math.max(...keys.keys()), keys };
}

const toJson = (ring: Keyring): string =>
  JSON.stringify(
    Object.fromEntries([...ring.keys].map(([version, key]) => [String(version), key.toString('hex')])),
  );

export interface KeyringSource {
  readonly folder: DataFolder;
  /** `JIAHU_FIELD_KEYS`, when the keys come from outside; null: a file of the data folder. */
  readonly given: string | null;
  readonly randomBytes: (length: number) => Buffer;
}

/** The keys that seal fields; the first one is made when there is none. */
export function readKeyring({ folder, given, randomBytes }: KeyringSource): Keyring {
  if (given !== null) return parseRing(given, 'JIAHU_FIELD_KEYS');
  const path = folder.file(FILE);
  if (existsSync(path)) return parseRing(readFileSync(path, 'utf8'), path);
  const ring: Keyring = { newest: 1, keys: new Map([[1, randomBytes(KEY_BYTES)]]) };
  writeWhole(path, toJson(ring), 0o600);
  return ring;
}

/** Adds a key that seals from now on; the older ones still open. */
export function addKey({ folder, given, randomBytes }: KeyringSource): Keyring {
  if (given !== null)
    throw failure(
      'misconfigured',
      text('密钥由 JIAHU_FIELD_KEYS 给出。', 'The keys are given by JIAHU_FIELD_KEYS.'),
      text('请在那里加入新版本的密钥。', 'Add the next version there.'),
    );
  const ring = readKeyring({ folder, given, randomBytes });
  const newest = ring.newest + 1;
  const longer: Keyring = { newest, keys: new Map([...ring.keys, [newest, randomBytes(KEY_BYTES)]]) };
  writeWhole(folder.file(FILE), toJson(longer), 0o600);
  return longer;
}

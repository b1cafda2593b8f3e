import { argon2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { text } from '../language/index.ts';
import { DomainError } from '../platform/index.ts';

const derive = promisify(argon2);

/** OWASP's first choice for Argon2id: 19 MiB, two passes. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_LENGTH = 32;
const SHORTEST = 12;
const LONGEST = 128;

/** Words that an attacker of this site tries first. */
const COMMON = /password|123456|qwerty|jiahu|mianyang|admin/i;

async function tag(password: string, salt: Buffer): Promise<Buffer> {
  return derive('argon2id', {
    message: Buffer.from(password.normalize('NFC')),
    nonce: salt,
    tagLength: TAG_LENGTH,
    ...COST,
  });
}

/** `argon2id$salt$tag`, both base64url. */
export async function hashPassword(password: string, salt: Buffer): Promise<string> {
  return `argon2id$${salt.toString('base64url')}$${(await tag(password, salt)).toString('base64url')}`;
}

/** True when `password` gives `hash`; takes the same time whether or not it does. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [, salt, expected] = hash.split('$');
  const given = await tag(password, Buffer.from(salt ?? '', 'base64url'));
  const wanted = Buffer.from(expected ?? '', 'base64url');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** A hash that no password gives, so that an unknown name costs as much time as a wrong password. */
export const unusableHash = `argon2id$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(TAG_LENGTH).toString('base64url')}`;

/** Refuses passwords that are short, longer than the hash should be fed, or commonly tried. */
export function requireGoodPassword(password: string): void {
  const { length } = Array.from(password);
  if (length >= SHORTEST && length <= LONGEST && !COMMON.test(password)) return;
  throw new DomainError({
    code: 'invalid_input',
    field: 'password',
    message: text('密码太短、太长或过于常见。', 'The password is too short, too long or commonly used.'),
    remedy: text(
      '请使用 12 至 128 个字符、不含常见词的密码。',
      'Use 12 to 128 characters without common words.',
    ),
  });
}

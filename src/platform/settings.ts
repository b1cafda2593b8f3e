import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { text } from '../language/index.ts';
import type { ConnectionTarget } from './database/connect.ts';
import { failure } from './errors.ts';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default(join(projectRoot, '.jiahu')),
  DATABASE_URL: z.string().min(1).optional(),
  PUBLIC_URL: z.url().optional(),
  JIAHU_SECRET: z.string().min(32).optional(),
  JIAHU_FIELD_KEYS: z.string().min(1).optional(),
  LOG_FILE: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Null: the embedded server. */
  readonly database: ConnectionTarget | null;
  /** Where the public reaches the site; null: the address it listens on. */
  readonly publicUrl: string | null;
  /** Key of the keyed digests; null: a file of the data folder. The same for all processes of one database. */
  readonly secret: string | null;
  /** Keys that seal fields, `{"1": "64 hexadecimal digits"}`; null: a file of the data folder. */
  readonly fieldKeys: string | null;
  /** Path of the log, `-` for standard error; null: `jiahu.log` in the data folder. */
  readonly logFile: string | null;
  readonly logLevel: z.output<typeof schema>['LOG_LEVEL'];
}

const wrongSetting = (name: string, reason: string) =>
  failure(
    'misconfigured',
    text(`环境变量 ${name} 的值有误：${reason}。`, `The setting ${name} is not right: ${reason}.`),
    text('请改正后重试；可用设置见 README。', 'Correct it and try again; README lists the settings.'),
  );

/** Reads the settings from environment variables; empty ones count as absent. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  const parsed = schema.safeParse(present);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw wrongSetting(String(issue?.path[0] ?? ''), issue?.message ?? '');
  }
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: isAbsolute(data.DATA_DIR) ? data.DATA_DIR : resolve(data.DATA_DIR),
    database: data.DATABASE_URL ? parseDatabaseUrl(data.DATABASE_URL) : null,
    publicUrl: data.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    secret: data.JIAHU_SECRET ?? null,
    fieldKeys: data.JIAHU_FIELD_KEYS ?? null,
    logFile: data.LOG_FILE ?? null,
    logLevel: data.LOG_LEVEL,
  };
}

/** `postgres://user:password@host:port/name?sslmode=…`, host also as `?host=/socket/folder`. */
export function parseDatabaseUrl(value: string): ConnectionTarget {
  const url = URL.parse(value);
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw wrongSetting('DATABASE_URL', 'it should read postgres://user:password@host:5432/name');
  }
  const sslmode = url.searchParams.get('sslmode');
  return {
    host: url.searchParams.get('host') ?? (decodeURIComponent(url.hostname) || '127.0.0.1'),
    port: Number(url.port || url.searchParams.get('port') || 5432),
    user: decodeURIComponent(url.username) || url.searchParams.get('user') || 'postgres',
    password: url.password ? decodeURIComponent(url.password) : undefined,
    database: decodeURIComponent(url.pathname.slice(1)) || 'jiahu',
    ssl: sslmode && sslmode !== 'disable' ? { rejectUnauthorized: sslmode.startsWith('verify') } : undefined,
  };
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;
/** True when only this machine can reach `host`. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

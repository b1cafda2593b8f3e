import { type ServerType, serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context as HonoContext } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import type { Logger } from 'pino';
import { cityArea } from '../../policy/areas/index.ts';
import { actorOfToken } from '../identity/index.ts';
import { text } from '../language/index.ts';
import {
  type Actor,
  asDomainError,
  createApi,
  createHealth,
  createMetrics,
  DomainError,
  failure,
  isLoopback,
  type Metrics,
  publicActor,
  SESSION_COOKIE,
} from '../platform/index.ts';
import type { House } from './assemble.ts';
import type { ConsoleBuild } from './build-console.ts';
import { serveConsole } from './serve-console.ts';
import { wirePortal } from './wire-portal.ts';

const SESSION_SECONDS = 12 * 3600;

export interface RunningServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  readonly synthetic: boolean;
  /** What the command line on this machine shows to be let in. */
  readonly operatorToken: string;
  readonly version: string;
  readonly console: ConsoleBuild;
}

/** All faces of the house on one port. */
export async function serveHouse(house: House, options: ServeOptions): Promise<RunningServer> {
  const { host, port } = house.ground.settings;
  // The address is known only once we listen (PORT=0); until the faces are there, nobody is let in.
  let answer: Hono['fetch'] = () => new Response(null, { status: 503 });
  const server = await listen((request, environment) => answer(request, environment), host, port);
  const address = server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${String(actualPort)}`;
  answer = faces(house, options, house.ground.settings.publicUrl ?? url).fetch;
  return { url, close: () => closeServer(server) };
}

function faces(house: House, options: ServeOptions, publicUrl: string): Hono {
  const metrics = createMetrics();
  const app = new Hono();
  app.use('*', measured(metrics, house.ground.log));
  app.use('*', marked(options.synthetic));
  app.use('/metrics', onlyFromThisMachine);
  app.route('/', createHealth({ ready: () => readiness(house) }, metrics));
  app.route('/api', createApi(apiDependencies(house, options)));
  app.route('/console', serveConsole(options.console, options.synthetic));
  app.route('/', wirePortal(house, { synthetic: options.synthetic, publicUrl }, callerAddress));
  return app;
}

const readiness = async (house: House) => {
  await house.ground.database.app.query('SELECT 1');
};

const callerAddress = (context: HonoContext): string => {
  // Behind a proxy the socket is the proxy's: then nobody counts as being on this machine.
  if (context.req.header('x-forwarded-for') ?? context.req.header('forwarded')) return 'forwarded';
  return getConnInfo(context).remote.address?.replace('::ffff:', '') ?? 'unknown';
};

function apiDependencies(house: House, options: ServeOptions): Parameters<typeof createApi>[0] {
  return {
    registry: house.registry,
    execute: house.execute,
    authenticate: (token, address) => authenticate(house, options, { token, address }),
    callerAddress,
    decorate: (context, operation, output) => {
      if (operation.name === 'identity/sign-in') setSessionCookie(context, house, output);
      if (operation.name === 'identity/sign-out') forgetSessionCookie(context, house);
    },
    synthetic: options.synthetic,
    version: options.version,
  };
}

function cookieOptions(house: House) {
  const secure = house.ground.settings.publicUrl?.startsWith('https:') ?? false;
  return {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    ...(secure ? { secure: true, prefix: 'host' as const } : {}),
  } as const;
}

function setSessionCookie(context: HonoContext, house: House, output: unknown): void {
  const token = typeof output === 'object' && output && 'token' in output ? String(output.token) : '';
  setCookie(context, SESSION_COOKIE, token, { ...cookieOptions(house), maxAge: SESSION_SECONDS });
}

const forgetSessionCookie = (context: HonoContext, house: House): void => {
  deleteCookie(context, SESSION_COOKIE, cookieOptions(house));
};

const sessionOver = () =>
  failure(
    'unauthenticated',
    text('登录已失效。', 'This session is over.'),
    text('请重新登录。', 'Sign in again.'),
  );

interface Caller {
  readonly token: string | null;
  readonly address: string;
}

async function authenticate(house: House, options: ServeOptions, { token, address }: Caller): Promise<Actor> {
  if (token === null) return publicActor(cityArea);
  if (token === options.operatorToken) return house.operator;
  const nobody = { actor: 'public', area: null, purpose: null };
  const found = await house.ground.database.transaction(nobody, (tx) =>
    actorOfToken(tx, token, house.surroundings.now()),
  );
  // A demo account works on this machine alone, also when its token has travelled.
  if (!found || (found.demo && !(isLoopback(house.ground.settings.host) && isLoopback(address))))
    throw sessionOver();
  return found;
}

/** Counts and times every answer, by group of routes so that no id becomes a label. */
const measured =
  (metrics: Metrics, log: Logger) => async (context: HonoContext, next: () => Promise<void>) => {
    const began = performance.now();
    await next();
    const first = context.req.path.split('/')[1] ?? '';
    const route = ['api', 'reports', 'en', 'assets', 'healthz', 'readyz', 'metrics'].includes(first)
      ? first
      : 'portal';
    metrics.requests.inc({ route, status: String(context.res.status) });
    const milliseconds = performance.now() - began;
    metrics.duration.observe({ route }, milliseconds / 1000);
    const { status } = context.res;
    // The path alone: queries may hold what somebody searched for. Pages are counted, calls and faults are logged.
    if (route === 'api' || status >= 500) {
      log.info({ method: context.req.method, path: context.req.path, status, milliseconds }, 'request');
    }
  };

/** Every answer of a made-up city says so, and asks not to be indexed. */
const marked = (synthetic: boolean) => async (context: HonoContext, next: () => Promise<void>) => {
  await next();
  context.res.headers.set('X-Content-Type-Options', 'nosniff');
  if (!synthetic) return;
  context.res.headers.set('X-Robots-Tag', 'noindex, nofollow');
  context.res.headers.set('X-Jiahu-Synthetic', 'true');
};

const onlyFromThisMachine = async (context: HonoContext, next: () => Promise<void>) => {
  if (!isLoopback(callerAddress(context))) return context.notFound();
  await next();
  return undefined;
};

const portTaken = (port: number) =>
  failure(
    'port_in_use',
    text(`端口 ${String(port)} 已被占用。`, `Port ${String(port)} is taken.`),
    text(
      `请用 PORT 指定其他端口，例如 PORT=${String(port + 1)} npm start。`,
      `Choose another with PORT, for instance PORT=${String(port + 1)} npm start.`,
    ),
  );

const cannotListen = (host: string, port: number, reason: string) =>
  failure(
    'misconfigured',
    text(
      `无法在 ${host}:${String(port)} 上监听：${reason}。`,
      `Cannot listen on ${host}:${String(port)}: ${reason}.`,
    ),
    text('请检查 HOST 与 PORT。', 'Check HOST and PORT.'),
  );

function listenError(error: unknown, host: string, port: number): DomainError {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') return portTaken(port);
  const known = asDomainError(error);
  return known instanceof DomainError && code !== 'EACCES' && code !== 'ENOTFOUND'
    ? known
    : cannotListen(host, port, error instanceof Error ? error.message : String(error));
}

function listen(fetch: Hono['fetch'], host: string, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, () => {
      resolve(server);
    });
    server.once('error', (error) => {
      reject(listenError(error, host, port));
    });
  });
}

/** Proves that the port is free before the long work of a first start. */
export function requirePort(host: string, port: number): Promise<void> {
  return listen(new Hono().fetch, host, port).then(closeServer);
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => {
      if ('closeAllConnections' in server) server.closeAllConnections();
    }, 3000).unref();
  });
}

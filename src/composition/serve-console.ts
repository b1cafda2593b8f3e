import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Hono } from 'hono';
import type { ConsoleBuild } from './build-console.ts';

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const page = (refresh: string, words: string) =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${refresh}<title>家户工作台</title></head><body><main><h1>家户工作台 Jiahu console</h1>${words}</main></body></html>`;

const preparing = page(
  '<meta http-equiv="refresh" content="2">',
  '<p>工作台正在准备，几秒后自动打开。</p><p lang="en">The console is being prepared and opens by itself in a few seconds.</p>',
);
const failed = page(
  '',
  '<p>工作台没有准备好。请查看日志后运行 npm run build:console，再重新启动。</p><p lang="en">The console could not be prepared. Look at the log, run npm run build:console, then start again.</p>',
);

/** The page that every address of the console opens; it says whether the city is made up. */
const indexOf = (folder: string, synthetic: boolean): string =>
  readFileSync(join(folder, 'index.html'), 'utf8').replace(
    '<html lang="zh-CN"',
    `<html lang="zh-CN" data-synthetic="${synthetic ? 'yes' : 'no'}"`,
  );

const NAME = /^[\w.-]+$/;

/** The staff console: one page and its hashed assets, once they are built. */
export function serveConsole(build: ConsoleBuild, synthetic: boolean): Hono {
  const app = new Hono();
  app.use('*', async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'same-origin');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  });
  app.get('/assets/:name', (context) => {
    const name = context.req.param('name');
    const file = join(build.folder, 'assets', name);
    if (build.state() !== 'ready' || !NAME.test(name) || !existsSync(file)) return context.notFound();
    return context.body(readFileSync(file), 200, {
      'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
  app.get('*', (context) => {
    context.header('Cache-Control', 'no-cache');
    const state = build.state();
    if (state === 'ready') return context.html(indexOf(build.folder, synthetic));
    return context.html(state === 'failed' ? failed : preparing);
  });
  return app;
}

/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Locale, text } from '../language/index.ts';
import { DomainError, errorKinds, failure } from '../platform/index.ts';
import type { Edition } from '../publishing/index.ts';
import type { PortalDependencies } from './dependencies.ts';
import { messagesIn } from './messages.ts';
import type { View } from './page.ts';
import { ErrorPage } from './pages/simple-pages.tsx';
import { readPreferences } from './preferences.ts';

export const css = readFileSync(new URL('./portal.css', import.meta.url));
/** The address of the style sheet: it changes with its content, so that it may be kept for ever. */
export const stylesheet = `/assets/portal.${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`;

/** How the reader of this request sees pages. */
export function viewOf(context: Context, dependencies: PortalDependencies, locale: Locale): View {
  const { pathname, search } = new URL(context.req.url);
  const path = locale === 'en' ? pathname.slice('/en'.length) || '/' : pathname;
  return {
    site: dependencies.site,
    locale,
    say: messagesIn(locale),
    preferences: readPreferences(getCookie(context)),
    path,
    query: search,
    stylesheet,
  };
}

export const html = (context: Context, body: object | string, status: ContentfulStatusCode = 200) =>
  context.html(`<!DOCTYPE html>${String(body)}`, status);

export const noSuchPage = () =>
  failure(
    'not_found',
    text('没有这个页面。', 'There is no such page.'),
    text(
      '请检查网址，或从首页、网站地图、搜索找起。',
      'Check the address, or begin at the home page, the site map or the search.',
    ),
  );

export const noSuchFigure = ({ content }: Edition) => {
  const keys = content.figures.map((figure) => figure.key);
  return failure(
    'not_found',
    text(
      `${String(content.year)} 年报告没有这个指标。`,
      `The report of ${String(content.year)} has no such figure.`,
    ),
    text(`现有指标：${keys.join('、')}。`, `Its figures are: ${keys.join(', ')}.`),
  );
};

/** Any error as a page in the language of the address, with what to do about it. */
export function errorPage(
  context: Context,
  dependencies: PortalDependencies,
  error: unknown,
): Response | Promise<Response> {
  const known =
    error instanceof DomainError
      ? error
      : failure('internal', errorKinds.internal.message, text('请稍后重试。', 'Try again later.'));
  const { code, message, remedy } = known.details;
  const locale: Locale = /^\/en(\/|$)/.test(new URL(context.req.url).pathname) ? 'en' : 'zh';
  const view = viewOf(context, dependencies, locale);
  const title = view.say(code === 'not_found' ? 'notFound' : 'error');
  const { status } = errorKinds[code];
  return context.html(
    `<!DOCTYPE html>${String(<ErrorPage view={view} title={title} message={message} remedy={remedy} />)}`,
    status,
  );
}

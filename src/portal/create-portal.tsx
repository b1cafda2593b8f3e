/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { setCookie } from 'hono/cookie';
import { text } from '../language/index.ts';
import { errorKinds, failure, requireSameOrigin } from '../platform/index.ts';
import { css, errorPage, html, noSuchFigure, noSuchPage, stylesheet, viewOf } from './answers.tsx';
import { addApply } from './apply.tsx';
import { addBenefits } from './benefits.tsx';
import { addCases } from './cases.tsx';
import { addCertificates } from './certificates.tsx';
import { addData, addDataFiles } from './data.tsx';
import type { PortalDependencies } from './dependencies.ts';
import { addDrafts } from './drafts.tsx';
import { type Face, listed, page } from './face.tsx';
import { atomFeed, feedEntries, figuresCsv, siteMapXml } from './feeds.ts';
import { addLibrary } from './library.tsx';
import { reportMarkdown } from './markdown.ts';
import { messagesIn } from './messages.ts';
import { addOfficers } from './officers.tsx';
import { type Preferences, pathIn, type View } from './page.ts';
import type { EditionPath } from './pages/figure-parts.tsx';
import { ReportPage } from './pages/report-page.tsx';
import { offeredGroups } from './pages/service-pages.tsx';
import {
  AboutPage,
  AccessibilityPage,
  HomePage,
  LeavePage,
  ReportsPage,
  SearchPage,
  SiteMapPage,
} from './pages/simple-pages.tsx';
import { WhyPage } from './pages/why-page.tsx';
import { safePath, writePreferences } from './preferences.ts';
import { searchSite, sitePages } from './search.ts';
import { addServices } from './services.tsx';

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const MOST_RENDERED = 500;
const AN_HOUR = 3600;
const LONGEST_QUERY = 100;

/** Known targets outside the site: nothing else can be reached through the interstitial. */
const outside: Readonly<Record<string, (address: string) => string>> = {
  weibo: (address) => `https://service.weibo.com/share/share.php?url=${encodeURIComponent(address)}`,
};

const HALF_A_MEGABYTE = 512 * 1024;
const largestForm = bodyLimit({
  maxSize: HALF_A_MEGABYTE,
  onError: () => {
    throw failure(
      'too_large',
      errorKinds.too_large.message,
      text('请缩短后重试。', 'Shorten it and try again.'),
    );
  },
});

/** The public site: server-rendered, no scripts, in Chinese and under `/en` in English. */
export function createPortal(dependencies: PortalDependencies): Hono {
  const portal = new Hono();
  const rendered: Face['rendered'] = new Map();
  portal.use('*', async (context, next) => {
    await next();
    securityHeaders(context);
  });
  portal.post('*', largestForm, async (context, next) => {
    requireSameOrigin(context);
    await next();
  });
  portal.get(stylesheet, (context) =>
    context.body(css, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    }),
  );
  portal.get('/robots.txt', (context) =>
    context.text(dependencies.site.synthetic ? 'User-agent: *\nDisallow: /\n' : 'User-agent: *\nAllow: /\n'),
  );
  addDataFiles(portal, dependencies);
  portal.get('/sitemap.xml', async (context) => xmlAnswer(context, await siteMap(dependencies)));
  for (const locale of ['zh', 'en'] as const) {
    const face: Face = { portal, dependencies, locale, rendered, prefix: locale === 'en' ? '/en' : '' };
    addPages(face);
    addReports(face);
    addFiles(face);
    addActions(face);
    addLibrary(face);
    addBenefits(face);
    addServices(face);
    addApply(face);
    addDrafts(face);
    addCases(face);
    addCertificates(face);
    addOfficers(face);
    addData(face);
  }
  portal.get('/en', (context) => context.redirect('/en/', 301));
  // Not `notFound`: that of a mounted application is never asked.
  portal.all('*', (context) => errorPage(context, dependencies, noSuchPage()));
  portal.onError((error, context) => errorPage(context, dependencies, error));
  return portal;
}

function securityHeaders(context: Context): void {
  const { headers } = context.res;
  headers.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
}

function addPages(face: Face): void {
  const { dependencies } = face;
  const editions = async () => listed(await dependencies.listEditions());
  page(face, '/', async (view) => (
    <HomePage
      view={view}
      editions={await editions()}
      groups={offeredGroups(view, await dependencies.listServices())}
    />
  ));
  page(face, '/reports', async (view) => <ReportsPage view={view} editions={await editions()} />);
  page(face, '/about', (view) => <AboutPage view={view} />);
  page(face, '/accessibility', (view) => <AccessibilityPage view={view} />);
  page(face, '/site-map', async (view) => (
    <SiteMapPage view={view} links={await sitePages(dependencies, view)} />
  ));
}

const preferenceKey = ({ size, contrast }: Preferences) => `${size}/${contrast}`;

interface Shown {
  readonly year: number;
  readonly edition: number | undefined;
}

interface EditionRequest {
  readonly context: Context;
  readonly shown: Shown;
}

/** A page as it is sent: encoded once, not with every answer. */
const encoded = (markup: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(`<!DOCTYPE html>${markup}`));

type RenderEdition = (path: EditionPath, view: View) => Promise<object | string>;

/** A page of an edition never changes: it is rendered once for each language and way of display. */
async function editionPage(face: Face, { context, shown }: EditionRequest, render: RenderEdition) {
  const edition = await face.dependencies.readEdition(shown.year, shown.edition);
  // An edition knows no query: whatever stands there must not make pages of its own.
  const view = { ...viewOf(context, face.dependencies, face.locale), query: '' };
  const latest = (await face.dependencies.listEditions()).filter((one) => one.year === shown.year)[0]
    ?.edition;
  const key = [edition.sha256, String(latest), face.locale, preferenceKey(view.preferences), view.path].join(
    '|',
  );
  const etag = `"${createHash('sha256')
    .update(key + stylesheet)
    .digest('base64url')
    .slice(0, 22)}"`;
  context.header('ETag', etag);
  context.header('Cache-Control', 'private, no-cache');
  context.header('Vary', 'Cookie');
  if (context.req.header('if-none-match') === etag) return context.body(null, 304);
  const base =
    shown.edition === undefined
      ? `/reports/${String(shown.year)}`
      : `/reports/${String(shown.year)}/editions/${String(shown.edition)}`;
  const body = face.rendered.get(key) ?? encoded(String(await render({ edition, base }, view)));
  if (face.rendered.size >= MOST_RENDERED) face.rendered.clear();
  face.rendered.set(key, body);
  return context.body(body, 200, { 'Content-Type': 'text/html; charset=UTF-8' });
}

const YEAR = ':year{[0-9]{1,4}}';
const EDITION = ':edition{[0-9]{1,4}}';

function addReports(face: Face): void {
  const { portal, prefix, dependencies } = face;
  const editionsOf = async (year: number) =>
    (await dependencies.listEditions()).filter((one) => one.year === year).map((one) => one.edition);
  const report = (context: Context, shown: Shown) =>
    editionPage(face, { context, shown }, async (path, view) => (
      <ReportPage view={view} path={path} editions={await editionsOf(shown.year)} />
    ));
  const why = (context: Context, shown: Shown) =>
    editionPage(face, { context, shown }, (path, view) => {
      const figure = path.edition.content.figures.find((one) => one.key === context.req.param('key'));
      if (!figure) throw noSuchFigure(path.edition);
      return Promise.resolve(<WhyPage view={view} path={path} figure={figure} />);
    });
  const shownIn = (context: Context): Shown => {
    const edition = context.req.param('edition');
    return {
      year: Number(context.req.param('year')),
      edition: edition === undefined ? undefined : Number(edition),
    };
  };
  for (const path of [`${prefix}/reports/${YEAR}`, `${prefix}/reports/${YEAR}/editions/${EDITION}`]) {
    portal.get(path, (context) => report(context, shownIn(context)));
    portal.get(`${path}/figures/:key`, (context) => why(context, shownIn(context)));
  }
}

function addFiles({ portal, prefix, dependencies, locale }: Face): void {
  portal.get(`${prefix}/reports/:file{[0-9]{1,4}\\.json}`, async (context) => {
    const edition = await dependencies.readEdition(Number.parseInt(context.req.param('file'), 10));
    return context.json(dependencies.publicJson(edition));
  });
  portal.get(`${prefix}/reports/:file{[0-9]{1,4}\\.csv}`, async (context) => {
    const edition = await dependencies.readEdition(Number.parseInt(context.req.param('file'), 10));
    context.header('Content-Type', 'text/csv; charset=utf-8');
    context.header(
      'Content-Disposition',
      `attachment; filename="report-${String(edition.content.year)}.csv"`,
    );
    return context.body(figuresCsv(edition));
  });
  portal.get(`${prefix}/reports/:file{[0-9]{1,4}\\.md}`, async (context) => {
    const edition = await dependencies.readEdition(Number.parseInt(context.req.param('file'), 10));
    context.header('Content-Type', 'text/markdown; charset=utf-8');
    return context.body(reportMarkdown(edition, viewOf(context, dependencies, locale)));
  });
  portal.get(`${prefix}/feed.xml`, async (context) => {
    const say = messagesIn(locale);
    const { publicUrl, synthetic } = dependencies.site;
    const note = synthetic ? say('madeUpTitle') : say('reports');
    const site = { publicUrl, title: say('siteName'), note, prefix };
    context.header('Content-Type', 'application/atom+xml; charset=utf-8');
    return context.body(atomFeed(site, await feedEntries(dependencies, locale)));
  });
}

function addActions(face: Face): void {
  const { portal, prefix, dependencies, locale } = face;
  portal.get(`${prefix}/preferences`, (context) => {
    const back = safePath(context.req.query('back'), pathIn({ locale }, '/'));
    setCookie(context, 'view', writePreferences(context.req.query()), {
      path: '/',
      maxAge: 365 * 24 * AN_HOUR,
      sameSite: 'Lax',
      httpOnly: true,
    });
    return context.redirect(back, 303);
  });
  portal.get(`${prefix}/leave`, (context) => {
    const target = outside[context.req.query('to') ?? ''];
    if (!target) throw noSuchPage();
    const back = safePath(context.req.query('page'), pathIn({ locale }, '/'));
    const view = viewOf(context, dependencies, locale);
    return html(
      context,
      <LeavePage view={view} target={target(`${dependencies.site.publicUrl}${back}`)} back={back} />,
    );
  });
  portal.get(`${prefix}/search`, async (context) => {
    const view = viewOf(context, dependencies, locale);
    const query = (context.req.query('q') ?? '').trim().slice(0, LONGEST_QUERY);
    const found = query === '' ? [] : await searchSite(dependencies, view, query);
    return html(context, <SearchPage view={view} query={query} found={found} />);
  });
}

const xmlAnswer = (context: Context, body: string) => {
  context.header('Content-Type', 'application/xml; charset=utf-8');
  return context.body(body);
};

async function siteMap(dependencies: PortalDependencies): Promise<string> {
  const view = { locale: 'zh', say: messagesIn('zh') } as const;
  const pages = await sitePages(dependencies, view);
  return siteMapXml(
    dependencies.site.publicUrl,
    pages.map(({ path, modified }) => ({ path, modified })),
  );
}

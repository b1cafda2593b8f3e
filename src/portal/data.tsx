/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import { html, noSuchPage, viewOf } from './answers.tsx';
import { datasetPath, dcatCatalogue, distributions, formats } from './dataset.ts';
import type { PortalDependencies } from './dependencies.ts';
import { type Face, page } from './face.tsx';
import { messagesIn } from './messages.ts';
import { DataPage, DatasetPage } from './pages/data-pages.tsx';
import { latestEditions } from './search.ts';

const yearIn = (file: string): number => Number(/\d+/.exec(file)?.[0]);

/** The open data in one language. */
export function addData(face: Face): void {
  const { portal, prefix, dependencies, locale } = face;
  page(face, '/data', async (view) => <DataPage view={view} editions={await latestEditions(dependencies)} />);
  portal.get(`${prefix}/data/:file{figures-[0-9]{1,4}}`, async (context) => {
    const edition = await dependencies.readEdition(yearIn(context.req.param('file')));
    return html(context, <DatasetPage view={viewOf(context, dependencies, locale)} edition={edition} />);
  });
}

/** Files have one address in all languages. */
export function addDataFiles(portal: Hono, dependencies: PortalDependencies): void {
  portal.get('/data/catalog.jsonld', async (context) => {
    const { publicUrl, synthetic } = dependencies.site;
    const say = messagesIn('zh');
    const note = synthetic ? `${say('madeUpTitle')} / ${messagesIn('en')('madeUpTitle')}` : say('dataIntro');
    const catalogue = dcatCatalogue(publicUrl, await latestEditions(dependencies), note);
    return context.body(JSON.stringify(catalogue), 200, { 'Content-Type': 'application/ld+json' });
  });
  for (const format of formats) {
    const file = `/data/:file{figures-[0-9]{1,4}\\.${format.replace('.', '\\.')}}`;
    portal.get(file, async (context) => {
      const year = yearIn(context.req.param('file') ?? '');
      const edition = await dependencies.readEdition(year);
      const found = distributions(edition).find((one) => one.path === `${datasetPath(year)}.${format}`);
      if (!found) throw noSuchPage();
      return context.body(found.body, 200, { 'Content-Type': `${found.mediaType}; charset=utf-8` });
    });
  }
}

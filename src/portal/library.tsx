/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { text } from '../language/index.ts';
import { failure } from '../platform/index.ts';
import { html, viewOf } from './answers.tsx';
import { type Face, page } from './face.tsx';
import { DocumentPage, DocumentsPage } from './pages/document-pages.tsx';
import { HistoryPage, SeriesPage } from './pages/history-pages.tsx';

const notThere = (known: readonly string[]) =>
  failure(
    'not_found',
    text('没有这一页。', 'There is no such page.'),
    text(`现有：${known.join('、')}。`, `There are: ${known.join(', ')}.`),
  );

/** The library of documents and the series that have ended. */
export function addLibrary(face: Face): void {
  const { portal, prefix, dependencies, locale } = face;
  const { listDocuments, listSeries } = dependencies;
  page(face, '/documents', async (view) => <DocumentsPage view={view} documents={await listDocuments()} />);
  page(face, '/history', async (view) => <HistoryPage view={view} series={await listSeries()} />);
  portal.get(`${prefix}/documents/:key`, async (context) => {
    const library = await listDocuments();
    const document = library.find((one) => one.key === context.req.param('key'));
    if (!document) throw notThere(library.map((one) => one.key));
    const view = viewOf(context, dependencies, locale);
    return html(context, <DocumentPage view={view} document={document} library={library} />);
  });
  portal.get(`${prefix}/history/:key`, async (context) => {
    const series = await listSeries();
    const found = series.find((one) => one.key === context.req.param('key'));
    if (!found) throw notThere(series.map((one) => one.key));
    return html(context, <SeriesPage view={viewOf(context, dependencies, locale)} series={found} />);
  });
}

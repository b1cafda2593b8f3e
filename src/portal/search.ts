import type { Edition } from '../publishing/index.ts';
import { datasetPath } from './dataset.ts';
import type { PortalDependencies } from './dependencies.ts';
import { formatFigure, whyTitle } from './format.ts';
import type { View } from './page.ts';
import { documentPath } from './pages/document-pages.tsx';
import { plainWords } from './pages/figure-parts.tsx';
import { seriesPath } from './pages/history-pages.tsx';
import type { Found } from './pages/simple-pages.tsx';

export interface SitePage {
  readonly path: string;
  readonly label: string;
  readonly modified: string | null;
}

/** The newest edition of each year. */
export async function latestEditions({
  listEditions,
  readEdition,
}: PortalDependencies): Promise<readonly Edition[]> {
  const years = [...new Set((await listEditions()).map((one) => one.year))];
  return Promise.all(years.map((year) => readEdition(year)));
}

/** Every page of the site that is worth finding. */
export async function sitePages(
  dependencies: PortalDependencies,
  view: Pick<View, 'locale' | 'say'>,
): Promise<readonly SitePage[]> {
  const { locale, say } = view;
  const editions = await latestEditions(dependencies);
  const reports = editions.flatMap(({ content }) => {
    const path = `/reports/${String(content.year)}`;
    const modified = content.publishedAt;
    const figures = content.figures.map((figure) => ({
      path: `${path}/figures/${figure.key}`,
      label: whyTitle(figure, view),
      modified,
    }));
    return [{ path, label: content.title[locale], modified }, ...figures];
  });
  const documents = await dependencies.listDocuments();
  const series = await dependencies.listSeries();
  const newest = editions[0]?.content.publishedAt ?? null;
  return [
    { path: '/', label: say('home'), modified: newest },
    { path: '/reports', label: say('reports'), modified: newest },
    ...reports,
    { path: '/documents', label: say('documents'), modified: documents[0]?.publishedAt ?? null },
    ...documents.map((one) => ({
      path: documentPath(one.key),
      label: one.title[locale],
      modified: one.publishedAt,
    })),
    { path: '/history', label: say('history'), modified: null },
    ...series.map((one) => ({ path: seriesPath(one.key), label: one.label[locale], modified: null })),
    { path: '/data', label: say('data'), modified: newest },
    ...editions.map(({ content }) => ({
      path: datasetPath(content.year),
      label: say('datasetTitle', { year: content.year }),
      modified: content.publishedAt,
    })),
    { path: '/about', label: say('about'), modified: null },
    { path: '/accessibility', label: say('accessibility'), modified: null },
  ];
}

const EXCERPT = 80;

type Holds = (words: string) => boolean;

/** Where `query` stands in the latest editions, the library and the ended series. */
export async function searchSite(
  dependencies: PortalDependencies,
  view: View,
  query: string,
): Promise<readonly Found[]> {
  const wanted = query.toLowerCase();
  const holds: Holds = (words) => words.toLowerCase().includes(wanted);
  return [
    ...(await searchEditions(dependencies, view, holds)),
    ...(await searchDocuments(dependencies, view, holds)),
    ...(await searchSeries(dependencies, view, holds)),
  ];
}

async function searchDocuments({ listDocuments }: PortalDependencies, view: View, holds: Holds) {
  return (await listDocuments()).flatMap((one) => {
    const words = [
      one.title[view.locale],
      one.number ?? '',
      one.issuer[view.locale],
      ...one.body.flatMap((section) => section.paragraphs.map((paragraph) => paragraph[view.locale])),
    ];
    const matching = words.find(holds);
    if (matching === undefined) return [];
    return [
      {
        path: documentPath(one.key),
        label: one.title[view.locale],
        excerpt: matching.slice(0, EXCERPT),
      },
    ];
  });
}

async function searchSeries({ listSeries }: PortalDependencies, view: View, holds: Holds) {
  return (await listSeries())
    .filter((one) => holds(one.label[view.locale]) || holds(one.definition[view.locale]))
    .map((one) => ({
      path: seriesPath(one.key),
      label: one.label[view.locale],
      excerpt: view.say('endedShort', { date: one.endedOn }),
    }));
}

async function searchEditions(
  dependencies: PortalDependencies,
  view: View,
  holds: Holds,
): Promise<readonly Found[]> {
  const editions = await latestEditions(dependencies);
  return editions.flatMap((edition) => {
    const { content } = edition;
    const path = `/reports/${String(content.year)}`;
    const paragraphs = content.sections.flatMap((section) =>
      section.paragraphs.map((words) => plainWords(words[view.locale], edition, view)),
    );
    const matching =
      paragraphs.find(holds) ?? (holds(content.title[view.locale]) ? (paragraphs[0] ?? '') : undefined);
    const report =
      matching === undefined
        ? []
        : [{ path, label: content.title[view.locale], excerpt: `${matching.slice(0, EXCERPT)}…` }];
    const figures = content.figures
      .filter(
        (figure) =>
          holds(figure.label[view.locale]) || holds(figure.definition.text[view.locale]) || holds(figure.key),
      )
      .map((figure) => ({
        path: `${path}/figures/${figure.key}`,
        label: whyTitle(figure, view),
        excerpt: formatFigure(figure, view),
      }));
    return [...report, ...figures];
  });
}

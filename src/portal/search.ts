import type { Edition } from '../publishing/index.ts';
import type { PortalDependencies } from './dependencies.ts';
import { formatFigure } from './format.ts';
import type { View } from './page.ts';
import { plainWords } from './pages/figure-parts.tsx';
import type { Found } from './pages/simple-pages.tsx';

export interface SitePage {
  readonly path: string;
  readonly label: string;
  readonly modified: string | null;
}

async function latestEditions({
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
      label: say('whyOf', { label: figure.label[locale] }),
      modified,
    }));
    return [{ path, label: content.title[locale], modified }, ...figures];
  });
  const newest = editions[0]?.content.publishedAt ?? null;
  return [
    { path: '/', label: say('home'), modified: newest },
    { path: '/reports', label: say('reports'), modified: newest },
    ...reports,
    { path: '/about', label: say('about'), modified: null },
    { path: '/accessibility', label: say('accessibility'), modified: null },
  ];
}

const EXCERPT = 80;

/** Where `query` stands in titles, labels, definitions and texts of the latest editions. */
export async function searchEditions(
  dependencies: PortalDependencies,
  view: View,
  query: string,
): Promise<readonly Found[]> {
  const wanted = query.toLowerCase();
  const holds = (words: string) => words.toLowerCase().includes(wanted);
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
        label: view.say('whyOf', { label: figure.label[view.locale] }),
        excerpt: formatFigure(figure, view),
      }));
    return [...report, ...figures];
  });
}

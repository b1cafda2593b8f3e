import type { ServiceGuide } from '../casework/index.ts';
import type { Text } from '../language/index.ts';
import type { Edition } from '../publishing/index.ts';
import { datasetPath } from './dataset.ts';
import type { PortalDependencies } from './dependencies.ts';
import { formatFigure, whyTitle } from './format.ts';
import { told, type View } from './page.ts';
import { benefitPath, CHECK, NOTICES } from './pages/benefit-words.ts';
import { documentPath } from './pages/document-pages.tsx';
import { plainWords } from './pages/figure-parts.tsx';
import { seriesPath } from './pages/history-pages.tsx';
import { servicePath } from './pages/service-frame.tsx';
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
    ...(await servicePages(dependencies, view)),
    ...(await benefitSitePages(dependencies, view)),
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

/** Guides of services, of those that have ended too, and what is done with number and code. */
async function servicePages(
  { listServices }: PortalDependencies,
  { locale, say }: Pick<View, 'locale' | 'say'>,
): Promise<readonly SitePage[]> {
  const { services, archived } = await listServices();
  const guide = (key: string, title: Text, modified: string) => ({
    path: servicePath(key),
    label: told({ locale }, title),
    modified,
  });
  return [
    { path: '/services', label: say('services'), modified: null },
    ...services.map((one) => guide(one.key, one.title, one.validFrom)),
    ...archived.map((one) => guide(one.key, one.title, one.endedOn)),
    { path: '/cases', label: say('cases'), modified: null },
    { path: '/drafts', label: say('drafts'), modified: null },
    { path: '/certificates', label: say('certificates'), modified: null },
    { path: '/officers', label: say('officers'), modified: null },
  ];
}

/** The rules of each programme, and the questions that tell what a family is entitled to. */
async function benefitSitePages(
  { listProgrammes }: PortalDependencies,
  { locale, say }: Pick<View, 'locale' | 'say'>,
): Promise<readonly SitePage[]> {
  const programmes = await listProgrammes();
  return [
    { path: '/benefits', label: say('benefits'), modified: null },
    { path: CHECK, label: say('benefitsCheck'), modified: null },
    { path: NOTICES, label: say('benefitsNotices'), modified: null },
    ...programmes.map(({ key, title, publishedOn }) => ({
      path: benefitPath(key),
      label: say('benefitRulesOf', { title: told({ locale }, title) }),
      modified: publishedOn,
    })),
  ];
}

const EXCERPT = 80;

type Holds = (words: string) => boolean;

/** Where `query` stands in the guides, the latest editions, the library and the ended series. */
export async function searchSite(
  dependencies: PortalDependencies,
  view: View,
  query: string,
): Promise<readonly Found[]> {
  const wanted = query.toLowerCase();
  const holds: Holds = (words) => words.toLowerCase().includes(wanted);
  return [
    ...(await searchServices(dependencies, view, holds)),
    ...(await searchBenefits(dependencies, view, holds)),
    ...(await searchEditions(dependencies, view, holds)),
    ...(await searchDocuments(dependencies, view, holds)),
    ...(await searchSeries(dependencies, view, holds)),
  ];
}

/** Services first: whoever searches most often wants something done. */
async function searchServices(
  { listServices, readService }: PortalDependencies,
  view: View,
  holds: Holds,
): Promise<readonly Found[]> {
  const { services, archived } = await listServices();
  const guides = await Promise.all(services.map(({ key }) => readService(key)));
  const wordsOf = ({ title, summary, who, conditions, materials, result }: ServiceGuide) => [
    title,
    summary,
    who,
    result,
    ...conditions,
    ...materials.map(({ name }) => name),
  ];
  const found = guides
    .filter((guide) => wordsOf(guide).some((words) => holds(words[view.locale])))
    .map(({ key, title, summary }) => ({ key, title, excerpt: told(view, summary) }));
  const ended = archived
    .filter(({ title, was }) => holds(title[view.locale]) || holds(was[view.locale]))
    .map(({ key, title, endedOn }) => ({ key, title, excerpt: view.say('endedSince', { date: endedOn }) }));
  return [...found, ...ended].map(({ key, title, excerpt }) => ({
    path: servicePath(key),
    label: told(view, title),
    excerpt: excerpt.slice(0, EXCERPT),
  }));
}

async function searchBenefits({ listProgrammes }: PortalDependencies, view: View, holds: Holds) {
  const programmes = await listProgrammes();
  return programmes
    .filter(({ title, summary }) => holds(title[view.locale]) || holds(summary[view.locale]))
    .map(({ key, title, summary }) => ({
      path: benefitPath(key),
      label: view.say('benefitRulesOf', { title: told(view, title) }),
      excerpt: told(view, summary).slice(0, EXCERPT),
    }));
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

import type { Locale } from '../language/index.ts';
import type { Edition } from '../publishing/index.ts';
import { csvTable } from './csv.ts';
import type { PortalDependencies } from './dependencies.ts';
import { messagesIn } from './messages.ts';
import { told } from './page.ts';

const escape = (value: string) => value.replace(/[&<>"']/g, (char) => `&#${String(char.charCodeAt(0))};`);

interface Element {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content?: string | readonly Element[];
}

/** An element of XML as text, everything escaped. */
function xml({ name, attributes = {}, content = '' }: Element): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  const inner = typeof content === 'string' ? escape(content) : content.map(xml).join('');
  return `<${name}${written.join('')}>${inner}</${name}>`;
}

const document = (root: Element) => `<?xml version="1.0" encoding="UTF-8"?>\n${xml(root)}\n`;

export interface FeedSite {
  readonly publicUrl: string;
  readonly title: string;
  readonly note: string;
  readonly prefix: string;
}

/** Something that was published: an edition of a report, a document, the guide of a service. */
export interface FeedEntry {
  /** Stays the same for ever. */
  readonly id: string;
  readonly title: string;
  /** UTC instant. */
  readonly updated: string;
  /** Path without language prefix. */
  readonly path: string;
}

/** The first instant of a civil day in the city. */
const beginningOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();

/** Everything that was published, newest first: editions of reports, documents, guides of services. */
export async function feedEntries(
  { listEditions, listDocuments, listServices }: PortalDependencies,
  locale: Locale,
): Promise<readonly FeedEntry[]> {
  const say = messagesIn(locale);
  const editions = (await listEditions()).map(({ year, edition, publishedAt, sha256 }) => ({
    id: `urn:sha256:${sha256}`,
    title: `${say('reports')} ${String(year)} / ${String(edition)}`,
    updated: publishedAt,
    path: `/reports/${String(year)}/editions/${String(edition)}`,
  }));
  const documents = (await listDocuments()).map(({ key, title, publishedAt }) => ({
    id: `tag:jiahu,2013:documents/${key}`,
    title: title[locale],
    updated: publishedAt,
    path: `/documents/${key}`,
  }));
  const services = (await listServices()).services.map(({ key, version, title, validFrom }) => ({
    id: `tag:jiahu,2013:services/${key}/${String(version)}`,
    title: say('feedServiceTitle', { title: told({ locale }, title) }),
    updated: beginningOf(validFrom),
    path: `/services/${key}`,
  }));
  return [...editions, ...documents, ...services].toSorted((a, b) => (a.updated < b.updated ? 1 : -1));
}

/** Atom 1.0 feed of what was published, newest first; the note says that a made-up city is one. */
export function atomFeed(site: FeedSite, entries: readonly FeedEntry[]): string {
  const home = `${site.publicUrl}${site.prefix}/`;
  const written = entries.map(
    ({ id, title, updated, path }): Element => ({
      name: 'entry',
      content: [
        { name: 'id', content: id },
        { name: 'title', content: `${title} (${site.note})` },
        { name: 'updated', content: updated },
        { name: 'link', attributes: { href: `${site.publicUrl}${site.prefix}${path}` } },
        { name: 'summary', content: site.note },
      ],
    }),
  );
  return document({
    name: 'feed',
    attributes: { xmlns: 'http://www.w3.org/2005/Atom' },
    content: [
      { name: 'id', content: home },
      { name: 'title', content: `${site.title} (${site.note})` },
      { name: 'subtitle', content: site.note },
      { name: 'updated', content: entries[0]?.updated ?? '1970-01-01T00:00:00Z' },
      { name: 'author', content: [{ name: 'name', content: site.title }] },
      { name: 'link', attributes: { rel: 'self', href: `${site.publicUrl}${site.prefix}/feed.xml` } },
      ...written,
    ],
  });
}

/** Site map of `paths` in both languages. */
export const siteMapXml = (
  publicUrl: string,
  pages: readonly { readonly path: string; readonly modified: string | null }[],
): string =>
  document({
    name: 'urlset',
    attributes: { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
    content: pages.flatMap(({ path, modified }) =>
      ['', '/en'].map((prefix) => ({
        name: 'url',
        content: [
          { name: 'loc', content: `${publicUrl}${prefix}${path}` },
          ...(modified ? [{ name: 'lastmod', content: modified }] : []),
        ],
      })),
    ),
  });

/** The figures of an edition as CSV that spreadsheets open with the right letters; the last column says if made up. */
export function figuresCsv({ content }: Edition): string {
  const header = [
    'key',
    'label_zh',
    'label_en',
    'value',
    'unit',
    'published',
    'relation',
    'target',
    'status',
    'source',
    'edition',
    'snapshot',
    'synthetic',
  ];
  const rows = content.figures.map((figure) => [
    figure.key,
    figure.label.zh,
    figure.label.en,
    figure.value,
    figure.unit,
    figure.published,
    figure.relation,
    figure.target,
    figure.status,
    figure.source.kind,
    content.edition,
    content.snapshot.id,
    content.synthetic ? 'made-up 虚构' : 'real',
  ]);
  return csvTable(header, rows);
}

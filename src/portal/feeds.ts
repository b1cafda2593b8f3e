import type { Edition } from '../publishing/index.ts';
import type { Listed } from './pages/simple-pages.tsx';

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

/** Atom 1.0 feed of the published editions; the note says that a made-up city is one. */
export function atomFeed(
  site: FeedSite,
  editions: readonly (Listed & { readonly publishedAt: string; readonly sha256: string })[],
): string {
  const home = `${site.publicUrl}${site.prefix}/`;
  const entries = editions.map(
    ({ year, edition, publishedAt, sha256 }): Element => ({
      name: 'entry',
      content: [
        { name: 'id', content: `urn:sha256:${sha256}` },
        { name: 'title', content: `${site.title} ${String(year)} / ${String(edition)} (${site.note})` },
        { name: 'updated', content: publishedAt },
        {
          name: 'link',
          attributes: {
            href: `${site.publicUrl}${site.prefix}/reports/${String(year)}/editions/${String(edition)}`,
          },
        },
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
      { name: 'updated', content: editions[0]?.publishedAt ?? '1970-01-01T00:00:00Z' },
      { name: 'author', content: [{ name: 'name', content: site.title }] },
      { name: 'link', attributes: { rel: 'self', href: `${site.publicUrl}${site.prefix}/feed.xml` } },
      ...entries,
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

const csvCell = (value: string | number | null) => {
  const text = value === null ? '' : String(value);
  const neutral = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\n\r]/.test(neutral) ? `"${neutral.replaceAll('"', '""')}"` : neutral;
};

const BOM = '\uFEFF';

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
  return `${BOM}${[header, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

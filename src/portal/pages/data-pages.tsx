/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Edition } from '../../publishing/index.ts';
import { columns, datasetPath, distributions } from '../dataset.ts';
import { Layout } from '../layout.tsx';
import type { MessageKey } from '../messages.ts';
import { pathIn, type View } from '../page.ts';
import { Breakdown } from './breakdown.tsx';
import { publishedMinute, sourceOf } from './report-page.tsx';
import { Plain } from './simple-pages.tsx';

const datasetTitle = (view: View, { content }: Edition) => view.say('datasetTitle', { year: content.year });

export const DataPage = ({
  view,
  editions,
}: {
  readonly view: View;
  readonly editions: readonly Edition[];
}) => (
  <Plain view={view} title={view.say('data')}>
    <p class="intro">{view.say('dataIntro')}</p>
    <ul class="report-list">
      {editions.map((edition) => (
        <li>
          <a href={pathIn(view, datasetPath(edition.content.year))}>{datasetTitle(view, edition)}</a>
          <span>CSV · JSON · SDMX</span>
        </li>
      ))}
      <li>
        <a href="/data/catalog.jsonld">{view.say('catalogue')}</a>
        <span>DCAT 3 · JSON-LD</span>
      </li>
    </ul>
  </Plain>
);

const kilobytes = (body: string) => `${(Buffer.byteLength(body) / 1024).toFixed(1)} KB`;

const Downloads = ({ view, edition }: { readonly view: View; readonly edition: Edition }) => (
  <section>
    <h2>{view.say('downloads')}</h2>
    <ul class="plain-list">
      {distributions(edition).map(({ name, path, body }) => (
        <li>
          <a href={path}>
            {name.toUpperCase().replace('.', '-')} ({kilobytes(body)})
          </a>
        </li>
      ))}
    </ul>
  </section>
);

const meaning: Readonly<Record<(typeof columns)[number], MessageKey>> = {
  indicator: 'columnIndicator',
  area: 'columnArea',
  year: 'columnYear',
  value: 'columnValue',
  status: 'columnStatus',
  unit: 'columnUnit',
  source: 'columnSource',
  synthetic: 'columnSynthetic',
};

const Dictionary = ({ view }: { readonly view: View }) => (
  <section>
    <h2>{view.say('dictionary')}</h2>
    <dl class="facts stacked">
      {columns.map((column) => (
        <div>
          <dt>
            <code>{column}</code>
          </dt>
          <dd>{view.say(meaning[column])}</dd>
        </div>
      ))}
    </dl>
  </section>
);

/** The dataset of an edition: what it holds, how to get it, and one chart with its numbers beside. */
export const DatasetPage = ({ view, edition }: { readonly view: View; readonly edition: Edition }) => {
  const { content } = edition;
  const title = datasetTitle(view, edition);
  const shown = content.figures.find((figure) => figure.breakdown.length > 0);
  return (
    <Layout
      view={view}
      title={title}
      column={{
        name: view.say('data'),
        type: view.locale === 'zh' ? '数据开放' : 'open data',
        description: view.say('dataIntro'),
      }}
      crumbs={[
        { label: view.say('home'), path: '/' },
        { label: view.say('data'), path: '/data' },
      ]}
      article={{
        title,
        published: publishedMinute(content),
        source: sourceOf(content, view),
        description: view.say('dataIntro'),
        keywords: title,
      }}
    >
      <article>
        <header class="article-header">
          <h1>{title}</h1>
          <dl class="facts">
            <div>
              <dt>{view.say('published')}</dt>
              <dd>
                <time datetime={content.publishedAt}>{publishedMinute(content)}</time>
              </dd>
            </div>
            <div>
              <dt>{view.say('source')}</dt>
              <dd>{sourceOf(content, view)}</dd>
            </div>
            <div>
              <dt>{view.say('licence')}</dt>
              <dd>CC0 1.0</dd>
            </div>
          </dl>
        </header>
        <p>{view.say('dataIntro')}</p>
        <p class="note">{view.say('withheldWhy')}</p>
        <Downloads view={view} edition={edition} />
        <Dictionary view={view} />
        {shown && (
          <section>
            <h2>{view.say('chart', { label: shown.label[view.locale] })}</h2>
            <Breakdown view={view} figure={shown} />
          </section>
        )}
      </article>
    </Layout>
  );
};

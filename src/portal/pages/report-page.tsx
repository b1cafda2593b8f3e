/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { civilMinute } from '../../language/index.ts';
import type { EditionContent, Figure } from '../../publishing/index.ts';
import { formatFigure, formatPublished, formatTarget, sourceKeys, statusKeys, whyTitle } from '../format.ts';
import { Layout } from '../layout.tsx';
import type { MessageKey } from '../messages.ts';
import { addressOf, pathIn, type View } from '../page.ts';
import { type EditionPath, Paragraph, plainWords, whyPath } from './figure-parts.tsx';
import { QrCode } from './qr-code.tsx';

interface PageProps {
  readonly view: View;
  readonly path: EditionPath;
  /** All editions of the year, newest first. */
  readonly editions: readonly number[];
}

export const publishedMinute = (content: EditionContent): string =>
  civilMinute(new Date(content.publishedAt));
export const sourceOf = (content: EditionContent, view: View): string =>
  view.say(content.synthetic ? 'sourceValue' : 'sourceReal');
const short = (sha: string) => sha.slice(0, 12);

/** Title, date, source, edition and snapshot of an article. */
export const ArticleHeader = ({
  view,
  path,
  title,
}: {
  readonly view: View;
  readonly path: EditionPath;
  readonly title: string;
}) => {
  const { content } = path.edition;
  return (
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
          <dt>{view.say('edition')}</dt>
          <dd>{view.say('editionNumber', { n: content.edition })}</dd>
        </div>
        <div>
          <dt>{view.say('snapshot')}</dt>
          <dd>
            {view.say('snapshotAt')} {content.snapshot.at} · <code>{short(content.snapshot.sha256)}</code>
          </dd>
        </div>
      </dl>
    </header>
  );
};

/** Tells that a made-up city is a part of the real size, so that nobody reads its counts as the city's. */
export const ScaleNote = ({ view, content }: { readonly view: View; readonly content: EditionContent }) =>
  content.scale === null ? <></> : <p class="note">{view.say('scale', { n: content.scale * 100 })}</p>;

const FigureRow = ({
  view,
  path,
  figure,
}: {
  readonly view: View;
  readonly path: EditionPath;
  readonly figure: Figure;
}) => (
  <tr>
    <th scope="row">
      <a href={pathIn(view, whyPath(path, figure.key))}>{figure.label[view.locale]}</a>
    </th>
    <td class="number" data-label={view.say('value')}>
      {formatFigure(figure, view)}
    </td>
    <td class={figure.published === null ? 'number empty' : 'number'} data-label={view.say('publishedValue')}>
      {formatPublished(figure, view)}
    </td>
    <td class={figure.target === null ? 'number empty' : 'number'} data-label={view.say('target')}>
      {formatTarget(figure, view)}
    </td>
    <td class={figure.overTarget === null ? 'empty' : ''} data-label={view.say('achievement')}>
      {figure.overTarget?.text[view.locale] ?? view.say('nothing')}
    </td>
    <td data-label={view.say('status')}>
      <span class={`status status-${figure.status}`}>{view.say(statusKeys[figure.status])}</span>
    </td>
    <td data-label={view.say('from')}>{view.say(sourceKeys[figure.source.kind])}</td>
    <td class="why">
      <a href={pathIn(view, whyPath(path, figure.key))} aria-label={whyTitle(figure, view)}>
        {view.say(figure.source.kind === 'statement' ? 'what' : 'why')}
      </a>
    </td>
  </tr>
);

/** Columns of the table of figures; numbers stand to the right, with their heads. */
const columns: readonly (readonly [MessageKey, boolean])[] = [
  ['figure', false],
  ['value', true],
  ['publishedValue', true],
  ['target', true],
  ['achievement', false],
  ['status', false],
  ['from', false],
  ['why', false],
];

const FigureTable = ({
  view,
  path,
  keys,
  caption,
}: {
  readonly view: View;
  readonly path: EditionPath;
  readonly keys: readonly string[];
  readonly caption: string;
}) => (
  <div class="table-box" role="region" aria-label={caption} tabindex={0}>
    <table class="cards">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(([key, numeric]) => (
            <th scope="col" class={numeric ? 'number' : ''}>
              {view.say(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {path.edition.content.figures
          .filter((figure) => keys.includes(figure.key))
          .map((figure) => (
            <FigureRow view={view} path={path} figure={figure} />
          ))}
      </tbody>
    </table>
  </div>
);

/** Download, share and other editions. */
const Aside = ({ view, path, editions }: PageProps) => {
  const { year } = path.edition.content;
  return (
    <aside class="share" aria-label={view.say('share')}>
      <div>
        <QrCode content={addressOf(view)} label={view.say('qrAlt', { url: addressOf(view) })} />
        <p>{view.say('qrText')}</p>
      </div>
      <div>
        <h2>{view.say('downloads')}</h2>
        <ul>
          <li>
            <a href={`/reports/${String(year)}.json`}>{view.say('downloadJson')}</a>
          </li>
          <li>
            <a href={`/reports/${String(year)}.csv`}>{view.say('downloadCsv')}</a>
          </li>
          <li>
            <a href={pathIn(view, `/reports/${String(year)}.md`)}>{view.say('downloadText')}</a>
          </li>
        </ul>
        <h2>{view.say('share')}</h2>
        <ul>
          <li>
            <a
              href={`${pathIn(view, '/leave')}?to=weibo&page=${encodeURIComponent(pathIn(view, view.path))}`}
            >
              {view.say('weibo')}
            </a>
          </li>
        </ul>
        <p class="address">
          {view.say('address')}: <span>{addressOf(view)}</span>
        </p>
      </div>
      <div>
        <h2>{view.say('editions')}</h2>
        <ul>
          {editions.map((edition, index) => (
            <li>
              <a href={pathIn(view, `/reports/${String(year)}/editions/${String(edition)}`)}>
                {view.say('editionNumber', { n: edition })}
              </a>
              {index === 0 ? ` (${view.say('latest')})` : ''}
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
};

/** The annual report: text with figures that can be opened, and a table under each section. */
export const ReportPage = ({ view, path, editions }: PageProps) => {
  const { content } = path.edition;
  const title = content.title[view.locale];
  const first = content.sections[0]?.paragraphs[0]?.[view.locale] ?? '';
  return (
    <Layout
      view={view}
      title={title}
      column={{
        name: view.say('reports'),
        type: view.locale === 'zh' ? '工作报告' : 'work reports',
        description: view.say('reportIntro'),
      }}
      crumbs={[
        { label: view.say('home'), path: '/' },
        { label: view.say('reports'), path: '/reports' },
      ]}
      article={{
        title,
        published: publishedMinute(content),
        source: sourceOf(content, view),
        description: plainWords(first, path.edition, view),
        keywords: content.figures
          .map((figure) => figure.label[view.locale])
          .join(view.locale === 'zh' ? '，' : ', '),
      }}
    >
      <article>
        <ArticleHeader view={view} path={path} title={title} />
        <p class="intro">{view.say('reportIntro')}</p>
        <ScaleNote view={view} content={content} />
        {content.sections.map((section) => (
          <section id={section.key}>
            <h2>{section.title[view.locale]}</h2>
            {section.paragraphs.map((words) => (
              <Paragraph words={words[view.locale]} path={path} view={view} />
            ))}
            <FigureTable
              view={view}
              path={path}
              keys={section.figures}
              caption={section.title[view.locale]}
            />
          </section>
        ))}
      </article>
      <Aside view={view} path={path} editions={editions} />
    </Layout>
  );
};

/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { civilMinute } from '../../language/index.ts';
import type { ListedDocument } from '../../publishing/index.ts';
import { Layout } from '../layout.tsx';
import type { MessageKey } from '../messages.ts';
import { pathIn, type View } from '../page.ts';
import { Plain } from './simple-pages.tsx';

export const documentPath = (key: string): string => `/documents/${key}`;

const kindKeys: Readonly<Record<ListedDocument['kind'], MessageKey>> = {
  circular: 'kindCircular',
  policy: 'kindPolicy',
  study: 'kindStudy',
  procedure: 'kindProcedure',
  interpretation: 'kindInterpretation',
  explanation: 'kindExplanation',
};

const validity = (view: View, { endedOn, endedBy }: ListedDocument) =>
  endedOn === null
    ? view.say('inForce')
    : view.say('noLongerInForce', { date: endedOn, by: endedBy?.[view.locale] ?? '' });

export const DocumentsPage = ({
  view,
  documents,
}: {
  readonly view: View;
  readonly documents: readonly ListedDocument[];
}) => (
  <Plain view={view} title={view.say('documents')}>
    <p class="intro">{view.say('documentsIntro')}</p>
    <ul class="report-list">
      {documents.map((one) => (
        <li>
          <a href={pathIn(view, documentPath(one.key))}>{one.title[view.locale]}</a>
          <span>
            {view.say(kindKeys[one.kind])} · {one.number === null ? '' : `${one.number} · `}
            <time>{one.issuedOn}</time> · {validity(view, one)}
          </span>
        </li>
      ))}
    </ul>
  </Plain>
);

/** What a normative document says of itself: number, date, issuer, validity. */
const Facts = ({ view, document }: { readonly view: View; readonly document: ListedDocument }) => {
  const rows: readonly (readonly [MessageKey, string])[] = [
    ['documentNumber', document.number ?? view.say('noNumber')],
    ['issuedOn', document.issuedOn],
    ['issuer', document.issuer[view.locale]],
    ['documentKind', view.say(kindKeys[document.kind])],
    ['validity', validity(view, document)],
    ['source', document.source[view.locale]],
  ];
  return (
    <dl class="facts stacked">
      {rows.map(([label, value]) => (
        <div>
          <dt>{view.say(label)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

const Related = ({
  view,
  label,
  documents,
}: {
  readonly view: View;
  readonly label: MessageKey;
  readonly documents: readonly ListedDocument[];
}) =>
  documents.length === 0 ? (
    <></>
  ) : (
    <section>
      <h2>{view.say(label)}</h2>
      <ul class="plain-list">
        {documents.map((one) => (
          <li>
            <a href={pathIn(view, documentPath(one.key))}>{one.title[view.locale]}</a>
          </li>
        ))}
      </ul>
    </section>
  );

export const DocumentPage = ({
  view,
  document,
  library,
}: {
  readonly view: View;
  readonly document: ListedDocument;
  readonly library: readonly ListedDocument[];
}) => {
  const title = document.title[view.locale];
  const published = civilMinute(new Date(document.publishedAt));
  const source = document.issuer[view.locale];
  return (
    <Layout
      view={view}
      title={title}
      column={{
        name: view.say('documents'),
        type: view.locale === 'zh' ? '政策文件' : 'documents',
        description: view.say('documentsIntro'),
      }}
      crumbs={[
        { label: view.say('home'), path: '/' },
        { label: view.say('documents'), path: '/documents' },
      ]}
      article={{
        title,
        published,
        source,
        description: document.body[0]?.paragraphs[0]?.[view.locale] ?? title,
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
                <time datetime={document.publishedAt}>{published}</time>
              </dd>
            </div>
            <div>
              <dt>{view.say('source')}</dt>
              <dd>{source}</dd>
            </div>
          </dl>
        </header>
        <Facts view={view} document={document} />
        {document.body.map((section) => (
          <section>
            <h2>{section.heading[view.locale]}</h2>
            {section.paragraphs.map((words) => (
              <p>{words[view.locale]}</p>
            ))}
          </section>
        ))}
        <Related
          view={view}
          label="explainedBy"
          documents={library.filter((one) => one.explains === document.key)}
        />
        <Related
          view={view}
          label="explainsThis"
          documents={library.filter((one) => one.key === document.explains)}
        />
      </article>
    </Layout>
  );
};

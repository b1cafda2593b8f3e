/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */

import { civilMinute } from '../../language/index.ts';
import type { Figure, FigureTerm } from '../../publishing/index.ts';
import {
  formatCell,
  formatFigure,
  formatPublished,
  formatTarget,
  sourceKeys,
  statusKeys,
} from '../format.ts';
import { Layout } from '../layout.tsx';
import type { View } from '../page.ts';
import { Breakdown } from './breakdown.tsx';
import { Cell, type EditionPath, whyPath } from './figure-parts.tsx';
import { ArticleHeader, publishedMinute, ScaleNote, sourceOf } from './report-page.tsx';

interface PageProps {
  readonly view: View;
  readonly path: EditionPath;
  readonly figure: Figure;
}

const Terms = ({
  view,
  terms,
  caption,
}: {
  readonly view: View;
  readonly terms: readonly FigureTerm[];
  readonly caption: string;
}) => (
  <div class="table-box" role="region" aria-label={caption} tabindex={0}>
    <table class="cards narrow">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{view.say('counted')}</th>
          <th scope="col">{view.say('condition')}</th>
          <th scope="col" class="number">
            {view.say('times')}
          </th>
          <th scope="col" class="number">
            {view.say('count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <tr>
            <th scope="row">{term.label[view.locale]}</th>
            <td class="words" data-label={view.say('condition')}>
              {term.condition[view.locale]}
            </td>
            <td class="number" data-label={view.say('times')}>
              {term.times < 0 ? '−' : '+'}
              {Math.abs(term.times)}
            </td>
            <td class="number" data-label={view.say('count')}>
              <Cell value={term.value} decimals={0} view={view} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Ended = ({ view, figure }: { readonly view: View; readonly figure: Figure }) =>
  figure.source.kind === 'historical' ? (
    <section class="ended">
      <h2>{view.say('ended')}</h2>
      <p>{view.say('endedText', { date: figure.source.endedOn, law: figure.source.endedBy[view.locale] })}</p>
    </section>
  ) : (
    <></>
  );

const Definition = ({ view, figure }: { readonly view: View; readonly figure: Figure }) => {
  const { definition } = figure;
  const sum = (value: Figure['numerator'], decimals: number) => formatCell(value, decimals, view);
  return (
    <section>
      <h2>{view.say('definition')}</h2>
      <p>{definition.text[view.locale]}</p>
      <dl class="facts stacked">
        <div>
          <dt>{view.say('formula')}</dt>
          <dd class="formula">{definition.formula[view.locale]}</dd>
        </div>
        {figure.denominator !== null && (
          <div>
            <dt>{view.say('value')}</dt>
            <dd class="formula">
              {sum(figure.numerator, 0)} ÷ {sum(figure.denominator, 1)} × {definition.factor} ={' '}
              {formatFigure(figure, view)}
            </dd>
          </div>
        )}
        <div>
          <dt>{view.say('formulaSource')}</dt>
          <dd>{definition.source[view.locale]}</dd>
        </div>
        <div>
          <dt>{view.say('definitionVersion')}</dt>
          <dd>{definition.version}</dd>
        </div>
      </dl>
      {definition.numeratorTerms.length > 0 && (
        <Terms
          view={view}
          terms={definition.numeratorTerms}
          caption={view.say(figure.denominator === null ? 'counted' : 'numerator')}
        />
      )}
      {definition.denominatorTerms.length > 0 && (
        <Terms
          view={view}
          terms={definition.denominatorTerms}
          caption={`${view.say('denominator')}${definition.denominatorDividedBy > 1 ? ` (÷ ${String(definition.denominatorDividedBy)})` : ''}`}
        />
      )}
    </section>
  );
};

const claimKey = (claim: boolean | null) => (claim === null ? 'claimNone' : claim ? 'claimYes' : 'claimNo');

const Comparison = ({ view, figure }: { readonly view: View; readonly figure: Figure }) => (
  <section>
    <h2>{view.say('compare')}</h2>
    <dl class="facts stacked">
      <div>
        <dt>{view.say('publishedValue')}</dt>
        <dd>{formatPublished(figure, view)}</dd>
      </div>
      <div>
        <dt>{view.say('claim')}</dt>
        <dd>{view.say(claimKey(figure.claimSupported))}</dd>
      </div>
      <div>
        <dt>{view.say('target')}</dt>
        <dd>{formatTarget(figure, view)}</dd>
      </div>
      <div>
        <dt>{view.say('achievement')}</dt>
        <dd>{figure.overTarget?.text[view.locale] ?? view.say('nothing')}</dd>
      </div>
    </dl>
  </section>
);

const Proof = ({ view, path, figure }: PageProps) => {
  const { snapshot } = path.edition.content;
  return (
    <section>
      <h2>{view.say('quality')}</h2>
      <ul>
        {figure.source.kind === 'records' && <li>{view.say('unknown', { n: figure.quality.unknown })}</li>}
        {figure.quality.notes.map((note) => (
          <li>{note[view.locale]}</li>
        ))}
        <li>
          {view.say('from')}: {view.say(sourceKeys[figure.source.kind])} ·{' '}
          {view.say(statusKeys[figure.status])}
        </li>
      </ul>
      <h2>{view.say('proof')}</h2>
      <p>{view.say('proofText')}</p>
      <dl class="facts stacked">
        <div>
          <dt>{view.say('snapshot')}</dt>
          <dd>
            <code>{snapshot.id}</code> ({view.say('snapshotAt')} {snapshot.at})
          </dd>
        </div>
        <div>
          <dt>{view.say('sealedAt')}</dt>
          <dd>{civilMinute(new Date(snapshot.sealedAt))}</dd>
        </div>
        <div>
          <dt>{view.say('checksum')}</dt>
          <dd>
            <code class="checksum">{snapshot.sha256}</code>
          </dd>
        </div>
      </dl>
    </section>
  );
};

/** The answer to "why is it this number?". */
export const WhyPage = (props: PageProps) => {
  const { view, path, figure } = props;
  const { content } = path.edition;
  const label = figure.label[view.locale];
  const title = view.say('whyOf', { label });
  return (
    <Layout
      view={view}
      title={title}
      column={{
        name: content.title[view.locale],
        type: view.locale === 'zh' ? '指标说明' : 'figures explained',
        description: view.say('reportIntro'),
      }}
      crumbs={[
        { label: view.say('home'), path: '/' },
        { label: view.say('reports'), path: '/reports' },
        { label: content.title[view.locale], path: path.base },
      ]}
      article={{
        title,
        published: publishedMinute(content),
        source: sourceOf(content, view),
        description: figure.definition.text[view.locale],
        keywords: label,
      }}
    >
      <article>
        <ArticleHeader view={view} path={path} title={title} />
        <p class="answer">
          <span class="answer-label">{label}</span>
          <span class="answer-value">{formatFigure(figure, view)}</span>
        </p>
        <ScaleNote view={view} content={content} />
        <Ended view={view} figure={figure} />
        <Definition view={view} figure={figure} />
        <Comparison view={view} figure={figure} />
        <section>
          <h2>{view.say('places')}</h2>
          <Breakdown view={view} figure={figure} />
        </section>
        <Proof {...props} />
      </article>
    </Layout>
  );
};

export { whyPath };

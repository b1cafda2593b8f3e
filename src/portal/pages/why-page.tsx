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
  whyTitle,
} from '../format.ts';
import { Layout } from '../layout.tsx';
import { pathIn, type View } from '../page.ts';
import { Breakdown } from './breakdown.tsx';
import { Cell, type EditionPath, whyPath } from './figure-parts.tsx';
import { seriesPath } from './history-pages.tsx';
import { Origin } from './origin.tsx';
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
      <p>
        <a href={pathIn(view, seriesPath(figure.key))}>{view.say('seeHistory')}</a>
      </p>
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

const Flag = ({ view, figure }: { readonly view: View; readonly figure: Figure }) =>
  figure.flag === null ? (
    <></>
  ) : (
    <section class="ended">
      <h2>{view.say('flag')}</h2>
      <p>{figure.flag[view.locale]}</p>
    </section>
  );

const claimKey = (claim: boolean | null) => (claim === null ? 'claimNone' : claim ? 'claimYes' : 'claimNo');

/** An ambiguous wording is shown with what it can mean, never settled silently. */
const Readings = ({ view, figure }: { readonly view: View; readonly figure: Figure }) =>
  figure.readings.length === 0 ? (
    <></>
  ) : (
    <>
      <h3>{view.say('readings')}</h3>
      <p>{view.say('readingsText', { n: figure.claimedPercent ?? '' })}</p>
      <ul>
        {figure.readings.map((reading) => (
          <li>{reading.text[view.locale]}</li>
        ))}
      </ul>
    </>
  );

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
    <Readings view={view} figure={figure} />
  </section>
);

const Proof = ({ view, path, figure }: PageProps) => {
  const { snapshot } = path.edition.content;
  return (
    <section>
      <h2>{view.say('quality')}</h2>
      <ul>
        {['records', 'returns', 'documents'].includes(figure.source.kind) && (
          <li>{view.say('unknown', { n: figure.quality.unknown })}</li>
        )}
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
  const title = whyTitle(figure, view);
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
        {figure.source.kind === 'records' && figure.source.room === 'register' && (
          <ScaleNote view={view} content={content} />
        )}
        <Ended view={view} figure={figure} />
        <Flag view={view} figure={figure} />
        <Definition view={view} figure={figure} />
        <Origin view={view} figure={figure} />
        {figure.source.kind !== 'statement' && (
          <>
            <Comparison view={view} figure={figure} />
            <section>
              <h2>{view.say('places')}</h2>
              <Breakdown view={view} figure={figure} />
            </section>
          </>
        )}
        <Proof {...props} />
      </article>
    </Layout>
  );
};

export { whyPath };

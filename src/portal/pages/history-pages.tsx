/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { EndedSeries } from '../../publishing/index.ts';
import { formatNumber } from '../format.ts';
import { Layout } from '../layout.tsx';
import { pathIn, type View } from '../page.ts';
import { Plain } from './simple-pages.tsx';

export const seriesPath = (key: string): string => `/history/${key}`;
/** The page that explains how targets were enforced in those years. */
const EXPLANATION = '/documents/target-system-of-that-time';

const withUnit = (view: View, series: EndedSeries, value: number) =>
  `${formatNumber(value, series.decimals, view.locale)} ${series.unitLabel[view.locale]}`;

export const HistoryPage = ({
  view,
  series,
}: {
  readonly view: View;
  readonly series: readonly EndedSeries[];
}) => (
  <Plain view={view} title={view.say('history')}>
    <p class="intro">{view.say('historyIntro')}</p>
    <ul class="report-list">
      {series.map((one) => (
        <li>
          <a href={pathIn(view, seriesPath(one.key))}>{one.label[view.locale]}</a>
          <span>{view.say('endedShort', { date: one.endedOn })}</span>
        </li>
      ))}
    </ul>
    <p>
      <a href={pathIn(view, EXPLANATION)}>{view.say('targetSystem')}</a>
    </p>
  </Plain>
);

const Values = ({ view, series }: { readonly view: View; readonly series: EndedSeries }) => (
  <div class="table-box" role="region" aria-label={series.label[view.locale]} tabindex={0}>
    <table class="narrow">
      <caption>{series.label[view.locale]}</caption>
      <thead>
        <tr>
          <th scope="col">{view.say('year')}</th>
          <th scope="col">{view.say('area')}</th>
          <th scope="col" class="number">
            {view.say('publishedValue')}
          </th>
        </tr>
      </thead>
      <tbody>
        {series.values.map(({ area, year, value }) => (
          <tr>
            <th scope="row">{year}</th>
            <td>
              {view.site.cityName[view.locale]} <code>{area.slice(0, 6)}</code>
            </td>
            <td class="number">{withUnit(view, series, value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

export const SeriesPage = ({ view, series }: { readonly view: View; readonly series: EndedSeries }) => {
  const title = series.label[view.locale];
  return (
    <Layout
      view={view}
      title={title}
      column={{
        name: view.say('history'),
        type: view.locale === 'zh' ? '历史数字' : 'historical series',
        description: view.say('historyIntro'),
      }}
      crumbs={[
        { label: view.say('home'), path: '/' },
        { label: view.say('history'), path: '/history' },
      ]}
    >
      <article>
        <h1>{title}</h1>
        <section class="ended">
          <h2>{view.say('ended')}</h2>
          <p>{view.say('endedText', { date: series.endedOn, law: series.endedBy[view.locale] })}</p>
        </section>
        <p>{series.definition[view.locale]}</p>
        <p>
          {view.say('source')}: {series.source[view.locale]}
        </p>
        <Values view={view} series={series} />
        {series.notes.map((note) => (
          <p class="note">{note[view.locale]}</p>
        ))}
        <p>{view.say('historyLevel')}</p>
        <p>
          <a href={pathIn(view, EXPLANATION)}>{view.say('targetSystem')}</a>
        </p>
      </article>
    </Layout>
  );
};

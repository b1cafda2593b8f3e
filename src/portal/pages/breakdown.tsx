/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Figure } from '../../publishing/index.ts';
import { formatCell } from '../format.ts';
import type { View } from '../page.ts';
import { Cell } from './figure-parts.tsx';

const ROW = 34;
const LABEL_WIDTH = 210;
const BAR_WIDTH = 300;
const WIDTH = 620;

/** Bars by county as inline SVG; the same numbers stand in the table beside it. */
const Chart = ({ view, figure }: { readonly view: View; readonly figure: Figure }) => {
  const values = figure.breakdown.map((row) => (typeof row.value === 'number' ? row.value : 0));
  const longest = Math.max(...values.map(Math.abs), 1e-9);
  const name = view.say('chart', { label: figure.label[view.locale] });
  const height = figure.breakdown.length * ROW + 8;
  return (
    <svg class="chart" role="img" aria-label={name} viewBox={`0 0 ${String(WIDTH)} ${String(height)}`}>
      <title>{name}</title>
      {figure.breakdown.map((row, index) => {
        const y = index * ROW + 6;
        const width = typeof row.value === 'number' ? (Math.abs(row.value) / longest) * BAR_WIDTH : 0;
        return (
          <g class={typeof row.value === 'number' && row.value < 0 ? 'negative' : ''}>
            <text x={LABEL_WIDTH - 10} y={y + 17} text-anchor="end">
              {row.name[view.locale]}
            </text>
            <rect x={LABEL_WIDTH} y={y} width={Math.max(width, 1).toFixed(1)} height={ROW - 12} rx="2" />
            <text x={LABEL_WIDTH + width + 8} y={y + 17}>
              {formatCell(row.value, figure.decimals, view)}
            </text>
          </g>
        );
      })}
    </svg>
  );
};

const Row = ({
  view,
  figure,
  row,
}: {
  readonly view: View;
  readonly figure: Figure;
  readonly row: Figure['breakdown'][number];
}) => (
  <tr>
    <th scope="row">
      {row.name[view.locale]} <code>{row.area.slice(0, 6)}</code>
    </th>
    <td class="number" data-label={view.say('value')}>
      <Cell value={row.value} decimals={figure.decimals} view={view} />
    </td>
    {figure.denominator !== null && (
      <>
        <td class="number" data-label={view.say('numerator')}>
          <Cell value={row.numerator} decimals={0} view={view} />
        </td>
        <td class="number" data-label={view.say('denominator')}>
          <Cell value={row.denominator} decimals={1} view={view} />
        </td>
      </>
    )}
  </tr>
);

/** The counties that a figure sums over; withheld cells say so, and nothing is invented where nothing was published. */
export const Breakdown = ({ view, figure }: { readonly view: View; readonly figure: Figure }) => {
  if (figure.breakdown.length === 0) return <p>{view.say('placesNone')}</p>;
  const withheld = figure.breakdown.some((row) => row.value === 'suppressed');
  return (
    <>
      <Chart view={view} figure={figure} />
      {withheld && <p class="note">{view.say('withheldWhy')}</p>}
      <div class="table-box" role="region" aria-label={view.say('places')} tabindex={0}>
        <table class="cards narrow">
          <caption>{view.say('chart', { label: figure.label[view.locale] })}</caption>
          <thead>
            <tr>
              <th scope="col">{view.say('area')}</th>
              <th scope="col" class="number">
                {view.say('value')}
              </th>
              {figure.denominator !== null && (
                <>
                  <th scope="col" class="number">
                    {view.say('numerator')}
                  </th>
                  <th scope="col" class="number">
                    {view.say('denominator')}
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {figure.breakdown.map((row) => (
              <Row view={view} figure={figure} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

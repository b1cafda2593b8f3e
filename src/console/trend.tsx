import { formatNumber } from './format.ts';
import { useWording } from './messages.ts';

const WIDTH = 96;
const HEIGHT = 26;
const EDGE = 4;

export interface Point {
  readonly year: number;
  readonly value: number | null;
}

interface TrendProps {
  readonly label: string;
  readonly points: readonly Point[];
  readonly decimals: number;
}

/** Places of the known values in the picture; years without one leave a gap. */
export function placePoints(points: readonly Point[]): readonly { readonly x: number; readonly y: number }[] {
  const known = points.flatMap((point, index) =>
    point.value === null ? [] : [{ index, value: point.value }],
  );
  const values = known.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = (WIDTH - 2 * EDGE) / Math.max(1, points.length - 1);
  return known.map(({ index, value }) => ({
    x: EDGE + index * step,
    y: high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / (high - low)) * (HEIGHT - 2 * EDGE),
  }));
}

/** The last years as a small line; the values are its name. */
export const Trend = ({ label, points, decimals }: TrendProps) => {
  const { locale, say } = useWording();
  const placed = placePoints(points);
  const values = points.map(({ year, value }) => `${String(year)}: ${formatNumber(value, decimals, locale)}`);
  if (placed.length === 0) return <>{say('nothing')}</>;
  const path = placed.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`);
  const last = placed.at(-1);
  return (
    <svg
      className="trend"
      role="img"
      aria-label={`${label} ${values.join(', ')}`}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
    >
      <title>{values.join(', ')}</title>
      <path d={path.join('')} />
      {last && <circle cx={last.x} cy={last.y} r="3" />}
    </svg>
  );
};

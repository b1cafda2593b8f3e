import type { Family } from '../../register/index.ts';
import { Link } from '../link.tsx';
import { type MessageKey, useWording } from '../messages.ts';
import { addressOf } from '../router.ts';

type Relative = Family['people'][number];
type Tie = Relative['ties'][number];

const BOX = { width: 132, height: 48 };
const GAP = { x: 20, y: 44 };

/** The generations of a family, oldest first: who stands in which row. */
const rowsOfTies: readonly (readonly Tie[])[] = [
  ['father', 'mother', 'guardian'],
  ['self', 'spouse'],
  ['child', 'ward'],
];

interface Placed {
  readonly one: Relative;
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

const inRow = (one: Relative, ties: readonly Tie[]) => one.ties.some((tie) => ties.includes(tie));

/** Every relative of the three generations in a row of boxes, each row in the middle. */
export function placeFamily(people: Family['people']): {
  readonly placed: readonly Placed[];
  readonly width: number;
} {
  const rows = rowsOfTies.map((ties) => people.filter((one) => inRow(one, ties)));
  const widthOf = (count: number) => count * BOX.width + Math.max(0, count - 1) * GAP.x;
  const width = Math.max(...rows.map((row) => widthOf(row.length)));
  const filled = rows.filter((row) => row.length > 0);
  const placed = filled.flatMap((row, at) =>
    row.map((one, index) => ({
      one,
      row: rows.indexOf(row),
      x: (width - widthOf(row.length)) / 2 + index * (BOX.width + GAP.x),
      y: at * (BOX.height + GAP.y),
    })),
  );
  return { placed, width };
}

/** A line from the lower edge of one row to the upper edge of the next. */
const Lines = ({ placed }: { readonly placed: readonly Placed[] }) => {
  const self = placed.find(({ one }) => one.ties.includes('self'));
  if (!self) return null;
  const top = (box: Placed) => ({ x: box.x + BOX.width / 2, y: box.y });
  const bottom = (box: Placed) => ({ x: box.x + BOX.width / 2, y: box.y + BOX.height });
  const path = (from: { x: number; y: number }, to: { x: number; y: number }) => {
    const middle = (from.y + to.y) / 2;
    return `M${from.x} ${from.y}V${middle}H${to.x}V${to.y}`;
  };
  const lines = placed.flatMap((box) => {
    if (box.row === 0) return [path(bottom(box), top(self))];
    if (box.row === 2) return [path(bottom(self), top(box))];
    return box === self ? [] : [`M${self.x + BOX.width} ${self.y + BOX.height / 2}H${box.x}`];
  });
  return <path d={lines.join('')} className="kinship" />;
};

/** Three generations as a picture: parents, the person and whom they married, children. The list beside it says the same. */
export const FamilyTree = ({ family }: { readonly family: Family }) => {
  const { say } = useWording();
  const { placed, width } = placeFamily(family.people);
  if (placed.length < 2) return null;
  const height = Math.max(...placed.map(({ y }) => y)) + BOX.height;
  return (
    <div className="wide tree" role="region" aria-label={say('familyTree')} tabIndex={0}>
      <svg
        viewBox={`-4 -4 ${String(width + 8)} ${String(height + 8)}`}
        width={width + 8}
        height={height + 8}
        aria-label={say('familyTree')}
      >
        <Lines placed={placed} />
        {placed.map(({ one, x, y }) => (
          <Link key={one.personId} to={addressOf(`/person/${one.personId}`)}>
            <rect
              x={x}
              y={y}
              width={BOX.width}
              height={BOX.height}
              rx={4}
              className={
                one.ties.includes('self')
                  ? 'relative self'
                  : one.deathDate === null
                    ? 'relative'
                    : 'relative gone'
              }
            />
            <text x={x + BOX.width / 2} y={y + 20} className="relative-name">
              {one.name}
            </text>
            <text x={x + BOX.width / 2} y={y + 38} className="relative-tie">
              {one.ties.map((tie) => say(`tie_${tie}` as MessageKey)).join(' ')} · {one.birthDate.slice(0, 4)}
              {one.deathDate === null ? '' : `–${one.deathDate.slice(0, 4)}`}
            </text>
          </Link>
        ))}
      </svg>
    </div>
  );
};

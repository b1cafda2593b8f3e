import fc from 'fast-check';
import { fromDayNumber } from '../calendar-date.ts';
import { type FactView, type ValueType } from '../facts.ts';
import { text } from '../text.ts';
import * as build from './build.ts';
import { arithmetics, comparisons, type Expression } from './expression.ts';

const label = text('列', 'column');

/** A view with two columns of each type, for testing the engine. */
export const testView = {
  name: 'facts',
  compartment: 'statistics',
  doc: text('测试', 'test'),
  columns: {
    b1: { type: 'boolean', label },
    b2: { type: 'boolean', label },
    i1: { type: 'integer', label },
    i2: { type: 'integer', label },
    c1: { type: 'code', label },
    c2: { type: 'code', label },
    d1: { type: 'date', label },
    d2: { type: 'date', label },
  },
} as const satisfies FactView;

const codes = ['male', 'female', '510703', "o'clock", '中', '䶮', '𠮷', '', 'Z', 'a'];
const day = fc.integer({ min: -15_000, max: 25_000 }).map(fromDayNumber);

/** Random values of a type, sometimes unknown. */
export const arbitraryValue = (type: ValueType) =>
  fc.option(
    {
      boolean: fc.boolean(),
      integer: fc.integer({ min: -50, max: 50 }),
      code: fc.constantFrom(...codes),
      date: day,
    }[type] as fc.Arbitrary<boolean | number | string>,
    { nil: null, freq: 4 },
  );

const literal = (type: ValueType): fc.Arbitrary<Expression> =>
  arbitraryValue(type).map((value) => ({ kind: 'literal', type, value }));

const fact = (type: ValueType): fc.Arbitrary<Expression> =>
  fc.constantFrom('1', '2').map((number) => ({ kind: 'fact', type, name: `${type.charAt(0)}${number}` }));

const types = fc.constantFrom<ValueType>('boolean', 'integer', 'code', 'date');

/** Random well-typed expressions of `type`, at most `depth` deep. */
export function arbitraryExpression(type: ValueType, depth: number): fc.Arbitrary<Expression> {
  const leaf = fc.oneof(literal(type), fact(type), fact(type));
  if (depth === 0) return leaf;
  const deeper = (one: ValueType) => arbitraryExpression(one, depth - 1);
  const chosen = fc
    .tuple(deeper('boolean'), deeper(type), deeper(type))
    .map(([when, then, otherwise]) => ({ kind: 'choose', type, when, then, otherwise }) as Expression);
  if (type === 'boolean') return fc.oneof(leaf, chosen, ...conditions(deeper));
  if (type === 'integer') return fc.oneof(leaf, chosen, extreme('integer', deeper), ...numbers(deeper));
  if (type === 'date') return fc.oneof(leaf, chosen, shifted(deeper), extreme('date', deeper));
  return fc.oneof(leaf, chosen);
}

type Deeper = (type: ValueType) => fc.Arbitrary<Expression>;
type Bool = Expression<'boolean'>;
type Days = Expression<'date'>;

const conditions = (deeper: Deeper): fc.Arbitrary<Expression>[] => [
  fc.array(deeper('boolean'), { maxLength: 3 }).map((of) => build.and(...(of as Bool[]))),
  fc.array(deeper('boolean'), { maxLength: 3 }).map((of) => build.or(...(of as Bool[]))),
  deeper('boolean').map((of) => build.not(of as Bool)),
  types.chain((type) =>
    fc
      .tuple(fc.constantFrom(...comparisons), deeper(type), deeper(type))
      .map(([comparison, left, right]) => ({ kind: 'compare', type: 'boolean', comparison, left, right })),
  ),
  fc
    .tuple(deeper('code'), fc.array(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 }))
    .map(([of, values]) => build.oneOf(of as Expression<'code'>, values)),
  types.chain((type) => deeper(type).map(build.isKnown)),
];

const numbers = (deeper: Deeper): fc.Arbitrary<Expression>[] => [
  fc
    .tuple(fc.constantFrom(...arithmetics), deeper('integer'), deeper('integer'))
    .map(
      ([operator, left, right]) =>
        ({ kind: 'arithmetic', type: 'integer', operator, left, right }) as Expression,
    ),
  fc
    .tuple(
      fc.constantFrom(build.fullYears, build.fullMonths, build.daysBetween),
      deeper('date'),
      deeper('date'),
    )
    .map(([between, from, to]) => between(from as Days, to as Days)),
];

/** A row of the test view, any cell may be unknown. */
export const arbitraryRow = fc.record(
  Object.fromEntries(
    Object.entries(testView.columns).map(([name, column]) => [name, arbitraryValue(column.type)]),
  ),
);

const extreme = (type: 'date' | 'integer', deeper: Deeper): fc.Arbitrary<Expression> =>
  fc
    .tuple(
      fc.constantFrom(build.earliestKnown, build.latestKnown),
      deeper(type),
      fc.array(deeper(type), { maxLength: 1 }),
    )
    .map(([pick, first, others]) => pick(first as Days, ...(others as Days[])) as Expression);

/** Moved by few enough years that a day stays within those that both engines know. */
const shifted = (deeper: Deeper): fc.Arbitrary<Expression> =>
  fc
    .tuple(
      fc.constantFrom(build.yearsAfter, build.monthsAfter),
      deeper('date'),
      fc.oneof(fc.integer({ min: -80, max: 80 }).map(build.integer), fact('integer')),
    )
    .map(([after, of, by]) => after(of as Days, by as Expression<'integer'>));

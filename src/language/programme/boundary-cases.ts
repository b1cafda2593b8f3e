import { CHILD_SLOTS } from '../benefit-facts.ts';
import { addDays, type CalendarDate } from '../calendar-date.ts';
import { bind, type Expression, partsOf, simplify, type Value, type Values } from '../expression/index.ts';
import { parametersOf, type RulesInForce } from './rules-in-force.ts';

/** Somebody who stands right at an edge of a rule. */
export interface BoundaryCase {
  /** What was changed of the base, in words for the name of a test. */
  readonly what: string;
  readonly facts: Values;
}

type Edge = { readonly column: string; readonly value: Value };

type Compared = Expression & { readonly kind: 'compare' };

function edgeOf({ left, right }: Compared): readonly Edge[] {
  const sides = [
    [left, right],
    [right, left],
  ] as const;
  return sides.flatMap(([fact, limit]) =>
    fact.kind === 'fact' && limit.kind === 'literal' ? [{ column: fact.name, value: limit.value }] : [],
  );
}

/** Every column that a rule compares with something certain, with what it is compared. */
function edgesIn(expression: Expression): readonly Edge[] {
  const own = expression.kind === 'compare' ? edgeOf(expression) : [];
  const known = expression.kind === 'fact' ? [{ column: expression.name, value: null }] : [];
  return [...own, ...known, ...partsOf(expression).flatMap(edgesIn)];
}

const isDay = (value: Value): value is CalendarDate =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** The value itself, one less and one more; of a code the code; and that nothing is known. */
function around({ value }: Edge): readonly Value[] {
  if (isDay(value)) return [addDays(value, -1), value, addDays(value, 1)];
  if (typeof value === 'number') return [value - 1, value, value + 1];
  return [value];
}

const slotsOf = (facts: Values) => CHILD_SLOTS.filter((n) => facts[`child${String(n)}_birth_date`] !== null);

const childColumns = (facts: Values, n: number) =>
  Object.keys(facts).filter((name) => name.startsWith(`child${String(n)}_`));

/** One child less: the youngest is gone, as if never born. */
function childLess(facts: Values): readonly BoundaryCase[] {
  const last = slotsOf(facts).at(-1);
  if (last === undefined) return [];
  const blank = Object.fromEntries(childColumns(facts, last).map((name) => [name, null]));
  return [{ what: 'a child less', facts: { ...facts, ...blank } }];
}

/** One child more, of either sex, or of whom the sex is not known; born the day before. */
function childMore(facts: Values, day: CalendarDate): readonly BoundaryCase[] {
  const next = CHILD_SLOTS.find((n) => facts[`child${String(n)}_birth_date`] === null);
  if (next === undefined) return [];
  return (['male', 'female', null] as const).map((sex) => ({
    what: `a child more (${sex ?? 'sex unknown'})`,
    facts: {
      ...facts,
      [`child${String(next)}_birth_date`]: addDays(day, -1),
      [`child${String(next)}_sex`]: sex,
    },
  }));
}

const isSame = (one: Edge, other: Edge) => one.column === other.column && one.value === other.value;

/**
 * People at the edges of the rules in force, made from the rules themselves: one day before, on and after each day, one
 * less and one more of each number, one child less and one more, and each column unknown.
 */
export function boundaryCases(rules: RulesInForce, base: Values): readonly BoundaryCase[] {
  const given = parametersOf(rules);
  const all = rules.conditions.flatMap((one) =>
    one.kind === 'computed' ? edgesIn(simplify(bind(one.holds, given))) : [],
  );
  const edges = all.filter((one, index) => all.findIndex((other) => isSame(one, other)) === index);
  return [
    ...edges.flatMap((edge) =>
      around(edge).map((value) => ({
        what: `${edge.column} = ${String(value)}`,
        facts: { ...base, [edge.column]: value },
      })),
    ),
    ...childLess(base),
    ...childMore(base, rules.moment.day),
  ];
}

import {
  type AreaLevel,
  and,
  assume,
  benefitPersons,
  bind,
  CHILD_SLOTS,
  type ComputedCondition,
  type Expression,
  factsOf,
  fenForPeriods,
  isNeverUnknown,
  isOpen,
  isRecorded,
  or,
  parametersOf,
  type ReadyRules,
  share,
  simplify,
  toSql,
  type Values,
} from '../language/index.ts';

const facts = factsOf(benefitPersons);

/** Who is counted on a day: everybody alive who is registered or lives in the city. */
const belongs = and(
  isOpen(facts.death_date),
  or(
    and(isRecorded(facts.registered_from), isOpen(facts.registered_to)),
    and(isRecorded(facts.resident_from), isOpen(facts.resident_to)),
  ),
);

/** The conditions that facts decide. */
export const computedOf = ({ rules }: Pick<ReadyRules, 'rules'>): readonly ComputedCondition[] =>
  rules.conditions.filter((one) => one.kind === 'computed');

const columnOf = (level: AreaLevel): string => {
  if (level === 'province' || level === 'city') return 'county';
  return level === 'county' ? `substr(village, 1, 9) || '000'` : 'village';
};

export interface Asked {
  /** What to write after FROM. */
  readonly from: string;
  /** Which rows, beside those who belong to the city. */
  readonly where: string;
  /** The level of the area whose parts are counted each. */
  readonly level: AreaLevel;
}

export const layerOf = (from: string, columns: readonly string[]) =>
  columns.length === 0 ? from : `(SELECT *, ${columns.join(', ')} FROM ${from}) AS layer`;

export const people = ({ rules }: ReadyRules, { from, where }: Pick<Asked, 'from' | 'where'>) =>
  `(SELECT * FROM ${from} WHERE ${toSql(simplify(bind(belongs, parametersOf(rules))))}${where}) AS people`;

/**
 * Each condition is a digit to the base 4 of a word: 0 met, 1 not met, 2 cannot be told. A word is a whole number that
 * JavaScript holds exactly.
 */
const WORD = 26;
export const states = { met: 0, notMet: 1, unknown: 2 } as const;
const place = (index: number) => 4 ** (index % WORD);

/** Where the answer to a condition stands. */
export interface Digit {
  readonly id: string;
  /** Column of the word. */
  readonly word: string;
  readonly place: number;
}

export const stateIn = (word: number, digit: Pick<Digit, 'place'>): number =>
  Math.floor(word / digit.place) % 4;

interface Words {
  readonly from: string;
  readonly columns: readonly string[];
  /** For each of the programmes, in order, its conditions. */
  readonly digits: readonly (readonly Digit[])[];
}

/** Where to ask, and of whom: facts that are the same for all of them stand in place of the columns. */
interface Place {
  readonly from: string;
  readonly tag: string;
  readonly assumed: Values;
}

/** Conditions that several programmes share are asked once. */
export function wordsOf(all: readonly ReadyRules[], { from, tag, assumed }: Place): Words {
  const asked = all.map((ready) => {
    const given = parametersOf(ready.rules);
    return computedOf(ready).map(({ id, holds }) => ({ id, holds: simplify(bind(holds, given)) }));
  });
  const numbers = new Map<string, number>();
  const different: Expression<'boolean'>[] = [];
  const numberOf = (holds: Expression<'boolean'>) => {
    const key = JSON.stringify(holds);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, different.length);
    return different.push(holds) - 1;
  };
  const wordOf = (number: number) => `word${tag}${String(Math.floor(number / WORD))}`;
  const digits = asked.map((conditions) =>
    conditions.map(({ id, holds }) => {
      const number = numberOf(holds);
      return { id, word: wordOf(number), place: place(number) };
    }),
  );
  const { layers, expressions } = share(
    different.map((one) => simplify(assume(one, assumed))),
    `part${tag}`,
  );
  const worked = layers.reduce(
    (sql, layer) =>
      layerOf(
        sql,
        layer.map(({ name, expression }) => `${toSql(expression)} AS ${name}`),
      ),
    from,
  );
  const columns = [...new Set(different.map((_, number) => wordOf(number)))];
  const word = (column: string) =>
    expressions
      .flatMap((one, number) => (wordOf(number) === column ? [digitSql(one, place(number))] : []))
      .join(' + ');
  return {
    from: layerOf(
      worked,
      columns.map((column) => `${word(column)} AS ${column}`),
    ),
    columns,
    digits,
  };
}

const digitSql = (holds: Expression, at: number): string => {
  const answer = (state: number) => `CAST(${String(state * at)} AS bigint)`;
  const sql = toSql(holds);
  const refused = answer(states.notMet);
  if (holds.kind === 'literal')
    return answer(holds.value === null ? states.unknown : holds.value ? 0 : states.notMet);
  return isNeverUnknown(holds)
    ? `CASE WHEN ${sql} THEN ${answer(states.met)} ELSE ${refused} END`
    : `CASE ${sql} WHEN TRUE THEN ${answer(states.met)} WHEN FALSE THEN ${refused} ELSE ${answer(states.unknown)} END`;
};

/** None of these conditions is in one of the states that `bits` covers. */
function noneIs(bits: number, digits: readonly Digit[]): string {
  const words = [...new Set(digits.map(({ word }) => word))];
  const maskOf = (word: string) =>
    digits.filter((digit) => digit.word === word).reduce((sum, digit) => sum + bits * digit.place, 0);
  return (
    words.map((word) => `(${word} & CAST(${String(maskOf(word))} AS bigint)) = 0`).join(' AND ') || 'TRUE'
  );
}

/** Every one of these conditions is met. */
export const allMet = (digits: readonly Digit[]): string => noneIs(states.notMet | states.unknown, digits);
/** None of them refuses: each is met, or cannot be told. */
export const noneRefuses = (digits: readonly Digit[]): string => noneIs(states.notMet, digits);

/** What a year brings, worked out for those alone to whom something is due. */
function withAmount(
  from: string,
  {
    ready,
    index,
    digits,
    assumed,
  }: { ready: ReadyRules; index: number; digits: readonly Digit[]; assumed: Values },
): string {
  if (!ready.priced) return from;
  const due = `due${String(index)}`;
  const fen = simplify(assume(fenForPeriods(ready.priced.award, ready.priced.periods), assumed));
  const { layers, expressions } = share([fen], `sum${String(index)}_`);
  const only = (one: Expression) => `CASE WHEN ${due} THEN ${toSql(one)} END`;
  const worked = layers.reduce(
    (sql, layer) =>
      layerOf(
        sql,
        layer.map(({ name, expression }) => `${only(expression)} AS ${name}`),
      ),
    layerOf(from, [`(${allMet(digits)}) AS ${due}`]),
  );
  return layerOf(
    worked,
    expressions.map((one) => `${only(one)} AS fen${String(index)}`),
  );
}

export interface Assessment {
  readonly sql: string;
  readonly digits: Words['digits'];
  /** Columns that hold words. */
  readonly words: readonly string[];
}

const childColumns = Object.keys(benefitPersons.columns).filter((name) => /^child\d_/.test(name));
const withoutChildrenFrom = (first: number): Values =>
  Object.fromEntries(
    childColumns.filter((name) => Number(name.charAt(5)) >= first).map((name) => [name, null]),
  );
const noChildFrom = (first: number) =>
  CHILD_SLOTS.filter((n) => n >= first)
    .map((n) => `child${String(n)}_birth_date IS NULL`)
    .join(' AND ');

/** Most people have no child or one: for them the columns of the others need not be read, nor asked about. */
const groups: readonly { readonly where: string; readonly assumed: Values }[] = [
  { where: noChildFrom(1), assumed: withoutChildrenFrom(1) },
  { where: `child1_birth_date IS NOT NULL AND ${noChildFrom(2)}`, assumed: withoutChildrenFrom(2) },
  { where: `NOT (${noChildFrom(2)})`, assumed: {} },
];

/**
 * All programmes in one scan: rows for each part of the area and each combination of answers, with how many people
 * they are and what these are due in the year under each programme (`fen0`, `fen1`, …). Several rows may be alike.
 */
export function assessmentSql(all: readonly ReadyRules[], asked: Asked): Assessment {
  const [first] = all;
  if (!first) throw new Error('no programme to assess');
  const parts = groups.map(({ where, assumed }) => {
    const there = people(first, { ...asked, where: `${asked.where} AND (${where})` });
    const { from, columns, digits } = wordsOf(all, { from: there, tag: '', assumed });
    const paid = all.reduce(
      (sql, ready, index) => withAmount(sql, { ready, index, digits: digits[index] ?? [], assumed }),
      from,
    );
    const sums = all.flatMap(({ priced }, index) =>
      priced ? [`CAST(coalesce(sum(fen${String(index)}), 0) AS bigint) AS fen${String(index)}`] : [],
    );
    const sql = `SELECT ${columnOf(asked.level)} AS area, ${[...columns, 'count(*) AS persons', ...sums].join(', ')}
    FROM ${paid} GROUP BY ${[columnOf(asked.level), ...columns].join(', ')}`;
    return { sql, digits, words: columns };
  });
  // The conditions, and so the places of their digits, are the same in every group.
  const [{ digits, words } = { digits: [], words: [] }] = parts;
  return { sql: parts.map(({ sql }) => sql).join(' UNION ALL '), digits, words };
}

/** The answers of a programme on two days side by side, for those of whom what they come to differs. */
export function changeSql(now: ReadyRules, then: ReadyRules, asked: Asked): Assessment {
  const today = wordsOf([now], { from: people(now, asked), tag: '', assumed: {} });
  const later = wordsOf([then], { from: today.from, tag: '_then', assumed: {} });
  const columns = [...today.columns, ...later.columns];
  const [own, next] = [today.digits[0] ?? [], later.digits[0] ?? []];
  const differs = [allMet, noneRefuses].map((of) => `(${of(own)}) <> (${of(next)})`).join(' OR ');
  const sql = `SELECT area, ${columns.join(', ')}, count(*) AS persons FROM (
      SELECT ${[columnOf(asked.level)].map((column) => `${column} AS area`).join('')}, ${columns.join(', ')} FROM ${later.from}
    ) AS both_days WHERE ${differs} GROUP BY area, ${columns.join(', ')}`;
  return { sql, digits: [own, next], words: columns };
}

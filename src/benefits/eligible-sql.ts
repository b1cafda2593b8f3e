import {
  bind,
  type CalendarDate,
  daysOf,
  fenForPeriod,
  parametersOf,
  type ReadyRules,
  share,
  simplify,
  toSql,
} from '../language/index.ts';
import { type Asked, allMet, layerOf, people, wordsOf } from './assess-sql.ts';

const pickPeriod = (sums: readonly string[], firsts: readonly CalendarDate[]): string =>
  `CASE ${sums.map((sum, index) => `WHEN ${sum} > 0 THEN DATE '${String(firsts[index])}'`).join(' ')} END`;

/**
 * One row for each person to whom something is due in the year: `link`, the `variant` of the day, and the first and
 * last period that is due. Programmes in kind have no periods.
 */
export function eligibleSql(ready: ReadyRules, asked: Omit<Asked, 'level'>): string {
  const { rules, priced } = ready;
  const { from, digits } = wordsOf([ready], { from: people(ready, asked), tag: '', assumed: {} });
  const due = `(SELECT * FROM ${from} WHERE ${allMet(digits[0] ?? [])}) AS due`;
  if (!priced) return `SELECT link, NULL AS variant, NULL AS first, NULL AS last FROM ${due}`;
  const { award, periods } = priced;
  const given = { ...parametersOf(rules), ...daysOf(rules.moment.day) };
  const asking = [
    simplify(bind(award.variant, given)),
    ...periods.map((one) => simplify(fenForPeriod(award, one))),
  ];
  const { layers, expressions } = share(asking, 'given');
  const worked = layers.reduce(
    (sql, layer) =>
      layerOf(
        sql,
        layer.map(({ name, expression }) => `${toSql(expression)} AS ${name}`),
      ),
    due,
  );
  const [variant, ...sums] = expressions.map((one) => toSql(one));
  const firsts = periods.map(({ first }) => first);
  const [first, last] = [pickPeriod(sums, firsts), pickPeriod(sums.toReversed(), firsts.toReversed())];
  return `SELECT * FROM (SELECT link, ${variant ?? ''} AS variant, ${first} AS first, ${last} AS last FROM ${worked}) AS given
    WHERE first IS NOT NULL`;
}

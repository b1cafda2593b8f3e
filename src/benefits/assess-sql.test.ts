import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoBenefitValues } from '../../policy/demo/index.ts';
import { programmes } from '../../policy/programmes/index.ts';
import { randomFacts } from '../../test/support/random-facts.ts';
import {
  areaCode,
  benefitPersons,
  calendarDate,
  decide,
  type FactColumn,
  readyRules,
  toSql,
  type Values,
} from '../language/index.ts';
import { assessmentSql, changeSql, computedOf, stateIn, states } from './assess-sql.ts';

const PEOPLE = process.env['JIAHU_LONG'] ? 10_000 : 1200;
const DAYS = [
  '2008-06-30',
  '2013-12-31',
  '2014-02-28',
  '2016-12-31',
  '2022-12-31',
  '2024-02-29',
  '2026-06-30',
];
const area = areaCode('510703001');
const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
const columns = Object.entries<FactColumn>(benefitPersons.columns);

/** Each stands in a village of their own, so that each is a row of the answer. */
const people: readonly Values[] = fc
  .sample(randomFacts, { numRuns: PEOPLE, seed: 2013 })
  .map((facts, index) => ({
    ...facts,
    village: `510703001${String(index % 1000).padStart(3, '0')}`,
    county: '510703000000',
    link: String(index),
  }));

const rowSql = (facts: Values) =>
  columns.map(([name, { type }]) => toSql({ kind: 'literal', type, value: facts[name] ?? null })).join(', ');

const batches = Array.from({ length: Math.ceil(PEOPLE / 1000) }, (_, n) =>
  people.slice(n * 1000, (n + 1) * 1000),
);

beforeAll(async () => {
  const names = columns.map(([name]) => name).join(', ');
  for (const [n, batch] of batches.entries())
    await duckdb.run(
      `CREATE TABLE people${String(n)} AS SELECT * FROM (VALUES ${batch.map((one) => `(${rowSql(one)})`).join(', ')}) AS facts (${names})`,
    );
});

const rowsOf = async (sql: string) => (await duckdb.runAndReadAll(sql)).getRowObjectsJS();

const belongs = (facts: Values, day: string) => {
  const open = (name: string) => facts[name] === null || String(facts[name]) > day;
  const begun = (name: string) => facts[name] !== null && String(facts[name]) <= day;
  return (
    open('death_date') &&
    ((begun('registered_from') && open('registered_to')) || (begun('resident_from') && open('resident_to')))
  );
};

const momentOf = (day: string) => ({ day: calendarDate(day), knownAt: calendarDate('2026-11-01'), area });

describe.each(programmes.map((one) => [one.key, one] as const))('%s', (_, programme) => {
  it.each(DAYS)('is the same in SQL for everybody and interpreted for one, on %s', async (day) => {
    const ready = readyRules(programme, momentOf(day), demoBenefitValues);
    if (!ready) return;
    const computed = computedOf(ready);
    for (const [n, batch] of batches.entries()) {
      const asked = { from: `people${String(n)}`, where: '', level: 'township' } as const;
      const { sql, digits } = assessmentSql([ready], asked);
      const found = new Map((await rowsOf(sql)).map((row) => [String(row['area']), row]));
      expect([...found.keys()].toSorted()).toEqual(
        batch
          .filter((one) => belongs(one, day))
          .map((one) => String(one['village']))
          .toSorted(),
      );
      for (const facts of batch.filter((one) => belongs(one, day))) {
        const { conditions, outcome, amountFen } = decide(ready, { facts, declared: new Set() });
        const row = found.get(String(facts['village']));
        const answers = (digits[0] ?? []).map((digit) => [
          digit.id,
          stateIn(Number(row?.[digit.word]), digit),
        ]);
        const expected = conditions
          .filter(({ condition }) => condition.kind === 'computed')
          .map((one) => [one.condition.id, states[one.outcome as keyof typeof states]]);
        const due = outcome === 'eligible' || outcome === 'eligibleIfDeclared' ? (amountFen ?? 0) : 0;
        expect(answers, JSON.stringify(facts)).toEqual(expected);
        expect(Number(row?.['fen0'] ?? 0)).toBe(due);
      }
    }
    expect(computed.length).toBeGreaterThan(2);
  });

  it('tells the same of two days side by side', async () => {
    const [now, then] = ['2026-01-31', '2027-01-31'].map((day) =>
      readyRules(programme, momentOf(day), demoBenefitValues),
    );
    if (!now || !then) throw new Error('in force');
    const batch = batches[0] ?? [];
    const { sql, digits } = changeSql(now, then, { from: 'people0', where: '', level: 'township' });
    const answers = (row: Record<string, unknown>, of: (typeof digits)[number]) =>
      of.map((digit) => stateIn(Number(row[digit.word]), digit));
    const isUnsure = (of: readonly number[]) => of.includes(states.unknown) && !of.includes(states.notMet);
    const villages = (await rowsOf(sql))
      .filter((row) => !digits.some((one) => isUnsure(answers(row, one))))
      .map((row) => String(row['area']));
    const outcomes = (facts: Values) =>
      [now, then].map((one) => decide(one, { facts, declared: new Set() }).outcome.replace('IfDeclared', ''));
    const changing = batch
      .filter((facts) => belongs(facts, '2026-01-31'))
      .filter((facts) => {
        const [a, b] = outcomes(facts);
        return a !== b && a !== 'unknown' && b !== 'unknown';
      });
    expect(villages.toSorted()).toEqual(changing.map((one) => String(one['village'])).toSorted());
  });
});

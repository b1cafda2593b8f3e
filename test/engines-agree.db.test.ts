import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraryOfTheDemonstration } from '../policy/documents/index.ts';
import { indicators, measures } from '../policy/indicators/index.ts';
import { loadDivisions } from '../src/areas/index.ts';
import { statisticsViews } from '../src/composition/assemble.ts';
import { areaCode, calendarDate, lastDayOfYear, populations } from '../src/language/index.ts';
import { listSnapshots, liveSource, openSnapshot } from '../src/platform/index.ts';
import { computeIndicator, countMeasures, countsIn, countYear, yearPeriod } from '../src/statistics/index.ts';
import { testHouse } from './support/test-house.ts';

const house = await testHouse();
const run = (name: string, input: object) => {
  const operation = house.registry.get(name);
  if (!operation) throw new Error(name);
  return house.execute(operation, input, { actor: house.operator });
};
const at = calendarDate('2025-12-31');
await run('synthetic/seed-city', { scale: 0.01 });
await run('synthetic/seed-returns', {});
await run('synthetic/seed-cases', {});
await run('synthetic/seed-benefits', {});
await run('benefits/take-snapshot', {});
await run('synthetic/seed-benefit-payments', {});
for (const { endedOn: _, endedBy: __, ...document } of libraryOfTheDemonstration)
  await run('publishing/publish-document', document);
await run('statistics/take-snapshot', { at });
const [snapshot] = await house.asOperator(({ tx }) => listSnapshots(tx, 'statistics'));
if (!snapshot) throw new Error('no snapshot');
const sealed = await openSnapshot(house.snapshotFolder, snapshot);
const tree = await house.asOperator(({ tx }) => loadDivisions(tx));
const city = areaCode('5107');

describe('the same definitions on two engines', () => {
  it.each([2004, 2013, 2016, 2020, 2025])('give identical counts in every village for %i', async (year) => {
    const counted = { measures, period: yearPeriod(year) };
    const onDuckDb = await countMeasures(sealed, counted);
    const onPostgres = await house.asOperator(({ tx }) =>
      countMeasures(liveSource(tx, statisticsViews, at), counted),
    );
    expect(onDuckDb.length).toBeGreaterThan(1000);
    const ordered = (rows: typeof onDuckDb) => rows.map((row) => JSON.stringify(row)).toSorted();
    expect(ordered(onDuckDb)).toEqual(ordered(onPostgres));
  });
});

describe('the indicators of the made-up city, from its records', () => {
  const value = async (year: number, key: string) => {
    const counts = await countYear({
      source: sealed,
      tree,
      measures,
      year,
      boundariesOn: lastDayOfYear(year),
    });
    const indicator = indicators.find((one) => one.key === key);
    if (!indicator) throw new Error(key);
    return computeIndicator(
      indicator,
      countsIn(counts, indicator.population === 'resident' ? 'resident' : 'registered', city).counts,
    ).value;
  };

  it('come out at what the city published for 2013', async () => {
    expect(Math.abs(Number(await value(2013, 'natural_increase_rate')) - 1.96)).toBeLessThanOrEqual(0.02);
    expect(await value(2013, 'sex_ratio_at_birth')).toBeLessThanOrEqual(110);
    expect(await value(2013, 'registered_population')).toBe(54_500);
    expect(await value(2013, 'resident_population')).toBe(46_700);
  });

  it('balance: every year ends with what it began with, plus births and moves in, less deaths and moves out', async () => {
    const { rows } = await house.ground.database.owner.query<{ year: number; change: number }>(
      `SELECT extract(year FROM event_date)::integer AS year, sum((registered_to IS NOT NULL)::integer - (registered_from IS NOT NULL)::integer)::integer AS change
       FROM register_events WHERE kind <> 'enrolment' GROUP BY 1`,
    );
    for (const year of [2005, 2013, 2020, 2025]) {
      const change = rows.find((row) => row.year === year)?.change ?? 0;
      expect(
        Number(await value(year, 'registered_population')) -
          Number(await value(year - 1, 'registered_population')),
      ).toBe(change);
    }
  });
});

describe('boundaries as then and as now', () => {
  const rolled = (boundariesOn: typeof at) =>
    countYear({ source: sealed, tree, measures, year: 2013, boundariesOn });

  it('give the city the same numbers, and the renamed county its name of the day', async () => {
    const [then, now] = [await rolled(lastDayOfYear(2013)), await rolled(at)];
    for (const population of populations) {
      expect(countsIn(then, population, city).counts).toEqual(countsIn(now, population, city).counts);
      const county = countsIn(then, population, areaCode('510724')).counts;
      expect(county.get('population_end')).toBeGreaterThan(1000);
      expect(countsIn(now, population, areaCode('510705')).counts).toEqual(county);
      expect(countsIn(then, population, areaCode('510705')).counts.size).toBe(0);
    }
  });

  it('show 3,205 villages then and 2,071 now, merged ones adding up', async () => {
    const [then, now] = [await rolled(lastDayOfYear(2013)), await rolled(at)];
    for (const { code, successorCode } of tree.history.successions
      .filter((one) => one.effectiveOn === '2020-01-01')
      .slice(0, 200)) {
      const brothers = tree.history.successions.filter(
        (one) => one.successorCode === successorCode && one.effectiveOn === '2020-01-01',
      );
      const sum = brothers.reduce((total, one) => {
        const recorded =
          tree.history.successions.find((earlier) => earlier.successorCode === one.code)?.code ?? one.code;
        return total + (countsIn(then, 'registered', recorded).counts.get('population_end') ?? 0);
      }, 0);
      expect(countsIn(now, 'registered', successorCode).counts.get('population_end') ?? 0, code).toBe(sum);
    }
  });
});

describe('a sealed snapshot', () => {
  it('holds no names, no identity numbers and no ids of the register', async () => {
    for (const { view } of statisticsViews) {
      const [row] = await sealed.query(`SELECT * FROM ${sealed.from(view)} LIMIT 1`);
      expect(Object.keys(row ?? {}).sort()).toEqual(Object.keys(view.columns).sort());
    }
    const [spells] = await sealed.query(
      `SELECT min(length(link)) AS a, max(length(link)) AS b FROM ${sealed.from(statisticsViews[0]?.view ?? { name: '', compartment: 'statistics', doc: { zh: '', en: '' }, columns: {} })}`,
    );
    expect(spells).toEqual({ a: 16, b: 16 });
  });

  it('is refused when a byte of it was changed', async () => {
    const folder = join(house.snapshotFolder, snapshot.id);
    const file = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
      name.endsWith('.parquet'),
    );
    appendFileSync(join(folder, file ?? ''), 'x');
    await expect(openSnapshot(house.snapshotFolder, snapshot)).rejects.toMatchObject({
      details: { code: 'conflict' },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { demoBenefitValues } from '../policy/demo/index.ts';
import { programmes } from '../policy/programmes/index.ts';
import { assessArea, benefitFactView, factsOfPerson, regionalRules } from '../src/benefits/index.ts';
import {
  areaCode,
  benefitPersons,
  calendarDate,
  decide,
  readyRules,
  type Values,
} from '../src/language/index.ts';
import { listSnapshots, liveSource, openSnapshot } from '../src/platform/index.ts';
import { recipients2013 } from '../src/synthetic/index.ts';
import { testHouse } from './support/test-house.ts';

const SCALE = 0.01;
const SAMPLE = process.env['JIAHU_LONG'] ? 10_000 : 400;
const house = await testHouse();
const { owner } = house.ground.database;
const run = async (name: string, input: object) => {
  const operation = house.registry.get(name);
  if (!operation) throw new Error(name);
  return (await house.execute(operation, input, { actor: house.operator })) as never;
};
await run('synthetic/seed-city', { scale: SCALE });
const seeded: { readonly facts: number } = await run('synthetic/seed-benefits', {});
const today = calendarDate('2026-11-01');
await run('benefits/take-snapshot', { at: today });
const [snapshot] = await house.asOperator(({ tx }) => listSnapshots(tx, 'benefits'));
if (!snapshot) throw new Error('no snapshot');
const source = await openSnapshot(house.snapshotFolder, snapshot);

interface Counts {
  readonly eligible: number;
  readonly eligibleIfDeclared: number;
  readonly notEligible: number;
  readonly unknown: number;
  readonly amountFen: number;
  readonly byArea: readonly (Counts & { readonly area: string })[];
  readonly byFailingCondition: Readonly<Record<string, number>>;
}
interface Assessed {
  readonly programmes: Readonly<Record<string, Counts>>;
  readonly notInForce: readonly string[];
}
const assess = async (input: object): Promise<Assessed> => run('benefits/assess-people', input);
const people = ({ eligible, eligibleIfDeclared, notEligible, unknown }: Counts) =>
  eligible + eligibleIfDeclared + notEligible + unknown;

describe('the made-up city in 2013', () => {
  it('holds as many recipients as the city published, found by the rules of the day', async () => {
    const { programmes: found, notInForce } = await assess({ at: '2013-12-31' });
    expect(notInForce).toEqual(['complication-support', 'childcare-subsidy']);
    const near = (value: number | undefined, expected: number) => {
      expect(Math.abs((value ?? 0) - expected)).toBeLessThanOrEqual(Math.max(1, expected / 100));
    };
    const { rural, loss, disability, onlyChild } = recipients2013;
    near(found['rural-reward']?.eligibleIfDeclared, rural * SCALE);
    near(found['special-support']?.eligible, (loss + disability) * SCALE);
    near(found['only-child-reward']?.eligible, onlyChild * SCALE);
    const three = ['rural-reward', 'special-support', 'only-child-reward'];
    const paid = three.reduce((sum, key) => sum + (found[key]?.amountFen ?? 0), 0);
    near(paid, 12_937_730_000 * SCALE);
  });

  it('is made once: what was attested stays', async () => {
    expect(seeded.facts).toBeGreaterThan(5000);
    expect(await run('synthetic/seed-benefits', {})).toEqual({ facts: 0 });
  });
});

describe('assessment of everybody', () => {
  it('counts each person once under each programme, and the parts add up to the whole', async () => {
    const { programmes: found } = await assess({ at: '2025-12-31' });
    expect(Object.keys(found)).toEqual(programmes.map(({ key }) => key));
    const [first] = Object.values(found).map(people);
    for (const [key, counts] of Object.entries(found)) {
      expect(people(counts), key).toBe(first);
      expect(counts.byArea.reduce((sum, one) => sum + people(one), 0)).toBe(first);
      expect(counts.byArea.reduce((sum, one) => sum + one.amountFen, 0)).toBe(counts.amountFen);
      expect(counts.byArea).toHaveLength(9);
    }
    expect(found['childcare-subsidy']?.eligible).toBeGreaterThan(500);
  });

  it('goes down to townships and villages', async () => {
    const whole = await assess({ at: '2025-12-31', programme: 'rural-reward' });
    const county = await assess({ at: '2025-12-31', programme: 'rural-reward', area: '510703' });
    const [counts] = Object.values(county.programmes);
    const inWhole = whole.programmes['rural-reward']?.byArea.find(({ area }) => area === '510703000000');
    expect(counts).toMatchObject({
      eligibleIfDeclared: inWhole?.eligibleIfDeclared,
      unknown: inWhole?.unknown,
    });
    expect(counts?.byArea.length).toBeGreaterThan(10);
    const township = counts?.byArea[0]?.area ?? '';
    const inTownship = await assess({ at: '2025-12-31', programme: 'rural-reward', area: township });
    expect(people(inTownship.programmes['rural-reward'] as Counts)).toBe(people(counts?.byArea[0] as Counts));
  });

  it('follows the rules of each place inside the area', async () => {
    const moment = { day: calendarDate('2013-12-31'), knownAt: today, area: areaCode('5107') };
    const [sample] = demoBenefitValues;
    if (!sample) throw new Error('a value');
    const higher = {
      ...sample,
      programme: 'rural-reward',
      parameter: 'women-age',
      value: 70,
      from: calendarDate('2004-01-01'),
    };
    const chosen = programmes.filter(({ key }) => key === 'rural-reward');
    const at = async (digits: string | null) => {
      const extra = digits === null ? [] : [{ ...higher, place: { digits, name: sample.place.name } }];
      const regional = regionalRules(chosen, moment, [...demoBenefitValues, ...extra]);
      return (await assessArea(source, moment.area, regional)).get('rural-reward');
    };
    const [before, after] = [await at(null), await at('510703')];
    const inFucheng = (of: typeof before) =>
      of?.byArea.find(({ area }) => area === '510703000000')?.eligibleIfDeclared ?? 0;
    expect(inFucheng(after)).toBeLessThan(inFucheng(before));
    const elsewhere = (of: typeof before) => (of?.eligibleIfDeclared ?? 0) - inFucheng(of);
    expect(elsewhere(after)).toBe(elsewhere(before));
  });
});

const ordered = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted();
const listed = Object.keys(benefitPersons.columns)
  .filter((name) => name !== 'link')
  .map((name) => `CAST(${name} AS text) AS ${name}`)
  .join(', ');

describe('the facts of a person', () => {
  it('are the same in the snapshot and in the live tables', async () => {
    const statement = (from: string) => `SELECT ${listed} FROM ${from} WHERE village LIKE '510703%'`;
    const taken = await source.query(statement(source.from(benefitPersons)));
    const live = await house.asOperator(({ tx }) => {
      const tables = liveSource(tx, [benefitFactView], today);
      return tables.query(statement(tables.from(benefitPersons)));
    });
    expect(taken.length).toBeGreaterThan(1000);
    expect(ordered(taken)).toEqual(ordered(live));
  }, 120_000);

  it(`are the same read for one alone, of ${String(SAMPLE)} people`, async () => {
    const { rows } = await owner.query<{ person_id: string }>(
      `SELECT person_id FROM (
         (SELECT person_id FROM benefits_facts ORDER BY md5(person_id::text) LIMIT ${String(SAMPLE / 2)})
         UNION (SELECT person_id FROM register_persons ORDER BY md5(person_id::text) LIMIT ${String(SAMPLE / 2)})) AS sample`,
    );
    const ids = rows.map((row) => row.person_id);
    await house.asOperator(async (context) => {
      const view = benefitFactView.select({ at: today, link: (column) => `${column}::text` });
      const all = await liveSource(context.tx, [], today).query(
        `SELECT * FROM (${view}) AS everybody WHERE link IN (${ids.map((id) => `'${id}'`).join(', ')})`,
      );
      const byLink = new Map(all.map((row) => [String(row['link']), row]));
      for (const id of ids) {
        const { link: _, ...expected } = byLink.get(id) ?? {};
        const { link: __, ...one } = (await factsOfPerson(context, id, today)) ?? {};
        expect(one).toEqual(expected);
      }
    });
  }, 120_000);

  it('give the same decision for one, interpreted, as for everybody, in SQL', async () => {
    const { rows } = await owner.query<{ person_id: string; village: string }>(
      `SELECT person_id, coalesce(registered_scope, resident_scope) AS village FROM register_persons
       WHERE coalesce(registered_scope, resident_scope) LIKE '510703001%' AND counted ORDER BY person_id`,
    );
    const day = calendarDate('2013-12-31');
    const area = areaCode('510703001');
    const counted = await assess({ at: day, area });
    const facts: Values[] = [];
    await house.asOperator(async (context) => {
      for (const row of rows) facts.push((await factsOfPerson(context, row.person_id, today)) ?? {});
    });
    const open = (one: Values, name: string) => one[name] === null || String(one[name]) > day;
    const stays = (one: Values, population: string) =>
      one[`${population}_from`] !== null &&
      String(one[`${population}_from`]) <= day &&
      open(one, `${population}_to`);
    const there = facts.filter(
      (one) => open(one, 'death_date') && (stays(one, 'registered') || stays(one, 'resident')),
    );
    for (const programme of programmes) {
      const ready = readyRules(programme, { day, knownAt: today, area }, demoBenefitValues);
      if (!ready) continue;
      const tally = { eligible: 0, eligibleIfDeclared: 0, notEligible: 0, unknown: 0, amountFen: 0 };
      for (const one of there) {
        const { outcome, amountFen } = decide(ready, { facts: one, declared: new Set() });
        tally[outcome] += 1;
        tally.amountFen += amountFen ?? 0;
      }
      expect(counted.programmes[programme.key], programme.key).toMatchObject(tally);
    }
  }, 300_000);
});

describe('the months ahead', () => {
  it('show who reaches the age, by village, and what they lack today', async () => {
    const outlook: {
      readonly programmes: Readonly<
        Record<
          string,
          {
            becoming: number;
            leaving: number;
            mayBecome: number;
            lacking: Record<string, number>;
            untold: Record<string, number>;
          }
        >
      >;
    } = await run('benefits/forecast-eligibility', { at: '2013-12-31' });
    const reward = outlook.programmes['rural-reward'];
    expect(reward?.lacking['age']).toBe(reward?.becoming);
    expect(reward?.untold).toEqual(reward?.mayBecome ? { children: reward.mayBecome } : {});
    expect(outlook.programmes['only-child-reward']?.leaving).toBeGreaterThan(0);
    const later = await assess({ at: '2014-12-31', programme: 'rural-reward' });
    const now = await assess({ at: '2013-12-31', programme: 'rural-reward' });
    const gained =
      Number(later.programmes['rural-reward']?.eligibleIfDeclared) -
      Number(now.programmes['rural-reward']?.eligibleIfDeclared);
    expect(gained).toBeLessThanOrEqual(Number(reward?.becoming));
  });
});

describe('the months ahead of today', () => {
  it('show who reaches the age, and of whom it cannot be told', async () => {
    const outlook: {
      readonly programmes: Readonly<
        Record<string, { becoming: number; mayBecome: number; untold: Record<string, number> }>
      >;
    } = await run('benefits/forecast-eligibility', { at: '2026-06-30', programme: 'rural-reward' });
    const reward = outlook.programmes['rural-reward'];
    expect(reward?.becoming).toBeGreaterThan(0);
    expect(reward?.mayBecome).toBeGreaterThan(0);
    expect(reward?.untold['children']).toBe(reward?.mayBecome);
  });
});

describe('a trial of other values', () => {
  it('stands beside the rules in force and changes nothing', async () => {
    const trial: {
      readonly trial: boolean;
      readonly note: { readonly zh: string };
      readonly inForce: Counts;
      readonly tried: Counts;
      readonly difference: { readonly amountFen: number };
    } = await run('benefits/try-rules', {
      at: '2013-12-31',
      programme: 'rural-reward',
      changes: [
        { parameter: 'yearly', value: 120_000 },
        { parameter: 'women-age', value: 60 },
      ],
    });
    expect(trial).toMatchObject({ trial: true });
    expect(trial.note.zh).toContain('不是现行规定');
    expect(trial.tried.eligibleIfDeclared).toBeLessThan(trial.inForce.eligibleIfDeclared);
    expect(trial.tried.amountFen).toBe(trial.tried.eligibleIfDeclared * 120_000);
    expect(trial.difference.amountFen).toBe(trial.tried.amountFen - trial.inForce.amountFen);
    const again = await assess({ at: '2013-12-31', programme: 'rural-reward' });
    expect(again.programmes['rural-reward']?.amountFen).toBe(trial.inForce.amountFen);
  });
});

import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/test-house.ts';
import { roles } from '../../identity/index.ts';
import { areaCode } from '../../language/index.ts';
import type { Actor } from '../../platform/index.ts';
import { recipients2013 } from '../benefit-facts-sql.ts';

const house = await testHouse();
const run = async (name: string, input: object = {}, actor: Actor = house.operator) => {
  const operation = house.registry.get(name);
  if (!operation) throw new Error(name);
  return (await house.execute(operation, input, { actor })) as Record<string, unknown>;
};
const officer = (area: string): Actor => ({
  accountId: 'officer',
  name: 'officer',
  role: 'benefits-officer',
  area: areaCode(area),
  purpose: 'benefits',
  permissions: new Set(roles['benefits-officer'].permissions),
});

const SCALE = 0.01;
await run('synthetic/seed-city', { scale: SCALE });
await run('synthetic/seed-benefits');
await run('benefits/take-snapshot');
const made = await run('synthetic/seed-benefit-payments');

describe('the payments of the made-up city', () => {
  it('are the published people and money of 2013, as much smaller as the city', () => {
    expect(Number(made['entitlements']) / SCALE / 617_800).toBeCloseTo(1, 2);
    expect(Number(made['fen']) / 100 / SCALE / 129_377_300).toBeCloseTo(1, 2);
  });

  it('reach those whom each programme finds', async () => {
    const { rows } = await house.ground.database.owner.query<{ programme: string; persons: number }>(
      'SELECT programme, count(DISTINCT person_id) AS persons FROM benefits_payments GROUP BY programme',
    );
    const persons = Object.fromEntries(rows.map((row) => [row.programme, row.persons]));
    const { rural, onlyChild, loss, disability } = recipients2013;
    const near = (value: number | undefined, expected: number) => {
      expect(Math.abs((value ?? 0) - expected)).toBeLessThanOrEqual(Math.max(1, expected / 100));
    };
    near(persons['rural-reward'], rural * SCALE);
    near(persons['only-child-reward'], onlyChild * SCALE);
    near(persons['special-support'], (loss + disability) * SCALE);
  });

  it('are made once', async () => {
    expect(await run('synthetic/seed-benefit-payments')).toEqual({ entitlements: 0, fen: 0, records: 0 });
  });

  it('stand in books that add up', async () => {
    const operation = house.registry.get('benefits/check-ledger');
    if (!operation) throw new Error('no books');
    const actor = { ...house.operator, permissions: new Set(['benefits:pay']) };
    expect(await house.execute(operation, {}, { actor })).toMatchObject({ balanced: true, faults: [] });
  });

  it('can be read as any other: the life of each entitlement is folded', async () => {
    const { rows } = await house.ground.database.owner.query<{ p: string; e: string }>(
      'SELECT person_id AS p, entitlement_id AS e FROM benefits_entitlements LIMIT 3',
    );
    const operation = house.registry.get('benefits/read-entitlement');
    if (!operation) throw new Error('not there');
    const actor = { ...house.operator, permissions: new Set(['benefits:read']) };
    for (const { p: personId, e: entitlementId } of rows)
      expect(await house.execute(operation, { personId, entitlementId }, { actor })).toMatchObject({
        place: 'ended',
        account: { ending: expect.stringMatching(/^\d{4}$/) as string },
      });
  });
});

describe('people who may be entitled', () => {
  const township = async () => {
    const { rows } = await house.ground.database.owner.query<{ area: string }>(
      `SELECT substr(area_code, 1, 9) || '000' AS area FROM benefits_entitlements WHERE programme = 'rural-reward'
       GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
    );
    return rows[0]?.area ?? '';
  };

  it('are found by name in a township, told of it, and not told twice', async () => {
    const area = await township();
    const asked = { programme: 'rural-reward', area };
    const { people } = await run('benefits/find-eligible', asked, officer(area));
    const found = people as readonly { personId: string; isKnown: boolean; outcome: string }[];
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ isKnown, outcome }) => !isKnown && outcome === 'eligibleIfDeclared')).toBe(true);
    const [first] = found;
    const proposal = { programme: 'rural-reward', personIds: [first?.personId] };
    expect((await run('benefits/propose-entitlements', proposal, officer(area)))['proposed']).toHaveLength(1);
    const again = await run('benefits/find-eligible', asked, officer(area));
    const known = (again['people'] as typeof found).filter(({ isKnown }) => isKnown);
    expect(known.map(({ personId }) => personId)).toEqual([first?.personId]);
  });

  it('are listed for a township or village of one’s own alone', async () => {
    const asked = { programme: 'rural-reward' };
    const area = await township();
    const other = area.startsWith('510703') ? '510704001000' : '510703001000';
    const ask = (where: string) => run('benefits/find-eligible', { ...asked, area: where }, officer(area));
    await expect(ask('510703')).rejects.toMatchObject({ details: { code: 'invalid_input' } });
    await expect(ask(other)).rejects.toMatchObject({ details: { code: 'forbidden' } });
  });
});

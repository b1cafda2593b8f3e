import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AreaCode, areaCode } from '../src/language/index.ts';
import { DomainError, keyedRead, type Purpose, proveRowLevelSecurity } from '../src/platform/index.ts';
import type { RegisterTables } from '../src/register/index.ts';
import { testHouse } from './support/test-house.ts';

const RUNS = process.env['JIAHU_LONG'] ? 5000 : 120;
const house = await testHouse();
const { database } = house.ground;
const seed = house.registry.get('synthetic/seed-city');
if (!seed) throw new Error('no seed');
await house.execute(seed, { scale: 0.001, seed: 3 }, { actor: house.operator });

interface Scopes {
  readonly person_id: string;
  readonly registered_scope: string | null;
  readonly resident_scope: string | null;
  readonly child: boolean;
}
const { rows: everybody } = await database.owner.query<Scopes>(
  `SELECT person_id, registered_scope, resident_scope, birth_date > current_date - interval '14 years' AS child FROM register_persons`,
);

/** The rule told a second time, in other words: somebody is seen who is registered or lives below the area. */
function oracle(area: AreaCode | null, purpose: Purpose | null): readonly Scopes[] {
  if (!area || !purpose || !['registration', 'benefits', 'statistics', 'operation'].includes(purpose))
    return [];
  const digits = area.replace(/(000000000|0000000000|000000|00000000|000)$/, '');
  const prefix = area.endsWith('0000000000')
    ? area.slice(0, 2)
    : area.endsWith('00000000')
      ? area.slice(0, 4)
      : area.endsWith('000000')
        ? area.slice(0, 6)
        : area.endsWith('000')
          ? area.slice(0, 9)
          : digits;
  return everybody.filter(
    (one) =>
      one.registered_scope?.startsWith(prefix) === true || one.resident_scope?.startsWith(prefix) === true,
  );
}

const villages = [...new Set(everybody.flatMap((one) => [one.registered_scope, one.resident_scope]))].filter(
  (code) => code !== null,
);
const anyArea = fc.oneof(
  fc.constant(null),
  fc
    .tuple(fc.constantFrom(...villages), fc.constantFrom(2, 4, 6, 9, 12))
    .map(([code, digits]) => areaCode(code.slice(0, digits))),
  fc.constantFrom(areaCode('510107'), areaCode('5108'), areaCode('510703999999')),
);
const anyPurpose = fc.constantFrom<Purpose | null>(
  'registration',
  'benefits',
  'statistics',
  'operation',
  'publishing',
  'administration',
  null,
);

const anybody = fc.constantFrom(...everybody);
/** Its plan is kept from one scope to the next. */
const findOne = keyedRead('SELECT person_id FROM register_persons WHERE person_id = $1');

describe('row-level security', () => {
  it(`shows exactly what the rule says, in ${String(RUNS)} random scopes on reused connections`, async () => {
    await fc.assert(
      fc.asyncProperty(anyArea, anyPurpose, fc.boolean(), anybody, async (area, purpose, children, one) => {
        const scope = { actor: 'test', area, purpose, children };
        const seen = await database.transaction(scope, async (tx) => {
          const db = tx.withTables<RegisterTables>();
          const row = await db
            .selectFrom('register_persons')
            .select((q) => q.fn.countAll<number>().as('n'))
            .executeTakeFirstOrThrow();
          const events = await db
            .selectFrom('register_events')
            .select((q) => q.fn.count<number>('person_id').distinct().as('n'))
            .executeTakeFirstOrThrow();
          const spells = await db
            .selectFrom('register_spells')
            .select((q) => q.fn.count<number>('person_id').distinct().as('n'))
            .executeTakeFirstOrThrow();
          return { counts: [row.n, events.n, spells.n], found: (await findOne(tx, [one.person_id])).length };
        });
        const expected = oracle(area, purpose);
        const isSeen = ({ child }: Scopes) => !child || children || purpose === 'statistics';
        expect(seen).toEqual({
          counts: [expected.filter(isSeen).length, expected.length, expected.length],
          found: expected.includes(one) && isSeen(one) ? 1 : 0,
        });
      }),
      { numRuns: RUNS },
    );
  }, 600_000);

  it('fails closed on a connection that was used before', async () => {
    await expect(proveRowLevelSecurity(database.app, 'register_persons')).resolves.toBeUndefined();
  });

  it('is found missing at the start when it does not hold', async () => {
    await expect(proveRowLevelSecurity(database.app, 'areas_divisions')).rejects.toBeInstanceOf(DomainError);
  });

  it('lets nobody write a person into an area that is not theirs', async () => {
    const [fucheng, santai] = [areaCode('510703'), areaCode('510722101001')];
    const write = database.transaction({ actor: 'test', area: fucheng, purpose: 'registration' }, (tx) =>
      tx
        .withTables<RegisterTables>()
        .updateTable('register_persons')
        .set({ registered_scope: santai, resident_scope: santai })
        .execute(),
    );
    await expect(write).rejects.toThrow('row-level security');
  });

  it('lets whoever handles benefits read the register, and change nothing', async () => {
    const scope = { actor: 'test', area: areaCode('5107'), purpose: 'benefits', children: true } as const;
    const written = await database.transaction(scope, (tx) =>
      tx
        .withTables<RegisterTables>()
        .updateTable('register_persons')
        .set({ registered_scope: areaCode('510703') })
        .executeTakeFirst(),
    );
    expect(written.numUpdatedRows).toBe(0n);
  });

  it('keeps the kind of the database for ever, even from its owner', async () => {
    await expect(database.owner.query(`UPDATE platform_city SET kind = 'real'`)).rejects.toThrow('for ever');
    await expect(database.owner.query('DELETE FROM platform_city')).rejects.toThrow('for ever');
  });
});

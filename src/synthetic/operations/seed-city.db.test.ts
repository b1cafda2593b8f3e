import { expect, it } from 'vitest';
import { testHouse } from '../../../test/support/test-house.ts';
import { readCity, readSeed } from '../../platform/index.ts';

const house = await testHouse();
const run = (name: string, input: object) => {
  const operation = house.registry.get(name);
  if (!operation) throw new Error(name);
  return house.execute(operation, input, { actor: house.operator });
};

it('loads a sound register: every invariant that operations keep holds after the bulk load', async () => {
  const made = await run('synthetic/seed-city', { scale: 0.002, seed: 5 });
  expect(made).toMatchObject({ seed: 5, scale: 0.002 });
  expect(await run('register/check-register', {})).toMatchObject({ violations: [] });
  expect(await house.asOperator(({ tx }) => readCity(tx))).toMatchObject({ kind: 'synthetic' });
  expect(await house.asOperator(({ tx }) => readSeed(tx))).toMatchObject({ seed: 5 });
});

it('is refused in a register that holds people already', async () => {
  await expect(run('synthetic/seed-city', {})).rejects.toMatchObject({
    details: { code: 'database_not_empty' },
  });
});

it('leaves the indexes and foreign keys of the register as it found them', async () => {
  const { rows } = await house.ground.database.owner.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM pg_constraint WHERE contype = 'f' AND convalidated AND conrelid::regclass::text LIKE 'register%'`,
  );
  expect(rows[0]?.n).toBe(3);
});

import { expect, it } from 'vitest';
import { testDatabase } from '../../test/support/test-database.ts';
import { buildDivisionHistory } from './build-history.ts';
import { countDivisions, loadDivisions, storeDivisions } from './store-divisions.ts';

const { database } = await testDatabase();
const nobody = { actor: 'test', area: null, purpose: null };

it('gives back from the database the tree that policy declares', async () => {
  const declared = buildDivisionHistory();
  const stored = await database.transaction(nobody, loadDivisions);
  const key = (item: { code: string }) => item.code;
  const sorted = <T extends { code: string }>(items: readonly T[]) =>
    items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  expect(sorted(stored.history.divisions)).toEqual(sorted(declared.divisions));
  expect(sorted(stored.history.successions)).toEqual(sorted(declared.successions));
});

it('stores the same divisions twice without doubling them', async () => {
  const before = await database.transaction(nobody, countDivisions);
  await database.transaction(nobody, (tx) => storeDivisions(tx, buildDivisionHistory()));
  expect(await database.transaction(nobody, countDivisions)).toBe(before);
});

import { expect, it } from 'vitest';
import { testHouse } from '../../../test/support/test-house.ts';
import { areaCode } from '../../language/index.ts';
import { type Actor, publicActor } from '../../platform/index.ts';
import type { IdentityTables } from '../tables.ts';
import { writeAccount } from '../write-account.ts';

const house = await testHouse();
const anybody = publicActor(areaCode('5107'));
const name = 'li-wen';
const officer: Actor = {
  ...anybody,
  name,
  role: 'caseworker',
  purpose: 'casework',
  area: areaCode('510703'),
};

await house.asOperator((context) =>
  writeAccount(context, {
    name,
    display: { zh: '李文', en: 'Li Wen' },
    password: 'Rather-Long-Password-9',
    role: 'caseworker',
    area: areaCode('510703'),
    demo: false,
  }),
);

async function run(operation: string, input: object, actor: Actor = anybody) {
  const found = house.registry.get(operation);
  if (!found) throw new Error(operation);
  return (await house.execute(found, input, { actor })) as Record<string, unknown>;
}
const ownCode = async () => String((await run('identity/read-own-card', {}, officer))['code']);
const notFound = { details: { code: 'not_found' } };

it('a card says who somebody is, for which area, and a code by which anybody checks it', async () => {
  const card = await run('identity/read-own-card', {}, officer);
  expect(card).toMatchObject({
    name,
    display: { zh: '李文' },
    role: { zh: '办件员' },
    area: { code: '510703000000', name: '涪城区' },
    code: expect.stringMatching(/^[2-9A-HJ-NP-Z]{8}$/),
  });
});

it('is verified by anybody with the code, however it is typed, and tells nothing beyond the card', async () => {
  const code = await ownCode();
  const typed = `${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase();
  const seen = await run('identity/verify-officer', { account: name, code: typed });
  expect(seen).toMatchObject({ display: { zh: '李文' }, area: { name: '涪城区' }, validToday: true });
  expect(Object.keys(seen).sort()).toEqual(['area', 'checkedOn', 'display', 'role', 'validToday']);
});

it('a wrong code and an account that never was look alike', async () => {
  const code = await ownCode();
  const wrong = await run('identity/verify-officer', { account: name, code: 'AAAAAAAA' }).catch((one) => one);
  const nobody = await run('identity/verify-officer', { account: 'nobody', code }).catch((one) => one);
  expect(wrong).toMatchObject(notFound);
  expect(nobody).toEqual(wrong);
});

it('nobody who is not signed in has a card', async () => {
  await expect(run('identity/read-own-card', {})).rejects.toMatchObject({
    details: { code: 'unauthenticated' },
  });
});

it('of an account that was closed is no longer valid', async () => {
  const code = await ownCode();
  await house.asOperator(({ tx }) =>
    tx
      .withTables<IdentityTables>()
      .updateTable('identity_accounts')
      .set({ disabled_at: new Date() })
      .where('name', '=', name)
      .execute(),
  );
  await expect(run('identity/verify-officer', { account: name, code })).rejects.toMatchObject(notFound);
});

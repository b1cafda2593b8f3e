import { beforeAll, describe, expect, it } from 'vitest';
import {
  benefitsDesk,
  desk,
  inBenefitsRole,
  neighbourVillage,
  village,
} from '../../../test/support/benefits-desk.ts';
import { type Answer, refused } from '../../../test/support/case-desk.ts';
import { type RoleName, roles } from '../../identity/index.ts';

const { house, run, rows, enrol } = await benefitsDesk();
const find = async (query: string, actor = desk.officer) =>
  (await run('benefits/find-people', { query }, actor))['people'] as Answer[];

let one: Awaited<ReturnType<typeof enrol>>;
beforeAll(async () => {
  one = await enrol({ name: '司徒望舒' });
  await enrol({ name: '司徒望舒', registeredVillage: neighbourVillage, residentVillage: neighbourVillage });
  const contact = { personId: one.personId, date: '2020-01-01', phone: '13812341499', address: '临江路88号' };
  await run('register/change-contact', contact, house.operator);
});

describe('people are found by officers of benefits', () => {
  it('by name, sound or whole number, with no more than tells who is meant', async () => {
    const found = {
      personId: one.personId,
      name: '司徒望舒',
      birthYear: 1952,
      idNumber: expect.stringMatching(/^510790\*+[\dX]$/),
      village: { code: village, name: expect.any(String) },
    };
    for (const query of ['司徒望舒', 'situwangshu', one.idNumber]) expect(await find(query)).toEqual([found]);
  });

  it('in their own area alone', async () => {
    const [neighbour] = await find('司徒望舒', desk.neighbour);
    expect(neighbour?.['personId']).not.toBe(one.personId);
    expect(await find(one.idNumber, desk.neighbour)).toEqual([]);
    expect(await find('司徒望舒', desk.cityHead)).toHaveLength(2);
  });

  it('not by phone or address', async () => {
    for (const query of ['13812341499', '临江路88号', '司徒望舒 临江路88号'])
      expect(await find(query)).toEqual([]);
  });

  it('and children only by those who may see their files', async () => {
    const birth = { motherId: one.personId, name: '司徒小小', sex: 'male', birthDate: '2024-06-01' };
    await run('register/record-birth', { ...birth, birthDateIs: 'known' }, house.operator);
    expect(await find('司徒小小')).toHaveLength(1);
    expect(await find('司徒小小', desk.accountant)).toEqual([]);
  });

  it('and each search is logged', async () => {
    const count = async () =>
      (
        await rows(
          `SELECT 1 FROM platform_audit WHERE operation = 'benefits/find-people' AND purpose = 'benefits'`,
        )
      ).length;
    const before = await count();
    await find('司徒望舒');
    expect(await count()).toBe(before + 1);
  });

  const others = (Object.keys(roles) as RoleName[]).filter(
    (role) => !roles[role].permissions.some((held) => (held as string) === 'benefits:read'),
  );
  it.each(others)('and by nobody in the role %s', async (role) => {
    const actor = inBenefitsRole(role, '510703');
    for (const [name, input] of [
      ['benefits/find-people', { query: '司徒望舒' }],
      ['benefits/list-fact-kinds', {}],
    ] as const)
      await expect(run(name, input, actor)).rejects.toMatchObject(refused('forbidden'));
  });
});

describe('what can be attested', () => {
  it('is told kind by kind, with what each asks: what it needs can be attested, and nothing else', async () => {
    const { kinds } = (await run('benefits/list-fact-kinds', {})) as {
      kinds: { kind: string; items: { key: string; required: boolean }[] }[];
    };
    const sample = { sex: 'female', grade: 1 } as Readonly<Record<string, unknown>>;
    for (const { kind, items } of kinds) {
      const needed = items
        .filter(({ required }) => required)
        .map(({ key }) => [key, sample[key] ?? '2013-01-01']);
      const fact = { personId: one.personId, kind, day: '2012-01-01', document: '证明' };
      await run('benefits/attest-fact', { ...fact, ...Object.fromEntries(needed) });
      for (const [key] of needed) {
        const less = Object.fromEntries(needed.filter(([other]) => other !== key));
        const attest = run('benefits/attest-fact', { ...fact, ...less });
        await expect(attest).rejects.toMatchObject(refused('invalid_input', String(key)));
      }
      for (const key of ['sex', 'grade'].filter((other) => !items.some((item) => item.key === other))) {
        const more = { ...fact, ...Object.fromEntries(needed), [key]: sample[key] };
        const attest = run('benefits/attest-fact', more);
        await expect(attest).rejects.toMatchObject(refused('invalid_input', key));
      }
    }
  });
});

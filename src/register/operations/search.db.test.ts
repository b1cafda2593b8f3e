import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Answer,
  besideFucheng,
  fucheng,
  newIdNumber,
  refused,
  registerDesk,
  staff,
  youxian,
} from '../../../test/support/register-desk.ts';

const { clerk, cityClerk, run, enrol, correct } = await registerDesk();
const number = newIdNumber();
const people: Record<string, string> = {};

interface Hit {
  readonly name: string;
  readonly reason: string;
}
const search = async (query: string, input: object = {}, actor = clerk): Promise<readonly Hit[]> => {
  const { rows } = await run('register/search-persons', { query, ...input }, actor);
  return (rows as readonly Hit[]).map(({ name, reason }) => ({ name, reason }));
};

beforeAll(async () => {
  const add = async (name: string, changes: object = {}) => {
    people[name] = await enrol({ name, ...changes });
  };
  await add('张伟', { idNumber: number });
  await add('章玮', { residentVillage: besideFucheng, registeredVillage: besideFucheng });
  await add('张伟强');
  await add('张峯');
  await add('张峰');
  await add('䶮秀·英');
  await add('𠮷野');
  await add('吕布');
  await add('欧阳娜');
  await add('曾国藩');
  await add('李行');
  await add('王栋');
  await add('王武', { registeredVillage: fucheng, residentVillage: youxian });
  const contact = {
    personId: people['张伟'],
    date: '2020-01-01',
    phone: '138 1234 1402',
    address: '滨江路12号3栋',
  };
  await run('register/change-contact', contact);
});

describe('people are found', () => {
  it.each([
    [
      'by their name, those who sound alike after them',
      '张伟',
      [
        ['张伟', 'name'],
        ['章玮', 'homophone'],
        ['张伟强', 'namePrefix'],
      ],
    ],
    [
      'by pinyin',
      'zhangwei',
      [
        ['张伟', 'pinyin'],
        ['章玮', 'pinyin'],
      ],
    ],
    [
      'by pinyin in words',
      'Zhang Wei',
      [
        ['张伟', 'pinyin'],
        ['章玮', 'pinyin'],
      ],
    ],
    ['by initials', 'zgf', [['曾国藩', 'initials']]],
    ['by the sound that a surname has', 'zengguofan', [['曾国藩', 'pinyin']]],
    ['by ü in any spelling', 'lü bu', [['吕布', 'pinyin']]],
    [
      'by variant characters',
      '张峰',
      [
        ['张峰', 'name'],
        ['张峯', 'variant'],
      ],
    ],
    ['by rare characters', '䶮秀英', [['䶮秀·英', 'homophone']]],
    ['by rare characters beyond the basic plane', '𠮷野', [['𠮷野', 'name']]],
    ['with any middle dot', '䶮秀•英', [['䶮秀·英', 'variant']]],
    ['by another reading of a character', 'lihang', [['李行', 'otherReading']]],
    ['by a name that ends like an address', '王栋', [['王栋', 'name']]],
    ['by a part of an address that could be a name', '滨江路', [['张伟', 'address']]],
    ['by a surname of two characters', 'oyn', [['欧阳娜', 'initials']]],
    ['by the whole phone', '138-1234-1402', [['张伟', 'phone']]],
    ['by parts of an address', '滨江路12号', [['张伟', 'address']]],
    ['by name and address together', '张伟 滨江路', [['张伟', 'name']]],
    ['by a name beginning', '曾国', [['曾国藩', 'namePrefix']]],
  ])('%s: %s', async (_, query, expected) => {
    expect(await search(query)).toEqual(expected.map(([name, reason]) => ({ name, reason })));
  });

  it('by the whole identity number, however typed, shown masked', async () => {
    const { rows } = await run('register/search-persons', {
      query: ` ${number.slice(0, 6)} ${number.slice(6)} `,
    });
    expect(rows).toMatchObject([
      { name: '张伟', reason: 'idNumber', idNumber: `510790***********${number.slice(-1)}` },
    ]);
    expect(JSON.stringify(rows)).not.toContain(number);
  });

  it('in one area, and never beyond the own one', async () => {
    expect(await search('zhangwei', { area: besideFucheng })).toEqual([{ name: '章玮', reason: 'pinyin' }]);
    expect(await search('张伟', {}, staff('far', '510722', ['register:read']))).toEqual([]);
    expect(await search(number, {}, staff('far', '510722', ['register:read']))).toEqual([]);
    await expect(run('register/search-persons', { query: '张伟', area: '510722' })).rejects.toMatchObject(
      refused('forbidden'),
    );
    expect(await search('王武', {}, staff('near', '510704', ['register:read']))).toEqual([
      { name: '王武', reason: 'name' },
    ]);
  });

  it('under their new name at once, and no longer under the old one', async () => {
    const personId = await enrol({ name: '赵旧名' });
    await run('register/change-name', { personId, name: '赵新名', date: '2020-01-01' });
    expect(await search('赵新名')).toHaveLength(1);
    expect(await search('赵旧名')).toEqual([]);
    await correct({ personId, form: 'name-change', answers: { name: '赵好名' } });
    expect(await search('zhaohaoming')).toEqual([{ name: '赵好名', reason: 'pinyin' }]);
  });

  it.each(['%', `' OR 1=1 --`, '😀', '查无此人', '1', '12345678901'])('nowhere for %j', async (query) => {
    expect(await search(query)).toEqual([]);
  });

  it('at most as many as asked for, saying that there are more', async () => {
    const { rows, more } = await run('register/search-persons', { query: 'zhangwei', most: 1 });
    expect([(rows as unknown[]).length, more]).toEqual([1, true]);
  });
});

describe('before somebody new is recorded', () => {
  const born = '1990-02-01';
  const ask = async (input: object, actor = clerk) =>
    (await run('register/find-duplicates', { sex: 'female', birthDate: born, ...input }, actor))[
      'rows'
    ] as Answer[];

  it.each([
    ['the same name and birth', { name: '张伟' }, 'sameNameAndBirth'],
    ['the same sound and birth', { name: '章伟' }, 'likeNameAndBirth'],
    ['one character different', { name: '张伟国' }, 'likeNameAndBirth'],
    ['day and month exchanged', { name: '张伟', birthDate: '1990-01-02' }, 'sameNameLikeBirth'],
    ['the same number', { name: '别人', birthDate: '1970-01-01', idNumber: number }, 'sameNumber'],
  ])('%s is shown: %j', async (_, input, likeness) => {
    const rows = await ask(input);
    expect(rows.map((one) => one['likeness'])).toContain(likeness);
    const weights = rows.map((one) => Number(one['weight']));
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  });

  it.each([
    ['another day', { name: '张伟', birthDate: '1994-07-19' }],
    ['the other sex', { name: '张伟', sex: 'male' }],
    ['another name', { name: '钱多多' }],
  ])('%s is not', async (_, input) => {
    expect(await ask(input)).toEqual([]);
  });

  it('a child of the same mother and day is shown whatever its name', async () => {
    const motherId = await enrol({ name: '母亲甲', birthDate: '1985-05-05' });
    const child = { name: '老大', sex: 'female', birthDate: '2020-03-03' };
    await run('register/record-birth', { motherId, ...child });
    expect(await ask({ ...child, name: '小名', motherId })).toMatchObject([
      { likeness: 'sameMotherAndBirth' },
    ]);
  });

  it('of somebody outside the area only the county is told', async () => {
    const far = staff('far', '510722', ['register:write']);
    const rows = await ask({ name: '张伟' }, far);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      expect(row).toMatchObject({ personId: null, name: null, birthDate: null, area: '涪城区' });
    expect(await ask({ name: '张伟' }, cityClerk)).toContainEqual(expect.objectContaining({ name: '张伟' }));
  });
});

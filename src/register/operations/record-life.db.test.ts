import { describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/support/test-house.ts';
import { areaCode } from '../../language/index.ts';
import type { Actor } from '../../platform/index.ts';
import { checkDigit } from '../id-number.ts';

const house = await testHouse();
const fucheng = '510703001003';
const youxian = '510704001001';
const besideFucheng = '510703001008';

const registrar = (area: string): Actor => ({
  accountId: `registrar-${area}`,
  name: `registrar-${area}`,
  role: 'registrar',
  area: areaCode(area),
  purpose: 'registration',
  permissions: new Set(['register:read', 'register:read-children', 'register:write']),
});
const clerk = registrar('510703');

const run = async (name: string, input: object, actor: Actor = clerk, idempotencyKey?: string) => {
  const operation = house.registry.get(name);
  if (!operation) throw new Error(name);
  return (await house.execute(operation, input, {
    actor,
    ...(idempotencyKey ? { idempotencyKey } : {}),
  })) as Record<string, unknown>;
};
const woman = {
  name: '䶮秀·英',
  sex: 'female',
  birthDate: '1990-02-01',
  date: '2015-01-05',
  registeredVillage: fucheng,
  residentVillage: fucheng,
};
const enrol = async (changes: object = {}) =>
  String((await run('register/enrol-person', { ...woman, ...changes }))['personId']);
const idNumber = (seventeen: string) => seventeen + checkDigit(seventeen);
const refused = (code: string, field?: string) => ({ details: field ? { code, field } : { code } });

describe('a birth', () => {
  it('is registered and lives where the mother does, in her household, with nothing asked about marriage or order', async () => {
    const mother = await enrol();
    const receipt = await run('register/record-birth', {
      motherId: mother,
      name: '小雨',
      sex: 'female',
      birthDate: '2020-06-01',
    });
    const child = await run('register/read-person', { personId: receipt['personId'] });
    expect(child).toMatchObject({
      name: '小雨',
      registeredVillage: fucheng,
      residentVillage: fucheng,
      events: [{ kind: 'birth', date: '2020-06-01' }],
    });
  });

  it.each([['of a mother who has died', '2019-01-01', '2020-06-01']])(
    '%s is refused',
    async (_, death, birthDate) => {
      const mother = await enrol();
      await run('register/record-death', { personId: mother, date: death });
      await expect(
        run('register/record-birth', { motherId: mother, name: '小', sex: 'male', birthDate }),
      ).rejects.toMatchObject(refused('conflict'));
    },
  );

  it('of a mother who has left the city altogether is refused', async () => {
    const mother = await enrol();
    await run('register/record-departure', { personId: mother, date: '2018-01-01' });
    await run('register/transfer-hukou-out', { personId: mother, date: '2018-01-01' });
    const child = { motherId: mother, name: '小', sex: 'male', birthDate: '2020-06-01' };
    await expect(run('register/record-birth', child)).rejects.toMatchObject(refused('conflict'));
  });

  it('in the future is refused', async () => {
    const mother = await enrol();
    await expect(
      run('register/record-birth', {
        motherId: mother,
        name: '小',
        sex: 'male',
        birthDate: '2190-01-01',
      }),
    ).rejects.toMatchObject(refused('conflict'));
  });
});

describe('an identity number', () => {
  it('belongs to one person in the whole city', async () => {
    const number = idNumber('51079019900201002');
    await enrol({ idNumber: number });
    await expect(enrol({ idNumber: number, name: '另一人' })).rejects.toMatchObject(
      refused('conflict', 'idNumber'),
    );
  });

  it.each([
    ['sex', idNumber('51079019900201001')],
    ['birthDate', idNumber('51079019910201002')],
  ])('that contradicts the %s is refused', async (field, number) => {
    await expect(enrol({ idNumber: number })).rejects.toMatchObject(refused('invalid_input', field));
  });

  it('is shown masked', async () => {
    const number = idNumber('51079019900201004');
    const person = await run('register/read-person', { personId: await enrol({ idNumber: number }) });
    expect(person['idNumber']).toBe(`510790***********${number.slice(-1)}`);
  });
});

describe('a move', () => {
  it('out of the clerk’s county takes the record along: the old county sees it by registration only', async () => {
    const personId = await enrol();
    await run('register/record-move', { personId, date: '2016-01-01', to: youxian }, registrar('5107'));
    expect(await run('register/read-person', { personId }, registrar('510704'))).toMatchObject({
      residentVillage: youxian,
      registeredVillage: fucheng,
    });
    await run('register/transfer-hukou', { personId, date: '2017-01-01', to: youxian }, registrar('510704'));
    await expect(run('register/read-person', { personId })).rejects.toMatchObject(refused('not_found'));
    expect(await run('register/read-person', { personId }, registrar('510704'))).toMatchObject({
      registeredVillage: youxian,
    });
  });

  it.each([
    ['to where the person is', fucheng, '2016-01-01', 'conflict'],
    ['to a township', '510703001000', '2016-01-01', 'invalid_input'],
    ['to another city', '510802001001', '2016-01-01', 'invalid_input'],
    ['before the person was in the register', besideFucheng, '2014-01-01', 'conflict'],
    ['on a day that does not exist', youxian, '2016-02-30', 'invalid_input'],
  ])('%s is refused', async (_, to, date, code) => {
    await expect(run('register/record-move', { personId: await enrol(), date, to })).rejects.toMatchObject(
      refused(code),
    );
  });
});

describe('the half-year rule', () => {
  const moves = async (first: object, second: object) => {
    const personId = await enrol();
    await run('register/record-move', { personId, to: besideFucheng, ...first });
    return run('register/record-departure', { personId, ...second });
  };

  it.each([
    ['a stay of less than half a year', '2018-01-01', '2018-07-02'],
    ['a stay of less than half a year, found out late', '2018-07-02', '2018-01-01'],
  ])('%s is no residence', async (_, first, second) => {
    await expect(moves({ date: first }, { date: second })).rejects.toMatchObject(
      refused('conflict', 'reason'),
    );
  });

  it.each([
    ['of half a year', { date: '2018-01-01' }, { date: '2018-07-03' }],
    [
      'that was meant to be longer, for a reason',
      { date: '2018-01-01' },
      { date: '2018-03-01', reason: '返乡照护父母' },
    ],
  ])('a stay %s is one', async (_, first, second) => {
    expect(await moves(first, second)).toHaveProperty('eventId');
  });

  it('residents are counted by it on any day', async () => {
    const count = async (day: string) => {
      const asked = { area: '510703001000', level: 'village', population: 'resident', from: day, to: day };
      const { rows } = await run('register/check-balance', asked);
      const of = (rows as { area: string; end: number }[]).find((one) => one.area === besideFucheng);
      return of?.end ?? 0;
    };
    const days = ['2017-12-31', '2018-01-01', '2018-12-31', '2019-01-01'];
    const counts = async () => {
      const found: number[] = [];
      for (const day of days) found.push(await count(day));
      return found;
    };
    const before = await counts();
    await moves({ date: '2018-01-01' }, { date: '2019-01-01' });
    const after = await counts();
    expect(after.map((number, index) => number - (before[index] ?? 0))).toEqual([0, 1, 1, 0]);
  });
});

describe('a death', () => {
  it('ends both populations, and nothing follows', async () => {
    const personId = await enrol();
    await run('register/record-death', { personId, date: '2018-03-04' });
    expect(await run('register/read-person', { personId })).toMatchObject({
      deathDate: '2018-03-04',
      registeredVillage: null,
      residentVillage: null,
    });
    await expect(
      run('register/record-move', { personId, date: '2019-01-01', to: besideFucheng }),
    ).rejects.toMatchObject(refused('conflict'));
  });
});

describe('a marriage', () => {
  const man = { name: '王强', sex: 'male', birthDate: '1988-03-01' };
  it('is recorded for both, and changes nobody’s place', async () => {
    const [wife, husband] = [await enrol(), await enrol(man)];
    await run('register/record-marriage', { personId: wife, spouseId: husband, date: '2016-05-20' });
    expect(await run('register/read-person', { personId: wife })).toMatchObject({
      spouseId: husband,
      residentVillage: fucheng,
    });
    expect(await run('register/read-person', { personId: husband })).toMatchObject({ spouseId: wife });
  });

  it.each([
    ['below the age of marriage', { ...man, birthDate: '1994-05-21' }, '2016-05-20'],
    ['of the same sex', { ...man, sex: 'female' }, '2016-05-20'],
    ['in the future', man, '2190-01-01'],
  ])('%s is refused', async (_, other, date) => {
    const [personId, spouseId] = [await enrol(), await enrol(other)];
    await expect(run('register/record-marriage', { personId, spouseId, date })).rejects.toMatchObject(
      refused('conflict'),
    );
  });

  it('of brother and sister, or of parent and child, is refused', async () => {
    const mother = await enrol({ birthDate: '1970-01-01', date: '2000-06-01' });
    const child = { motherId: mother, idNumber: null };
    const [one, two] = [
      await run('register/record-birth', { ...child, name: '兄', sex: 'male', birthDate: '2001-01-01' }),
      await run('register/record-birth', { ...child, name: '妹', sex: 'female', birthDate: '2002-01-01' }),
    ];
    for (const spouseId of [two['personId'], mother])
      await expect(
        run('register/record-marriage', { personId: one['personId'], spouseId, date: '2024-05-20' }),
      ).rejects.toMatchObject(refused('conflict'));
  });

  it('of somebody married is refused, of a widow is not', async () => {
    const [wife, first, second] = [await enrol(), await enrol(man), await enrol(man)];
    await run('register/record-marriage', { personId: wife, spouseId: first, date: '2016-05-20' });
    const again = { personId: wife, spouseId: second, date: '2020-05-20' };
    await expect(run('register/record-marriage', again)).rejects.toMatchObject(refused('conflict'));
    await run('register/record-death', { personId: first, date: '2019-01-01' });
    await run('register/record-marriage', again);
    expect(await run('register/read-person', { personId: wife })).toMatchObject({ spouseId: second });
  });
});

describe('an enrolment', () => {
  it('of somebody with no place in the clerk’s area is refused', async () => {
    await expect(enrol({ registeredVillage: youxian, residentVillage: youxian })).rejects.toMatchObject(
      refused('forbidden'),
    );
  });

  it('of somebody with no place at all is refused', async () => {
    await expect(enrol({ registeredVillage: null, residentVillage: null })).rejects.toMatchObject(
      refused('invalid_input'),
    );
  });
});

describe('a boundary change', () => {
  it('moves what permissions read and keeps what was recorded', async () => {
    const there = { ...woman, registeredVillage: youxian, residentVillage: youxian };
    const { personId } = await run('register/enrol-person', there, registrar('510704'));
    const change = {
      effectiveOn: '2024-01-01',
      predecessors: [youxian],
      successor: { code: '510704001999', nameZh: '新村' },
      source: '测试文件',
    };
    await expect(run('register/apply-boundary-change', change)).rejects.toMatchObject(refused('forbidden'));
    const account = {
      name: 'village-clerk',
      displayName: '村登记员',
      password: 'three words here',
      role: 'registrar',
      area: youxian,
    };
    await run('identity/create-account', account, house.operator);
    await run('register/apply-boundary-change', change, house.operator);
    expect(await run('identity/sign-in', account)).toMatchObject({ account: { area: '510704001999' } });
    expect(await run('register/read-person', { personId }, registrar('510704001999'))).toMatchObject({
      registeredVillage: '510704001999',
    });
    expect(await run('register/check-register', {}, house.operator)).toMatchObject({ violations: [] });
  });
});

describe('the register', () => {
  it('is sound after all of this', async () => {
    expect(await run('register/check-register', {}, house.operator)).toMatchObject({ violations: [] });
  });
});

describe('who may do it', () => {
  const operations = [
    'register/enrol-person',
    'register/record-birth',
    'register/record-death',
    'register/record-move',
    'register/transfer-hukou',
    'register/record-marriage',
    'register/read-person',
    'register/apply-boundary-change',
    'register/check-register',
  ];
  it.each(operations)(
    '%s is refused to the public and to other roles, and the refusal is audited',
    async (name) => {
      const nobody: Actor = { ...clerk, role: 'public', permissions: new Set() };
      const statistician: Actor = {
        ...clerk,
        role: 'statistician',
        permissions: new Set(['statistics:read']),
      };
      const input = {
        ...woman,
        personId: crypto.randomUUID(),
        motherId: crypto.randomUUID(),
        spouseId: crypto.randomUUID(),
        to: youxian,
        effectiveOn: '2024-01-01',
        predecessors: [fucheng],
        successor: { code: youxian, nameZh: 'x' },
        source: 'x',
      };
      await expect(run(name, input, nobody)).rejects.toMatchObject(refused('unauthenticated'));
      await expect(run(name, input, statistician)).rejects.toMatchObject(refused('forbidden'));
      const { rows } = await house.ground.database.owner.query(
        `SELECT 1 FROM platform_audit WHERE operation = $1 AND outcome = 'refused'`,
        [name],
      );
      expect(rows.length).toBeGreaterThan(0);
    },
  );

  it.each([
    'register/record-death',
    'register/record-move',
    'register/transfer-hukou',
    'register/read-person',
  ])('%s of somebody outside the area looks like somebody who does not exist', async (name) => {
    const personId = await enrol();
    const input = { personId, date: '2020-01-01', to: youxian };
    await expect(run(name, input, registrar('510722'))).rejects.toMatchObject(refused('not_found'));
    await expect(
      run(name, { ...input, personId: crypto.randomUUID() }, registrar('510722')),
    ).rejects.toMatchObject(refused('not_found'));
  });

  it('every act leaves one audit entry with the person as its subject', async () => {
    const personId = await enrol();
    const { rows } = await house.ground.database.owner.query<{ operation: string; actor: string }>(
      'SELECT operation, actor FROM platform_audit WHERE subject_id = $1',
      [personId],
    );
    expect(rows).toEqual([{ operation: 'register/enrol-person', actor: clerk.name }]);
  });
});

describe('an act sent twice with the same key', () => {
  it('acts once and gives the same receipt, also when both come at the same time', async () => {
    const key = crypto.randomUUID();
    const receipts = await Promise.all(
      Array.from({ length: 8 }, () => run('register/enrol-person', woman, clerk, key)),
    );
    expect(new Set(receipts.map((one) => one['personId'])).size).toBe(1);
    expect(await run('register/enrol-person', woman, clerk, key)).toEqual(receipts[0]);
  });

  it('is refused when the request is another', async () => {
    const key = crypto.randomUUID();
    await run('register/enrol-person', woman, clerk, key);
    await expect(run('register/enrol-person', { ...woman, name: '别人' }, clerk, key)).rejects.toMatchObject(
      refused('idempotency_key_reused'),
    );
  });

  it('may be sent again when it was refused', async () => {
    const key = crypto.randomUUID();
    await expect(
      run('register/enrol-person', { ...woman, date: '1980-01-01' }, clerk, key),
    ).rejects.toMatchObject(refused('invalid_input'));
    expect(await run('register/enrol-person', woman, clerk, key)).toHaveProperty('personId');
  });
});

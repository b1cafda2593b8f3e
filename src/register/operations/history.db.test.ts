import { describe, expect, it } from 'vitest';
import {
  type Answer,
  besideFucheng,
  fucheng,
  newIdNumber,
  recordOf,
  refused,
  registerDesk,
  staff,
  youxian,
} from '../../../test/support/register-desk.ts';
import type { Actor } from '../../platform/index.ts';

const {
  house,
  clerk,
  reviewer,
  cityClerk,
  cityReviewer,
  woman,
  run,
  read,
  enrol,
  askForCorrection,
  decide,
  correct,
  withdraw,
} = await registerDesk();
const other = besideFucheng;

describe('every field of an enrolment', () => {
  const born = '1990-02-01';
  it.each([
    ['name', { name: '秀莹' }, { name: '秀莹' }, { name: '秀英' }],
    ['sex', { sex: 'male' }, { sex: 'male' }, { sex: 'female' }],
    ['birthDate', { birthDate: '1990-02-11' }, { birthDate: '1990-02-11' }, { birthDate: born }],
    [
      'date',
      { date: '2016-03-01' },
      { events: [{ date: '2016-03-01' }] },
      { events: [{ date: '2015-01-05' }] },
    ],
    [
      'registeredVillage',
      { registeredVillage: other },
      { registeredVillage: other },
      { registeredVillage: fucheng },
    ],
    ['residentVillage', { residentVillage: null }, { residentVillage: null }, { residentVillage: fucheng }],
    ['hukouKind', { hukouKind: 'rural' }, { hukouKind: 'rural' }, { hukouKind: null }],
  ])(
    '%s: stays until approved, is corrected, can be refused, and be corrected again',
    async (_, answers, after, before) => {
      const personId = await enrol();
      const asking = { personId, form: 'enrolment', answers };
      await decide(await askForCorrection(asking), false);
      expect(await read(personId)).toMatchObject(before);
      const request = await askForCorrection(asking);
      expect(await read(personId)).toMatchObject(before);
      const known = new Date().toISOString();
      await decide(request, true);
      expect(await read(personId)).toMatchObject(after);
      expect(await read(personId, { knownAt: known })).toMatchObject(before);
      const back = Object.fromEntries(
        Object.keys(answers).map((key) => [key, { ...woman, hukouKind: null }[key as 'name']]),
      );
      await correct({ personId, form: 'enrolment', answers: back });
      expect(await read(personId)).toMatchObject(before);
      expect((await read(personId))['replaced']).toHaveLength(2);
    },
  );

  it('idNumber: the new number is claimed, the old one is free', async () => {
    const [wrong, right] = [newIdNumber(), newIdNumber()];
    const personId = await enrol({ idNumber: wrong });
    await correct({ personId, form: 'enrolment', answers: { idNumber: right } });
    await expect(enrol({ idNumber: right })).rejects.toMatchObject(refused('conflict'));
    expect(await enrol({ idNumber: wrong })).toBeTruthy();
    const { replaced } = await read(personId);
    expect(JSON.stringify(replaced)).not.toContain(wrong);
  });
});

describe('a person', () => {
  it('is found by the whole number as people type it, in the own area alone', async () => {
    const number = newIdNumber();
    const personId = await enrol({ idNumber: number });
    const typed = ` ${number.slice(0, 6)} ${number.slice(6).toLowerCase()}`;
    expect(await run('register/read-person', { idNumber: typed })).toMatchObject({ personId });
    const far = staff('far', '510722', ['register:read']);
    for (const input of [{ idNumber: number }, { idNumber: '510790' }])
      await expect(run('register/read-person', input, far)).rejects.toMatchObject(refused('not_found'));
    await expect(run('register/read-person', {})).rejects.toMatchObject(refused('invalid_input'));
    const { rows } = await house.ground.database.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM platform_audit WHERE operation = 'register/read-person' AND subject_id = $1`,
      [personId],
    );
    expect(rows[0]?.n).toBe(1);
  });
});

describe('a correction', () => {
  it('of a marriage to somebody else frees the first and marries the second', async () => {
    const man = { name: '强', sex: 'male', birthDate: '1988-01-01' };
    const [wife, wrong, right] = [await enrol(), await enrol(man), await enrol(man)];
    await run('register/record-marriage', { personId: wife, spouseId: wrong, date: '2019-01-01' });
    await correct({ personId: wife, form: 'marriage', answers: { spouseId: right } });
    expect(await read(wife)).toMatchObject({ spouseId: right });
    expect(await read(right)).toMatchObject({ spouseId: wife });
    expect(await read(wrong)).toMatchObject({ spouseId: null });
  });

  it('of an earlier move tells the later ones where the person now was', async () => {
    const personId = await enrol();
    await run('register/record-move', { personId, date: '2018-01-01', to: other });
    await run('register/record-departure', { personId, date: '2020-01-01' });
    await correct({ personId, form: 'move', answers: { to: youxian } });
    expect(await read(personId)).toMatchObject({
      events: [{}, { residentTo: youxian }, { residentFrom: youxian, residentTo: null }],
    });
    expect(await read(personId, { asOf: '2019-01-01' })).toMatchObject({ residentVillage: youxian });
  });

  it('that later records contradict is refused at once, naming the day', async () => {
    const personId = await enrol();
    await run('register/record-move', { personId, date: '2018-01-01', to: other });
    await run('register/record-death', { personId, date: '2020-01-01' });
    await expect(
      askForCorrection({ personId, form: 'death', answers: { date: '2017-01-01' } }),
    ).rejects.toMatchObject({
      details: { code: 'conflict', remedy: { en: expect.stringContaining('2018-01-01') } },
    });
  });

  it('of what was corrected in the meantime is refused', async () => {
    const personId = await enrol();
    const [one, two] = [
      await askForCorrection({ personId, form: 'enrolment', answers: { name: '甲' } }),
      await askForCorrection({ personId, form: 'enrolment', answers: { name: '乙' } }),
    ];
    await decide(one, true);
    await expect(decide(two, true)).rejects.toMatchObject(refused('conflict'));
    expect(await read(personId)).toMatchObject({ name: '甲' });
  });

  it('is decided once, with a reason when refused, and never by who asked for it', async () => {
    const personId = await enrol();
    const both = staff('both', '510703', [
      'register:read',
      'register:read-children',
      'register:write',
      'register:approve',
    ]);
    const request = await askForCorrection({ personId, form: 'enrolment', answers: { name: '甲' } }, both);
    await expect(decide(request, true, both)).rejects.toMatchObject(refused('forbidden'));
    await expect(
      run('register/decide-request', { ...request, approve: false }, reviewer),
    ).rejects.toMatchObject(refused('invalid_input'));
    await decide(request, true);
    await expect(decide(request, true)).rejects.toMatchObject(refused('conflict'));
    await expect(decide(request, true, clerk)).rejects.toMatchObject(refused('forbidden'));
  });

  it('is listed in its area alone', async () => {
    const personId = await enrol();
    const request = await askForCorrection({ personId, form: 'enrolment', answers: { name: '甲' } });
    const listed = async (actor: Actor) => {
      const { rows } = await run('register/list-requests', { personId }, actor);
      return (rows as readonly Answer[]).map((one) => [one['requestId'], one['mayDecide']]);
    };
    expect(await listed(reviewer)).toEqual([[request['requestId'], true]]);
    expect(await listed(clerk)).toEqual([[request['requestId'], false]]);
    expect(
      await listed(staff('far', '510722', ['register:read', 'register:read-children', 'register:approve'])),
    ).toEqual([]);
    await expect(
      decide(
        request,
        true,
        staff('far', '510722', ['register:read', 'register:read-children', 'register:approve']),
      ),
    ).rejects.toMatchObject(refused('not_found'));
  });

  it('of a birth changes the child and keeps who it is', async () => {
    const [wrong, right] = [await enrol(), await enrol({ residentVillage: youxian })];
    const { personId } = await run('register/record-birth', {
      motherId: wrong,
      name: '小雨',
      sex: 'female',
      birthDate: '2020-06-01',
    });
    const child = String(personId);
    await correct({ personId: child, form: 'birth', answers: { motherId: right, birthDate: '2020-06-02' } });
    expect(await read(child)).toMatchObject({
      personId: child,
      motherId: right,
      residentVillage: youxian,
      birthDate: '2020-06-02',
      events: [{ kind: 'birth', date: '2020-06-02' }],
    });
  });

  it('of a newborn death corrects both its records', async () => {
    const mother = await enrol();
    const { personId } = await run('register/record-newborn-death', {
      motherId: mother,
      sex: 'male',
      birthDate: '2020-06-01',
      deathDate: '2020-06-01',
    });
    const child = String(personId);
    expect(await read(child)).toMatchObject({ name: '未取名', deathDate: '2020-06-01' });
    await correct({
      personId: child,
      form: 'newborn-death',
      answers: { name: '小宝', deathDate: '2020-06-03' },
    });
    expect(await read(child)).toMatchObject({
      name: '小宝',
      deathDate: '2020-06-03',
      events: [{ kind: 'birth' }, { kind: 'death' }],
    });
  });
});

describe('something found out late', () => {
  it('is recorded where it belongs, and what came after is told of it', async () => {
    const personId = await enrol();
    await run('register/record-departure', { personId, date: '2020-01-01' });
    await run('register/record-move', { personId, date: '2018-01-01', to: other });
    expect(await read(personId)).toMatchObject({
      residentVillage: null,
      events: [{}, { residentTo: other }, { residentFrom: other }],
    });
  });
});

describe('two records of one human', () => {
  it('become one when a second person agrees, and are as before when that was wrong', async () => {
    const number = newIdNumber();
    const [stays, extra] = [await enrol(), await enrol({ idNumber: number })];
    const before = await read(extra);
    const request = await run('register/request-record', {
      formKey: 'merger',
      form: { personId: extra, intoId: stays, date: '2024-01-01' },
      reason: '同一人',
    });
    await decide(request, true);
    expect(await read(extra)).toMatchObject({
      mergedInto: stays,
      registeredVillage: null,
      events: [{ kind: 'merge' }],
    });
    await expect(run('register/record-death', { personId: extra, date: '2024-02-01' })).rejects.toMatchObject(
      refused('conflict'),
    );
    await withdraw(extra, 'merger');
    const { version: _, replaced: __, mentioned: _m, ...after } = await read(extra);
    const { version: ___, replaced: ____, mentioned: _n, ...sound } = before;
    expect(after).toEqual(sound);
    await expect(enrol({ idNumber: number })).rejects.toMatchObject(refused('conflict'));
  });
});

describe('a record too many that is married', () => {
  it('is not merged before the marriage stands with the record that stays', async () => {
    const man = { name: '强', sex: 'male', birthDate: '1988-01-01' };
    const [stays, extra, husband] = [await enrol(), await enrol(), await enrol(man)];
    await run('register/record-marriage', { personId: extra, spouseId: husband, date: '2016-01-01' });
    const merger = { formKey: 'merger', form: { personId: extra, intoId: stays, date: '2024-01-01' } };
    const ask = () => run('register/request-record', { ...merger, reason: '同一人' });
    await expect(ask()).rejects.toMatchObject(refused('conflict'));
    await withdraw(extra, 'marriage');
    await run('register/record-marriage', { personId: stays, spouseId: husband, date: '2016-01-01' });
    await decide(await ask(), true);
    expect(await read(husband)).toMatchObject({ spouseId: stays });
  });
});

describe('who may do it', () => {
  const names = [...house.registry.keys()].filter((name) => name.startsWith('register/'));
  it('every operation of the room asks for a permission of the room', () => {
    expect(names.length).toBeGreaterThan(30);
    for (const name of names)
      expect(house.registry.get(name)?.permission, name).toMatch(
        /^(register:(read|write|approve|reveal|export|export-list|import|reseal)|areas:change)$/,
      );
  });

  it('a reviewer records nothing and a registrar approves nothing', async () => {
    const personId = await enrol();
    await expect(
      run('register/record-death', { personId, date: '2020-01-01' }, reviewer),
    ).rejects.toMatchObject(refused('forbidden'));
    await expect(
      run('register/decide-request', { personId, requestId: personId, approve: true }, clerk),
    ).rejects.toMatchObject(refused('forbidden'));
  });

  it('a withdrawal that concerns somebody outside the area is for the level above', async () => {
    const [wife, husband] = [
      await enrol(),
      await enrol({ name: '强', sex: 'male', birthDate: '1988-01-01' }),
    ];
    await run('register/record-marriage', { personId: wife, spouseId: husband, date: '2016-01-01' });
    await run('register/record-move', { personId: husband, date: '2017-01-01', to: youxian }, cityClerk);
    await run('register/transfer-hukou', { personId: husband, date: '2017-01-01', to: youxian }, cityClerk);
    const event = recordOf(await read(wife), 'marriage');
    const asked = { personId: wife, eventId: event['eventId'], reason: '误登记' };
    await expect(run('register/request-withdrawal', asked)).rejects.toMatchObject(refused('forbidden'));
    const request = await run('register/request-withdrawal', asked, cityClerk);
    await decide(request, true, cityReviewer);
    expect(await read(wife)).toMatchObject({ spouseId: null });
    expect(await read(husband, {}, cityClerk)).toMatchObject({ spouseId: null });
  });
});

describe('the register', () => {
  it('is sound after all of this', async () => {
    expect(await run('register/check-register', {}, house.operator)).toMatchObject({ violations: [] });
  });
});

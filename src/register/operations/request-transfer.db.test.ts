import { describe, expect, it } from 'vitest';
import {
  type Answer,
  fucheng,
  newIdNumber,
  refused,
  registerDesk,
  staff,
  youxian,
} from '../../../test/support/register-desk.ts';

const REGISTRAR = ['register:read', 'register:read-children', 'register:write'];
const { run, read, enrol, clerk, cityClerk, reviewer } = await registerDesk();
const there = staff('there', '510704', REGISTRAR);
const far = staff('far', '510722', REGISTRAR);

const move = (personId: string) => ({
  formKey: 'move',
  form: { personId, date: '2020-01-01', to: youxian },
  reason: '在那里工作',
});
const listed = async (actor: typeof clerk) =>
  (await run('register/list-requests', {}, actor))['rows'] as readonly Answer[];
const decide = (request: Answer, approve: boolean, actor = there) =>
  run('register/decide-transfer', { ...request, approve, reason: approve ? '' : '查无此住址' }, actor);

describe('a transfer between two areas', () => {
  it('is not recorded by one side alone', async () => {
    const input = { personId: await enrol(), date: '2020-01-01', to: youxian };
    await expect(run('register/record-move', input)).rejects.toMatchObject(
      refused('other_side_must_agree', 'to'),
    );
    await expect(run('register/transfer-hukou', input)).rejects.toMatchObject(
      refused('other_side_must_agree', 'to'),
    );
  });

  it('asked for by the old side, is recorded once when the new side agrees', async () => {
    const personId = await enrol({ name: '远行者' });
    const request = await run('register/request-transfer', move(personId));
    expect(await read(personId)).toMatchObject({ residentVillage: fucheng });
    expect(await listed(there)).toMatchObject([
      { personId, kind: 'transfer', name: '远行者', requestedBy: 'clerk', mayDecide: true },
    ]);
    expect(
      await run('register/read-request', { personId, requestId: request['requestId'] }, there),
    ).toMatchObject({
      answers: expect.arrayContaining([expect.objectContaining({ key: 'to', after: youxian })]),
    });
    await expect(read(personId, {}, there)).rejects.toMatchObject(refused('not_found'));
    expect(await decide(request, true)).toMatchObject({ state: 'approved' });
    expect(await read(personId, {}, there)).toMatchObject({
      residentVillage: youxian,
      registeredVillage: fucheng,
      events: [{}, { kind: 'move', date: '2020-01-01', recordedBy: 'there' }],
    });
    await expect(decide(request, true)).rejects.toMatchObject(refused('conflict'));
  });

  it('asked for by the new side by the whole number, is recorded when the old side agrees', async () => {
    const idNumber = newIdNumber();
    const personId = await enrol({ idNumber });
    const asked = { ...move(personId), form: { date: '2020-01-01', to: youxian }, idNumber };
    const request = await run('register/request-transfer', asked, there);
    await expect(decide(request, true, there)).rejects.toMatchObject(refused('forbidden'));
    await decide(request, true, clerk);
    expect(await read(personId, {}, there)).toMatchObject({ residentVillage: youxian });
  });

  it('refused with a reason, changes nothing', async () => {
    const personId = await enrol();
    const request = await run('register/request-transfer', move(personId));
    await expect(
      run('register/decide-transfer', { ...request, approve: false }, there),
    ).rejects.toMatchObject(refused('invalid_input', 'reason'));
    expect(await decide(request, false)).toMatchObject({ state: 'refused' });
    expect(await read(personId)).toMatchObject({ residentVillage: fucheng });
  });

  it('is agreed to by nobody but the other side', async () => {
    const request = await run('register/request-transfer', move(await enrol()));
    await expect(decide(request, true, clerk)).rejects.toMatchObject(refused('forbidden'));
    await expect(decide(request, true, staff('clerk-2', '510703', REGISTRAR))).rejects.toMatchObject(
      refused('forbidden'),
    );
    await expect(decide(request, true, far)).rejects.toMatchObject(refused('not_found'));
    await expect(
      run('register/decide-request', { ...request, approve: true }, reviewer),
    ).rejects.toMatchObject(refused('forbidden'));
    await expect(decide(request, true, staff('reader', '510704', ['register:read']))).rejects.toMatchObject(
      refused('forbidden'),
    );
    expect(await decide(request, true, cityClerk)).toMatchObject({ state: 'approved' });
  });

  it.each([
    ['to where the person is', { date: '2020-01-01', to: fucheng }, 'conflict'],
    ['before the person was in the register', { date: '2010-01-01', to: youxian }, 'conflict'],
    ['to a village that does not exist', { date: '2020-01-01', to: '510704999999' }, 'invalid_input'],
  ])('%s is refused before anybody has to agree', async (_, answers, code) => {
    const personId = await enrol();
    await expect(
      run('register/request-transfer', { ...move(personId), form: { personId, ...answers } }),
    ).rejects.toMatchObject(refused(code));
    expect((await listed(there)).filter((one) => one['personId'] === personId)).toEqual([]);
  });

  it('of somebody whom the asking side neither sees nor knows the number of, is refused', async () => {
    const personId = await enrol();
    await expect(run('register/request-transfer', move(personId), there)).rejects.toMatchObject(
      refused('not_found'),
    );
    await expect(
      run('register/request-transfer', { ...move(personId), idNumber: newIdNumber() }, there),
    ).rejects.toMatchObject(refused('not_found'));
  });

  it('of a person and a place that are both somebody else’s, is refused', async () => {
    const idNumber = newIdNumber();
    await enrol({ idNumber });
    const form = { date: '2020-01-01', to: youxian };
    await expect(
      run('register/request-transfer', { formKey: 'move', form, idNumber, reason: '无关' }, far),
    ).rejects.toMatchObject(refused('forbidden'));
  });
});

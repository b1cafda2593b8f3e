import { describe, expect, it } from 'vitest';
import { fucheng, refused, registerDesk, youxian } from '../../../test/support/register-desk.ts';

const { house, cityClerk, run, read, enrol, withdraw } = await registerDesk();

describe('adoption', () => {
  it('gives the child other parents, their household and place; the record of birth stays', async () => {
    const mother = await enrol();
    const adopting = await enrol({ name: '兰', birthDate: '1980-01-01', residentVillage: youxian });
    await run('register/form-household', { headId: adopting, date: '2016-01-01' });
    const { personId } = await run('register/record-birth', {
      motherId: mother,
      name: '小雨',
      sex: 'female',
      birthDate: '2018-06-01',
    });
    const child = String(personId);
    await run('register/record-adoption', { personId: child, motherId: adopting, date: '2020-01-01' });
    expect(await read(child)).toMatchObject({
      motherId: adopting,
      relationToHead: 'child',
      residentVillage: youxian,
    });
    expect(await read(child, { asOf: '2019-01-01' })).toMatchObject({
      motherId: mother,
      residentVillage: fucheng,
    });
  });

  it('by somebody under thirty is refused', async () => {
    const [mother, young] = [await enrol(), await enrol({ birthDate: '1995-01-01' })];
    const { personId } = await run('register/record-birth', {
      motherId: mother,
      name: '小',
      sex: 'female',
      birthDate: '2018-06-01',
    });
    await expect(
      run('register/record-adoption', { personId, motherId: young, date: '2020-01-01' }),
    ).rejects.toMatchObject(refused('conflict'));
  });
});

describe('a household', () => {
  async function family() {
    const head = await enrol({ name: '强', sex: 'male', birthDate: '1960-01-01' });
    const wife = await enrol({ birthDate: '1962-01-01' });
    await run('register/record-marriage', { personId: wife, spouseId: head, date: '2016-01-01' });
    const son = await enrol({ name: '子', sex: 'male', birthDate: '1985-01-01' });
    const { personId } = await run('register/form-household', {
      headId: head,
      memberIds: [wife, son],
      date: '2016-02-01',
    });
    const householdId = (await read(String(personId)))['householdId'];
    return { head, wife, son, householdId };
  }

  it('is formed with what each is to the head', async () => {
    const { head, wife, son } = await family();
    expect(await read(head)).toMatchObject({ relationToHead: 'head' });
    expect(await read(wife)).toMatchObject({ relationToHead: 'spouse' });
    expect(await read(son)).toMatchObject({ relationToHead: 'other' });
  });

  it('splits, and is whole again when the split is withdrawn', async () => {
    const { head, son, householdId } = await family();
    const { personId } = await run('register/split-household', {
      householdId,
      memberIds: [son],
      headId: son,
      date: '2019-01-01',
    });
    expect(personId).toBe(son);
    const split = await read(son);
    expect(split).toMatchObject({ relationToHead: 'head' });
    expect(split['householdId']).not.toBe(householdId);
    expect(await read(son, { asOf: '2018-12-31' })).toMatchObject({ householdId, relationToHead: 'other' });
    await withdraw(son, 'household-split');
    expect(await read(son)).toMatchObject({ householdId, relationToHead: 'other' });
    const { rows } = await house.ground.database.owner.query<{ gone: boolean }>(
      'SELECT dissolved_on IS NOT NULL AS gone FROM register_households WHERE household_id = $1',
      [split['householdId']],
    );
    expect(rows).toEqual([{ gone: true }]);
    expect(await read(head)).toMatchObject({ householdId });
  });

  it('whose head leaves needs another one', async () => {
    const { head, wife, son, householdId } = await family();
    const leaving = { householdId, memberIds: [head], headId: head, date: '2019-01-01' };
    await expect(run('register/split-household', leaving)).rejects.toMatchObject(refused('invalid_input'));
    await run('register/split-household', { ...leaving, stayingHeadId: wife });
    expect(await read(wife)).toMatchObject({ relationToHead: 'head', householdId });
    expect(await read(son)).toMatchObject({ relationToHead: 'other', householdId });
  });

  it('takes in another one, which ends; and a single person', async () => {
    const [one, two] = [await family(), await family()];
    await run('register/merge-households', {
      householdId: two.householdId,
      intoId: one.householdId,
      date: '2020-01-01',
    });
    expect(await read(two.head)).toMatchObject({ householdId: one.householdId, relationToHead: 'other' });
    const single = await enrol();
    await run('register/join-household', {
      personId: single,
      householdId: one.householdId,
      date: '2020-01-01',
    });
    expect(await read(single)).toMatchObject({ householdId: one.householdId, relationToHead: 'other' });
  });

  it('is given another head when the head has died', async () => {
    const { head, wife, householdId } = await family();
    await run('register/record-death', { personId: head, date: '2020-01-01' });
    await run('register/change-head', { householdId, headId: wife, date: '2020-01-02' });
    expect(await read(wife)).toMatchObject({ relationToHead: 'head' });
    const { rows } = await house.ground.database.owner.query<{ head_id: string }>(
      'SELECT head_id FROM register_households WHERE household_id = $1',
      [householdId],
    );
    expect(rows).toEqual([{ head_id: wife }]);
  });
});

describe('the balancing equation', () => {
  const question = { area: '5107', from: '2018-01-01', to: '2020-12-31' };
  it.each(['registered', 'resident'])('holds in every township for the %s population', async (population) => {
    const { rows, broken } = await run('register/check-balance', { ...question, population }, cityClerk);
    expect(broken).toBe(0);
    expect((rows as unknown[]).length).toBeGreaterThan(0);
  });

  it('is found broken where a spell was taken away', async () => {
    const personId = await enrol();
    const { owner } = house.ground.database;
    const where = `WHERE person_id = $1 AND population = 'registered'`;
    await owner.query(`UPDATE register_spells SET to_date = DATE '2019-05-05' ${where}`, [personId]);
    const { rows, broken } = await run('register/check-balance', question, cityClerk);
    expect(broken).toBe(1);
    expect(rows).toContainEqual(expect.objectContaining({ area: '510703001000', difference: 1 }));
    await owner.query(`UPDATE register_spells SET to_date = NULL ${where}`, [personId]);
  });

  it('is told of the own area alone', async () => {
    await expect(run('register/check-balance', { ...question, area: '510722' })).rejects.toMatchObject(
      refused('forbidden'),
    );
  });
});

describe('the register', () => {
  it('is sound after all of this', async () => {
    expect(await run('register/check-register', {}, house.operator)).toMatchObject({ violations: [] });
  });
});

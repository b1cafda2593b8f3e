import { describe, expect, it } from 'vitest';
import { besideFucheng, registerDesk } from '../../../test/support/register-desk.ts';

const { house, run, read, enrol, askForCorrection, decide, correct, withdraw } = await registerDesk();
const other = besideFucheng;
const third = '510703001009';

/** Each kind of event: how it is recorded, what is corrected in it, and how both show. */
const events: readonly (readonly [
  string,
  string,
  (id: string) => Promise<object>,
  object,
  object,
  object,
])[] = [
  [
    'death',
    'register/record-death',
    (personId) => Promise.resolve({ personId, date: '2020-01-01' }),
    { date: '2020-02-02' },
    { deathDate: '2020-01-01' },
    { deathDate: '2020-02-02' },
  ],
  [
    'move',
    'register/record-move',
    (personId) => Promise.resolve({ personId, date: '2020-01-01', to: third }),
    { to: other },
    { residentVillage: third },
    { residentVillage: other },
  ],
  [
    'move-out',
    'register/record-departure',
    (personId) => Promise.resolve({ personId, date: '2020-01-01', elsewhere: '成都' }),
    { elsewhere: '重庆', date: '2020-03-01' },
    { events: [{}, { facts: { elsewhere: '成都' }, date: '2020-01-01' }] },
    { events: [{}, { facts: { elsewhere: '重庆' }, date: '2020-03-01' }] },
  ],
  [
    'hukou-transfer',
    'register/transfer-hukou',
    (personId) => Promise.resolve({ personId, date: '2020-01-01', to: other }),
    { date: '2021-01-01' },
    { registeredVillage: other, events: [{}, { date: '2020-01-01' }] },
    { registeredVillage: other, events: [{}, { date: '2021-01-01' }] },
  ],
  [
    'hukou-transfer-out',
    'register/transfer-hukou-out',
    (personId) => Promise.resolve({ personId, date: '2020-01-01' }),
    { elsewhere: '成都' },
    { registeredVillage: null },
    { registeredVillage: null, events: [{}, { facts: { elsewhere: '成都' } }] },
  ],
  [
    'hukou-kind-change',
    'register/change-hukou-kind',
    (personId) => Promise.resolve({ personId, date: '2020-01-01', hukouKind: 'unified' }),
    { hukouKind: 'urban' },
    { hukouKind: 'unified' },
    { hukouKind: 'urban' },
  ],
  [
    'name-change',
    'register/change-name',
    (personId) => Promise.resolve({ personId, date: '2020-01-01', name: '䶮英' }),
    { name: '𠮷英' },
    { name: '䶮英' },
    { name: '𠮷英' },
  ],
  [
    'stillbirth',
    'register/record-stillbirth',
    (motherId) => Promise.resolve({ motherId, date: '2020-01-01', weeks: 30 }),
    { weeks: 31 },
    { events: [{}, { facts: { weeks: 30 } }] },
    { events: [{}, { facts: { weeks: 31 } }] },
  ],
  [
    'guardianship',
    'register/record-guardianship',
    async (personId) => ({ personId, date: '2020-01-01', guardianId: await enrol(), by: 'law' }),
    { by: 'court' },
    { events: [{}, { facts: { by: 'law' } }] },
    { events: [{}, { facts: { by: 'court' } }] },
  ],
  [
    'marriage',
    'register/record-marriage',
    async (personId) => ({
      personId,
      date: '2020-01-01',
      spouseId: await enrol({ name: '强', sex: 'male', birthDate: '1988-01-01' }),
    }),
    { date: '2020-05-01' },
    { events: [{}, { date: '2020-01-01' }] },
    { events: [{}, { date: '2020-05-01' }] },
  ],
];

describe.each(events)('%s', (form, operation, answersFor, answers, before, after) => {
  it('is recorded, corrected, refused, corrected again and withdrawn, the old value kept', async () => {
    const personId = await enrol();
    const sound = await read(personId);
    const given = await answersFor(personId);
    await run(operation, given);
    expect(await read(personId)).toMatchObject(before);
    await decide(await askForCorrection({ personId, form, answers }), false);
    expect(await read(personId)).toMatchObject(before);
    await correct({ personId, form, answers });
    expect(await read(personId)).toMatchObject(after);
    await correct({ personId, form, answers: given });
    expect(await read(personId)).toMatchObject(before);
    await withdraw(personId, form);
    const { version: _, replaced, events: counted, mentioned: _m, ...rest } = await read(personId);
    const { version: __, replaced: ___, events: countedBefore, mentioned: _n, ...restBefore } = sound;
    expect([rest, (counted as unknown[]).length]).toEqual([restBefore, (countedBefore as unknown[]).length]);
    expect((replaced as unknown[]).length).toBeGreaterThanOrEqual(4);
  });
});

describe('the register', () => {
  it('is sound after all of this', async () => {
    expect(await run('register/check-register', {}, house.operator)).toMatchObject({ violations: [] });
  });
});

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

const { clerk, cityClerk, reviewer, run, enrol, askForCorrection } = await registerDesk();

describe('a family', () => {
  it('is shown with what each is to the person, as far as the area reaches', async () => {
    const mother = await enrol({ name: '母' });
    const father = await enrol({ name: '父', sex: 'male', birthDate: '1988-01-01' });
    await run('register/record-marriage', { personId: mother, spouseId: father, date: '2016-01-01' });
    await run('register/form-household', { headId: mother, memberIds: [father], date: '2016-01-01' });
    const birth = { motherId: mother, fatherId: father, sex: 'female' };
    const { personId: child } = await run('register/record-birth', {
      ...birth,
      name: '女',
      birthDate: '2018-06-01',
    });
    await run('register/record-death', { personId: father, date: '2020-01-01' });
    const ties = async (personId: unknown) => {
      const { people } = await run('register/read-family', { personId });
      return (people as readonly Answer[]).map((one) => [one['name'], one['ties']]);
    };
    expect(await ties(mother)).toEqual([
      ['母', ['self']],
      ['父', ['spouse', 'member']],
      ['女', ['child', 'member']],
    ]);
    expect(await ties(child)).toEqual([
      ['女', ['self']],
      ['父', ['father', 'member']],
      ['母', ['mother', 'member']],
    ]);
    await run('register/record-move', { personId: child, to: youxian, date: '2021-01-01' }, cityClerk);
    await run('register/transfer-hukou', { personId: child, to: youxian, date: '2021-01-01' }, cityClerk);
    expect(await ties(mother)).toHaveLength(2);
    await expect(run('register/read-family', { personId: child })).rejects.toMatchObject(
      refused('not_found'),
    );
  });
});

describe('a request', () => {
  it('is read answer by answer, old beside new, sealed values masked, in its area alone', async () => {
    const number = newIdNumber();
    const personId = await enrol();
    const request = await askForCorrection({
      personId,
      form: 'enrolment',
      answers: { idNumber: number, name: '新名' },
    });
    const { answers } = await run('register/read-request', request, reviewer);
    const changed = (answers as readonly Answer[]).filter((one) => one['changed']);
    expect(changed.map((one) => [one['key'], one['before'], one['after']])).toEqual([
      ['name', '秀英', '新名'],
      ['idNumber', null, `510790***********${number.slice(-1)}`],
    ]);
    const far = staff('far', '510722', ['register:read']);
    await expect(run('register/read-request', request, far)).rejects.toMatchObject(refused('not_found'));
    const nobody = staff('nobody', '510703', []);
    await expect(run('register/read-request', request, nobody)).rejects.toMatchObject(refused('forbidden'));
  });
});

describe('the villages of an area', () => {
  it('are listed by name as they are on a day, for anybody', async () => {
    const nobody = staff('nobody', '510703', []);
    const list = async (input: object) =>
      (await run('areas/list-villages', input, nobody))['villages'] as readonly Answer[];
    const villages = await list({ area: '510703' });
    expect(villages).toContainEqual({ code: fucheng, name: '城厢街道警钟街社区居民委员会' });
    expect(villages.every((one) => String(one['code']).startsWith('510703'))).toBe(true);
    expect((await list({ area: '510722', on: '2013-12-31' })).length).toBeGreaterThan(
      (await list({ area: '510722' })).length,
    );
  });
});

describe('dates', () => {
  it.each(['2020-1-5', '2020年1月5日', '20200105', '２０２０-０１-０５', '2020/1/5'])(
    'are taken as people type them: %s',
    async (date) => {
      const personId = await enrol();
      await run('register/record-departure', { personId, date }, clerk);
      const { events } = await run('register/read-person', { personId });
      expect((events as readonly Answer[]).at(-1)).toMatchObject({ date: '2020-01-05' });
    },
  );
  it.each(['2020-13-01', '2020-02-30', '202015', '昨天', '20-1-5'])('%s is none', async (date) => {
    const personId = await enrol();
    await expect(run('register/record-departure', { personId, date })).rejects.toMatchObject(
      refused('invalid_input', 'date'),
    );
  });
});

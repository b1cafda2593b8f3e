import { describe, expect, it } from 'vitest';
import { refused, registerDesk, staff } from '../../../test/support/register-desk.ts';
import { civilDate } from '../../language/index.ts';

const { run, read, enrol, house } = await registerDesk();
const colleague = staff('colleague', '510703', ['register:read', 'register:read-children']);
const withoutRight = staff('without-right', '510703', ['register:read']);
/** The day in the city, which may be another than where the test runs. */
const yearsAgo = (years: number) => {
  const day = new Date(`${civilDate(new Date())}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() - years);
  return day.toISOString().slice(0, 10);
};
const born = (birthDate: string) => enrol({ name: '小朋友', birthDate, date: yearsAgo(0) });

describe('the file of a child under 14', () => {
  it('is opened for a stated reason, which is logged', async () => {
    const personId = await born(yearsAgo(6));
    await expect(read(personId, {}, colleague)).rejects.toMatchObject(refused('reason_needed', 'reason'));
    expect(await read(personId, { reason: '补办出生登记' }, colleague)).toMatchObject({ personId });
    const { rows } = await house.ground.database.owner.query(
      `SELECT actor, detail FROM platform_audit WHERE operation = 'register/read-person' AND subject_id = $1`,
      [personId],
    );
    expect(rows).toEqual([{ actor: 'colleague', detail: { reason: '补办出生登记' } }]);
  });

  it('is open without one to whoever has just recorded something in it', async () => {
    expect(await read(await born(yearsAgo(1)))).toMatchObject({ name: '小朋友' });
  });

  it.each([
    ['the day before the 14th birthday', -1, 'reason_needed'],
    ['from the 14th birthday', 0, null],
  ])('%s', async (_, days, code) => {
    const birthday = new Date(`${yearsAgo(14)}T00:00:00Z`);
    birthday.setUTCDate(birthday.getUTCDate() - days);
    const opened = read(await born(birthday.toISOString().slice(0, 10)), {}, colleague);
    if (code === null) await expect(opened).resolves.toBeTruthy();
    else await expect(opened).rejects.toMatchObject(refused(code));
  });

  it('does not exist for a role without the right, in lists, by number or by id', async () => {
    const personId = await born(yearsAgo(6));
    await expect(read(personId, { reason: '随便看看' }, withoutRight)).rejects.toMatchObject(
      refused('not_found'),
    );
    const { rows } = await run('register/search-persons', { query: '小朋友' }, withoutRight);
    expect((rows as readonly { personId: string }[]).map((row) => row.personId)).not.toContain(personId);
  });
});

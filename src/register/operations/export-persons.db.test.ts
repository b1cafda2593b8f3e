import { beforeAll, describe, expect, it } from 'vitest';
import { fucheng, refused, registerDesk, staff, youxian } from '../../../test/support/register-desk.ts';
import { readSpreadsheet } from '../../platform/index.ts';

const { run, enrol, house, cityClerk } = await registerDesk();
const exporter = staff('exporter', '510703', [
  'register:read',
  'register:read-children',
  'register:export-list',
]);
const asked = { area: '510703001', purpose: '走访独居老人', format: 'csv' };
const rowsOf = async (input: object, actor = exporter) => {
  const { content } = await run('register/export-persons', input, actor);
  return readSpreadsheet(Buffer.from(String(content), 'base64'));
};

describe('a list of people', () => {
  beforeAll(async () => {
    await enrol({ name: '=HYPERLINK("x")', phone: '13900001111' });
    await run(
      'register/enrol-person',
      { name: '远方人', sex: 'male', birthDate: '1980-01-01', date: '2015-01-05', residentVillage: youxian },
      cityClerk,
    );
  });

  it('has whoever is registered or lives there, with what is sealed masked', async () => {
    const [headings, ...rows] = await rowsOf(asked);
    expect(headings?.[1]).toBe('姓名');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.[5]).toBe('139****1111');
    expect(rows[0]?.[6]).toContain('社区');
  });

  it('runs no cell as a formula', async () => {
    const { content } = await run('register/export-persons', asked, exporter);
    const csv = Buffer.from(String(content), 'base64').toString('utf8');
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('has nobody outside the area of whoever asks', async () => {
    expect(await rowsOf({ ...asked, area: '510704' })).toHaveLength(1);
  });

  it.each([
    ['without a purpose', { area: fucheng }, 'invalid_input'],
    ['with an empty purpose', { area: fucheng, purpose: '  ' }, 'invalid_input'],
  ])('is refused %s', async (_, input, code) => {
    await expect(run('register/export-persons', input, exporter)).rejects.toMatchObject(refused(code));
  });

  it('is refused to who has no right to write lists out', async () => {
    await expect(run('register/export-persons', asked)).rejects.toMatchObject(refused('forbidden'));
  });

  it('leaves its purpose in the audit', async () => {
    await rowsOf(asked);
    const { rows } = await house.ground.database.owner.query<{ detail: object }>(
      `SELECT detail FROM platform_audit WHERE operation = 'register/export-persons' AND outcome = 'done' ORDER BY at DESC LIMIT 1`,
    );
    expect(rows[0]?.detail).toMatchObject({ purpose: '走访独居老人' });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../../../policy/services/samples.ts';
import { refused } from '../../../test/support/case-desk.ts';
import { fine, healthDesk, people } from '../../../test/support/health-desk.ts';

const { run, open, file, consent, rows, today } = await healthDesk();
let stationId = '';

beforeAll(async () => {
  stationId = await open({ capacity: 50 });
});

const at = (caseId: string, subject = 'woman') => ({ caseId, subject, stationId, day: today });
const record = (caseId: string, results: readonly object[] = fine, subject = 'woman') =>
  run('health/record-results', { ...at(caseId, subject), results });
const read = (caseId: string, actor = people.nurse, subject = 'woman') =>
  run('health/read-results', { caseId, subject }, actor);

const consented = async () => {
  const receipt = await file();
  await consent(receipt.caseId);
  return receipt;
};

describe('consent', () => {
  it('is kept in the words that were shown, with their version', async () => {
    const { caseId } = await file();
    const given = await consent(caseId);
    expect(given).toMatchObject({ text: { zh: expect.stringContaining('撤回同意') } });
    expect(await run('health/list-consents', { caseId })).toMatchObject({
      consents: [{ giver: '林小禾', way: 'signed', version: 1, withdrawnAt: null, text: given['text'] }],
    });
    const [row] = await rows(`SELECT giver FROM health_consents WHERE case_id = '${caseId}'`);
    expect(row?.['giver']).not.toContain('林');
  });

  it('stands once for each person', async () => {
    const { caseId } = await consented();
    await expect(consent(caseId)).rejects.toMatchObject(refused('conflict'));
    expect(await consent(caseId, 'man', { giver: '周明远' })).toHaveProperty('consentId');
  });

  it('is given by a guardian for children under 14, and by the person from then on', async () => {
    const { caseId } = await file('newborn-screening');
    const child = { bornOn: '2026-10-12' };
    for (const over of [child, { ...child, givenBy: 'guardian' }])
      await expect(consent(caseId, 'woman', over)).rejects.toMatchObject(refused('invalid_input', 'givenBy'));
    await expect(consent(caseId, 'child', child)).rejects.toMatchObject(refused('invalid_input', 'givenBy'));
    const grown = { bornOn: '2012-11-20', givenBy: 'guardian' };
    await expect(consent(caseId, 'child', grown)).rejects.toMatchObject(refused('invalid_input', 'subject'));
    await consent(caseId, 'child', { ...child, givenBy: 'guardian' });
    const visit = { caseId, subject: 'child', stationId, day: today, way: 'station', note: '听力通过' };
    expect(await run('health/record-visit', visit)).toHaveProperty('recordId');
  });

  it('is taken from the form online only where the form says so', async () => {
    const portal = await file();
    expect(await consent(portal.caseId, 'woman', { way: 'online' })).toHaveProperty('consentId');
    const answers = samples['preconception-checkup']?.answers;
    const input = { service: 'preconception-checkup', answers, channel: 'window' };
    const { caseId } = await run('casework/file-case', input);
    await expect(consent(String(caseId), 'woman', { way: 'online' })).rejects.toMatchObject(
      refused('invalid_input', 'way'),
    );
  });

  it('says what is wrong in the words of the form', async () => {
    const { caseId } = await file();
    await expect(consent(caseId, 'woman', { giver: ' ' })).rejects.toMatchObject({
      details: { field: 'giver', message: { zh: expect.stringContaining('同意人姓名') } },
    });
    await expect(consent(caseId, 'woman', { givenOn: '2099-01-01' })).rejects.toMatchObject(
      refused('invalid_input', 'givenOn'),
    );
  });
});

describe('consent that is withdrawn', () => {
  it('ends the reading and the recording, and the case; what was counted stays', async () => {
    const { caseId, number, code } = await consented();
    await record(caseId);
    const before = await rows('SELECT count(*) FROM health_given');
    const over = await run('health/withdraw-consent', { number, code }, people.anybody);
    expect(over).toMatchObject({ withdrawn: 1, open: false });
    await expect(read(caseId)).rejects.toMatchObject(refused('forbidden'));
    await expect(record(caseId)).rejects.toMatchObject(refused('forbidden'));
    await expect(consent(caseId)).rejects.toMatchObject(refused('conflict'));
    expect(await rows('SELECT count(*) FROM health_given')).toEqual(before);
    expect(await rows(`SELECT 1 FROM health_records WHERE case_id = '${caseId}'`)).toEqual([]);
    expect(await rows(`SELECT 1 FROM health_withheld WHERE case_id = '${caseId}'`)).toHaveLength(1);
    expect(await run('health/list-consents', { caseId })).toMatchObject({
      consents: [{ withdrawnAt: expect.any(String) }],
    });
  });

  it('ends them as well when it is done on the page of the case', async () => {
    const { caseId, number, code } = await consented();
    await record(caseId);
    const action = { number, code, action: 'withdraw-consent', answers: {} };
    await run('casework/act-on-case', action, people.anybody);
    await expect(read(caseId)).rejects.toMatchObject(refused('forbidden'));
    expect(await rows(`SELECT 1 FROM health_records WHERE case_id = '${caseId}'`)).toEqual([]);
    expect(await rows(`SELECT 1 FROM health_withdrawals WHERE case_id = '${caseId}'`)).toHaveLength(1);
  });

  it('at the same moment as results are recorded leaves none of them', async () => {
    const { caseId, number, code } = await consented();
    const withdraw = () => run('health/withdraw-consent', { number, code }, people.anybody);
    const calls = [
      () => record(caseId),
      () => record(caseId),
      withdraw,
      () => record(caseId),
      () => read(caseId),
    ];
    const answers = await Promise.allSettled(calls.map((call) => call()));
    expect(answers[2]?.status).toBe('fulfilled');
    expect(await rows(`SELECT 1 FROM health_records WHERE case_id = '${caseId}'`)).toEqual([]);
  });

  it('of one of two leaves the other', async () => {
    const { caseId } = await consented();
    await consent(caseId, 'man', { giver: '周明远' });
    await record(caseId, fine, 'man');
    expect(await run('health/withdraw-consent', { caseId, subject: 'woman' })).toMatchObject({
      withdrawn: 1,
      open: true,
    });
    await expect(record(caseId)).rejects.toMatchObject(refused('forbidden'));
    expect(await read(caseId, people.nurse, 'man')).toMatchObject({ grade: 'no-factor-found' });
  });

  it('has no consequence anywhere else', async () => {
    const { caseId, number, code } = await consented();
    await record(caseId);
    const tables = await rows(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'
       AND tablename !~ '^(health_|platform_audit|casework_(cases|actions|messages))'`,
    );
    const digest = async () =>
      Object.fromEntries(
        await Promise.all(
          tables.map(async ({ name }) => {
            const table = String(name);
            const [row] = await rows(
              `SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS sum FROM ${table} t`,
            );
            return [table, row?.['sum']] as const;
          }),
        ),
      );
    const others = `SELECT md5(string_agg(t::text, '|' ORDER BY case_id)) FROM casework_cases t WHERE case_id <> '${caseId}'`;
    const before = [await digest(), await rows(others)];
    await run('health/withdraw-consent', { number, code }, people.anybody);
    expect([await digest(), await rows(others)]).toEqual(before);
  });

  it('is nobody else’s to take back', async () => {
    const { caseId, number } = await consented();
    for (const actor of [people.caseworker, people.registrar, people.statistician, people.anybody])
      await expect(run('health/withdraw-consent', { caseId }, actor)).rejects.toMatchObject(
        refused('forbidden'),
      );
    const guess = { number, code: 'AAAA AAAA' };
    await expect(run('health/withdraw-consent', guess, people.anybody)).rejects.toMatchObject(
      refused('not_found'),
    );
    await expect(run('health/withdraw-consent', { caseId }, people.neighbour)).rejects.toMatchObject(
      refused('not_found'),
    );
  });
});

describe('the database itself', () => {
  it('holds no record without a standing consent', async () => {
    const { caseId } = await file();
    await expect(
      rows(
        `INSERT INTO health_records VALUES ('${caseId}', '${caseId}', '${caseId}', 'woman', 'visit', '${stationId}', '2026-11-01', '{}', now(), 'x', '510703001000')`,
      ),
    ).rejects.toThrow('health_records_standing_consent_fk');
  });

  it('lets no consent end while a record leans on it', async () => {
    const { caseId } = await consented();
    await record(caseId);
    await expect(rows(`DELETE FROM health_standing_consents WHERE case_id = '${caseId}'`)).rejects.toThrow(
      'health_records_standing_consent_fk',
    );
  });
});

describe('records that follow their case', () => {
  it('are seen by the unit that has it now, and by the former no more', async () => {
    const { caseId } = await consented();
    await record(caseId);
    const move = { unit: '510704', reason: '居住地在游仙区' };
    await run('casework/act-on-case', { caseId, action: 'hand-over', answers: move }, people.head);
    await expect(read(caseId)).rejects.toMatchObject(refused('not_found'));
    expect(await read(caseId, people.neighbour)).toMatchObject({ caseId });
    expect(await rows(`SELECT DISTINCT area_scope FROM health_records WHERE case_id = '${caseId}'`)).toEqual([
      { area_scope: '510704000000' },
    ]);
  });
});

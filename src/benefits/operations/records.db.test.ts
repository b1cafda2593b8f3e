import { describe, expect, it } from 'vitest';
import { benefitsDesk, desk, neighbourVillage } from '../../../test/support/benefits-desk.ts';
import { type Answer, refused } from '../../../test/support/case-desk.ts';

const { house, run, rows, enrol } = await benefitsDesk();
const record = (over: object, actor = desk.officer) =>
  run('benefits/record-project', { day: '2013-05-01', area: '510703', ...over }, actor);
const policy = {
  project: 'insurance-policy',
  amounts: {
    persons: 100,
    premium: 300_000,
    province: 50_000,
    city: 0,
    county: 100_000,
    township: 0,
    family: 150_000,
  },
  details: '某财产保险公司，保单 2013-1',
};
const listed = async (project: string) =>
  ((await run('benefits/list-records', { project }))['records'] as Answer[]).filter(
    (one) => one['voided'] === false,
  );

describe('a record of what is given in kind', () => {
  it('says every number that its kind asks for, and no other', async () => {
    const { recordId } = await record({
      project: 'livelihood-base',
      amounts: { bases: 2 },
      details: '某合作社',
    });
    expect(await listed('livelihood-base')).toMatchObject([
      { recordId, amounts: { bases: 2 }, details: '某合作社' },
    ]);
    for (const amounts of [{}, { bases: 1, other: 1 }])
      await expect(record({ project: 'livelihood-base', amounts })).rejects.toMatchObject(
        refused('invalid_input'),
      );
  });

  it('of a policy splits its premium to the fen among who pays it', async () => {
    const { recordId } = await record(policy);
    expect(recordId).toBeTruthy();
    const wrong = { ...policy, amounts: { ...policy.amounts, family: 150_001 } };
    await expect(record(wrong)).rejects.toMatchObject(refused('invalid_input', 'amounts.premium'));
  });

  it('of a claim belongs to a policy that stands', async () => {
    const { recordId: partOf } = await record(policy);
    const claim = { project: 'insurance-claim', amounts: { claims: 1, fen: 50_000 } };
    await record({ ...claim, partOf });
    await expect(record(claim)).rejects.toMatchObject(refused('invalid_input', 'partOf'));
    await run('benefits/void-record', { recordId: partOf, reason: '重复登记' }, desk.head);
    await expect(record({ ...claim, partOf })).rejects.toMatchObject(refused('invalid_input', 'partOf'));
  });

  it('is of whom its kind says, in an area of whoever records it, on a day that has come', async () => {
    const base = { project: 'livelihood-base', amounts: { bases: 1 } };
    const personId = '0197f1c0-0000-7000-8000-000000000001';
    await expect(record({ ...base, personId })).rejects.toMatchObject(refused('invalid_input', 'personId'));
    await expect(record({ ...base, area: '510704' })).rejects.toMatchObject(refused('forbidden'));
    await expect(record({ ...base, day: '2099-01-01' })).rejects.toMatchObject(
      refused('invalid_input', 'day'),
    );
  });

  it('can name a person, or a household by one who belongs to it, of the own area', async () => {
    const one = await enrol({ name: '华清池' });
    const kind = { project: 'cleft-operation', amounts: { operations: 1 } };
    const { recordId } = await record({ ...kind, personId: one.personId });
    expect(await listed('cleft-operation')).toMatchObject([{ personId: one.personId, ownerName: '华清池' }]);
    await run('benefits/void-record', { recordId, reason: '测试结束' }, desk.head);
    const join = { project: 'livelihood-household', amounts: { households: 1 } };
    await expect(record({ ...join, memberId: one.personId })).rejects.toMatchObject(
      refused('invalid_input', 'memberId'),
    );
    const formed = { headId: one.personId, date: '2012-01-01' };
    await run('register/form-household', formed, house.operator);
    const [{ householdId } = {}] = await rows(
      'SELECT household_id AS "householdId" FROM register_persons WHERE person_id = $1',
      [one.personId],
    );
    await record({ ...join, memberId: one.personId });
    await record({ ...join, householdId });
    const both = await listed('livelihood-household');
    for (const row of both) expect(row).toMatchObject({ householdId, ownerName: '华清池', personId: null });
    expect(both).toHaveLength(2);
  });

  it('names nobody of another area, and no household that there is not', async () => {
    const away = { registeredVillage: neighbourVillage, residentVillage: neighbourVillage };
    const { personId } = await enrol(away);
    const kind = { project: 'cleft-operation', amounts: { operations: 1 } };
    await expect(record({ ...kind, personId })).rejects.toMatchObject(refused('invalid_input', 'personId'));
    const join = { project: 'livelihood-household', amounts: { households: 1 } };
    await expect(record({ ...join, memberId: personId })).rejects.toMatchObject(
      refused('invalid_input', 'memberId'),
    );
    await expect(record({ ...join, householdId: personId })).rejects.toMatchObject(
      refused('invalid_input', 'householdId'),
    );
    await expect(record({ ...kind, memberId: personId })).rejects.toMatchObject(
      refused('invalid_input', 'memberId'),
    );
  });

  it('is made void once, by a supervisor, and stays; nothing of it can be changed', async () => {
    const { recordId } = await record({ project: 'cleft-operation', amounts: { operations: 1 } });
    const asked = { recordId, reason: '登记有误' };
    await expect(run('benefits/void-record', asked, desk.officer)).rejects.toMatchObject(
      refused('forbidden'),
    );
    await run('benefits/void-record', asked, desk.head);
    await expect(run('benefits/void-record', asked, desk.head)).rejects.toMatchObject(refused('not_found'));
    expect(await listed('cleft-operation')).toEqual([]);
    expect(
      await rows('SELECT voided_by FROM benefits_records WHERE record_id = $1', [recordId]),
    ).toHaveLength(1);
    const [may] = await rows(
      `SELECT has_column_privilege('jiahu_app', 'benefits_records', 'amounts', 'UPDATE') AS u, has_table_privilege('jiahu_app', 'benefits_records', 'DELETE') AS d`,
    );
    expect(may).toEqual({ u: false, d: false });
  });
});

describe('what statistics are given', () => {
  it('of families that are never spoken of in public stands under their county', async () => {
    await record({ project: 'special-family-household', amounts: { households: 1 }, area: '510703001003' });
    const { paymentFactViews } = await import('../payment-views.ts');
    const select = paymentFactViews[0]?.select({ at: '2026-01-01' as never, link: (column) => column });
    const facts = await rows(
      `SELECT * FROM (${String(select)}) f WHERE programme = 'special-family-household'`,
    );
    expect(facts).toMatchObject([
      { village: '510703000000', county: '510703000000', item: 'households', amount: 1 },
    ]);
  });
});

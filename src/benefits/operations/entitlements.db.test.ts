import { describe, expect, it } from 'vitest';
import { benefitsDesk, desk, neighbourVillage, village } from '../../../test/support/benefits-desk.ts';
import { type Answer, refused } from '../../../test/support/case-desk.ts';

const { house, run, rows, enrol, apply, act, entitled, change } = await benefitsDesk();

const read = (one: { personId: string; entitlementId: string }, actor = desk.officer) =>
  run('benefits/read-entitlement', { personId: one.personId, entitlementId: one.entitlementId }, actor);
const segments = async (one: { personId: string; entitlementId: string }) =>
  (await read(one))['segments'] as Answer[];

/** An application for rural reward that stands in the village. */
async function inVillage(over: object = {}) {
  const person = await enrol();
  const { caseId } = await apply('rural-reward-support', { ...person, village, ...over });
  await act(caseId, 'accept');
  return { ...person, caseId };
}
/** The notice has run: posted a fortnight ago. */
const noticeOver = (caseId: string) =>
  rows(
    `UPDATE benefits_notices SET posted_on = posted_on - 14, runs_until = runs_until - 14 WHERE case_id = $1`,
    [caseId],
  );
const deliberate = (caseId: string) => act(caseId, 'record-deliberation', { present: '9' });

describe('an application that is confirmed', () => {
  it('begins an entitlement of the person, with the month, the variant and the account', async () => {
    const one = await entitled('special-support', '2013-03-20');
    expect(await read(one)).toMatchObject({
      programme: 'special-support',
      place: 'active',
      startMonth: '2013-03-01',
      caseId: one.caseId,
      account: { route: 'bank-account', ending: '0001', holder: '秦望舒' },
      segments: [{ fromMonth: '2013-03-01', toMonth: null, variant: 'disability' }],
    });
  });

  it('keeps account and holder sealed', async () => {
    const one = await entitled('only-child-reward', '2013-01-01');
    const [{ account } = {}] = await rows('SELECT account FROM benefits_accounts WHERE person_id = $1', [
      one.personId,
    ]);
    expect(account).toMatch(/^1\.[\w-]{38,}$/);
  });

  it('is refused where the register knows nobody of that number, or says that they have died', async () => {
    const { caseId } = await apply('only-child-reward');
    await act(caseId, 'accept');
    await act(caseId, 'pass-up', { opinion: '符合' });
    const confirm = act(caseId, 'confirm', { fromMonth: '2026-01-01', opinion: '同意', by: desk.head });
    await expect(confirm).rejects.toMatchObject(refused('conflict'));
    expect(await run('casework/read-case', { caseId }, desk.head)).toMatchObject({
      state: { key: 'county' },
    });
  });

  it('gives nobody the same programme twice at a time', async () => {
    const one = await entitled('only-child-reward', '2013-01-01');
    const { caseId } = await apply('only-child-reward', { name: one.name, idNumber: one.idNumber });
    await act(caseId, 'accept');
    await act(caseId, 'pass-up', { opinion: '符合' });
    const again = act(caseId, 'confirm', { fromMonth: '2013-01-01', opinion: '同意', by: desk.head });
    await expect(again).rejects.toMatchObject(refused('conflict'));
  });

  it('of the childcare subsidy is the entitlement of the child that the form names', async () => {
    const mother = await enrol();
    const birthDate = '2025-06-01';
    const { personId } = await run(
      'register/record-birth',
      { motherId: mother.personId, name: '周禾', sex: 'female', birthDate, birthDateIs: 'known' },
      house.operator,
    );
    const { idNumber, name } = mother;
    const { caseId } = await apply('childcare-subsidy', { idNumber, name, childName: '周禾', birthDate });
    await act(caseId, 'accept');
    await act(caseId, 'pass-up', { opinion: '符合' });
    await act(caseId, 'confirm', { fromMonth: birthDate, opinion: '同意', by: desk.head });
    const { rows: list } = await run('benefits/list-entitlements', { programme: 'childcare-subsidy' });
    expect(list).toMatchObject([{ personId, startMonth: '2025-06-01' }]);
  });
});

describe('what was declared', () => {
  it('leaves the form and stands by itself, in full words, with the case', async () => {
    const { caseId, personId } = await inVillage();
    const { declarations } = await run('benefits/list-declarations', { caseId });
    expect(declarations).toMatchObject([{ programme: 'rural-reward', keptUntil: null }]);
    expect(JSON.stringify(declarations)).toContain('1973 年至 2001 年');
    const [kept] = await rows('SELECT answers FROM casework_cases WHERE case_id = $1', [caseId]);
    expect(Object.keys(kept?.['answers'] as object)).not.toContain('ownStatement');
    const tables = await rows(
      `SELECT table_name AS name FROM information_schema.columns WHERE column_name LIKE '%declar%' OR column_name = 'words_zh' GROUP BY 1`,
    );
    expect(tables.map((one) => one['name'])).toEqual(['benefits_declarations']);
    expect(personId).toBeTruthy();
  });

  it('leaves it too when nothing was declared: nothing stands anywhere', async () => {
    const { caseId } = await inVillage({ ownStatement: 'not-stated' });
    expect(await run('benefits/list-declarations', { caseId })).toEqual({ declarations: [] });
    const [kept] = await rows('SELECT answers FROM casework_cases WHERE case_id = $1', [caseId]);
    expect(Object.keys(kept?.['answers'] as object)).not.toContain('ownStatement');
  });

  it('is kept for a year after an application was withdrawn, then it is deleted', async () => {
    const { caseId } = await inVillage();
    await act(caseId, 'withdraw');
    const { declarations } = (await run('benefits/list-declarations', { caseId })) as {
      declarations: Answer[];
    };
    expect(declarations[0]?.['keptUntil']).toMatch(/^\d{4}-/);
    await rows('UPDATE benefits_declarations SET kept_until = current_date - 3 WHERE case_id = $1', [caseId]);
    await run('benefits/forget-declarations', {}, desk.cityHead);
    expect(await run('benefits/list-declarations', { caseId })).toEqual({ declarations: [] });
  });
});

describe('the notice in the village', () => {
  it('tells a masked name and a programme, and nothing else', async () => {
    const { caseId } = await inVillage();
    expect(await run('benefits/post-notice', { caseId })).toMatchObject({ maskedName: '秦*舒' });
    const { notices } = (await run('benefits/list-notices', { area: village }, desk.anybody)) as {
      notices: Answer[];
    };
    expect(notices.length).toBeGreaterThan(0);
    expect(new Set(notices.flatMap(Object.keys))).toEqual(
      new Set(['maskedName', 'programme', 'area', 'postedOn', 'runsUntil']),
    );
    expect(JSON.stringify(notices)).not.toMatch(/秦望舒|510790|[0-9a-f]{8}-[0-9a-f]{4}/);
  });

  it('must have run for the days of the place before the application goes up', async () => {
    const { caseId } = await inVillage();
    await expect(deliberate(caseId)).rejects.toMatchObject(refused('conflict'));
    await run('benefits/post-notice', { caseId });
    await expect(deliberate(caseId)).rejects.toMatchObject(refused('conflict'));
    await noticeOver(caseId);
    expect(await deliberate(caseId)).toMatchObject({ place: 'township' });
  });

  it('holds it back while an objection was not looked into', async () => {
    const { caseId } = await inVillage();
    await run('benefits/post-notice', { caseId });
    const { objectionId } = await run('benefits/record-objection', { caseId, account: '听说有变化' });
    await noticeOver(caseId);
    await expect(deliberate(caseId)).rejects.toMatchObject(refused('conflict'));
    await run('benefits/answer-objection', { caseId, objectionId, finding: '核实无变化' });
    expect(await deliberate(caseId)).toMatchObject({ place: 'township' });
    expect(await run('benefits/read-notice', { caseId })).toMatchObject({
      objections: [{ account: '听说有变化', finding: '核实无变化' }],
    });
  });

  it('is taken down when the application is withdrawn', async () => {
    const { caseId } = await inVillage({ name: '鲁直言' });
    await run('benefits/post-notice', { caseId });
    await act(caseId, 'withdraw');
    expect(JSON.stringify(await run('benefits/list-notices', {}, desk.anybody))).not.toContain('鲁*言');
  });

  it.each(['special-support', 'only-child-reward', 'childcare-subsidy'])(
    'is never given of %s',
    async (service) => {
      const { caseId } = await apply(service);
      await act(caseId, 'accept');
      await expect(run('benefits/post-notice', { caseId })).rejects.toMatchObject(refused('forbidden'));
    },
  );

  it('cannot be written of a family whose child died, not even past the operations', async () => {
    const { caseId } = await apply('special-support');
    const write = rows(
      `INSERT INTO benefits_notices VALUES ($1, 'village', 'special-support', '秦*', $2, '2026-01-01', '2026-01-07', 'x', NULL, $2)`,
      [caseId, village],
    );
    await expect(write).rejects.toThrow('benefits_notices_never');
  });
});

describe('a proposal', () => {
  it('is made to people found eligible; it grants nothing, refuses nobody, and is not made twice', async () => {
    const person = await enrol();
    const elsewhere = await enrol({ registeredVillage: neighbourVillage, residentVillage: neighbourVillage });
    const asked = { programme: 'rural-reward', personIds: [person.personId, elsewhere.personId] };
    const { proposed, notHere } = (await run('benefits/propose-entitlements', asked)) as {
      proposed: { personId: string; entitlementId: string }[];
      notHere: number;
    };
    expect(proposed.map((one) => one.personId)).toEqual([person.personId]);
    expect(notHere).toBe(1);
    expect(await run('benefits/propose-entitlements', asked)).toMatchObject({
      proposed: [],
      alreadyThere: 1,
    });
    const [one] = proposed;
    if (!one) throw new Error('no proposal');
    expect(await read(one)).toMatchObject({ place: 'proposed', segments: [], account: null });
    await change(one, 'tell', { answers: { way: 'visit' }, actor: desk.officer });
    expect(await change(one, 'decline', { actor: desk.officer })).toMatchObject({ place: 'declined' });
    expect(await run('benefits/propose-entitlements', asked)).toMatchObject({ alreadyThere: 0 });
  });
});

describe('the life of an entitlement', () => {
  it('is paused and resumed by months; between them nothing is given', async () => {
    const one = await entitled('special-support', '2013-01-01');
    await change(one, 'pause', { answers: { fromMonth: '2013-04-09', reason: '核实情况' } });
    expect(await segments(one)).toMatchObject([{ fromMonth: '2013-01-01', toMonth: '2013-03-01' }]);
    await change(one, 'resume', { answers: { fromMonth: '2013-06-01', reason: '已核实' } });
    expect(await segments(one)).toMatchObject([
      { fromMonth: '2013-01-01', toMonth: '2013-03-01' },
      { fromMonth: '2013-06-01', toMonth: null, variant: 'disability' },
    ]);
  });

  it('changes its variant from a month on: the disabled child has died', async () => {
    const one = await entitled('special-support', '2013-01-01');
    const answers = { fromMonth: '2013-04-01', variant: 'loss', reason: '三月去世，次月变更' };
    await change(one, 'change-variant', { answers });
    expect(await segments(one)).toMatchObject([
      { toMonth: '2013-03-01', variant: 'disability' },
      { fromMonth: '2013-04-01', toMonth: null, variant: 'loss' },
    ]);
    const unknown = { answers: { ...answers, variant: 'grade-9' } };
    await expect(change(one, 'change-variant', unknown)).rejects.toMatchObject(
      refused('invalid_input', 'variant'),
    );
  });

  it('is ended by two people, and declarations are kept from then on for the years of the rule', async () => {
    const { caseId, personId } = await inVillage();
    await run('benefits/post-notice', { caseId });
    await noticeOver(caseId);
    await deliberate(caseId);
    await act(caseId, 'pass-up', { opinion: '符合' });
    await act(caseId, 'confirm', { fromMonth: '2012-01-01', opinion: '同意', by: desk.head });
    const [row] = await rows('SELECT entitlement_id AS id FROM benefits_entitlements WHERE person_id = $1', [
      personId,
    ]);
    const one = { personId, entitlementId: String(row?.['id']) };
    const asked = { answers: { lastMonth: '2014-12-01', reason: '转出' } };
    await change(one, 'ask-end', asked);
    await expect(change(one, 'confirm-end', asked)).rejects.toMatchObject(refused('forbidden'));
    await expect(change(one, 'confirm-end', { ...asked, actor: desk.officer })).rejects.toMatchObject(
      refused('forbidden'),
    );
    expect(await change(one, 'confirm-end', { ...asked, actor: desk.otherHead })).toMatchObject({
      place: 'ended',
    });
    expect(await segments(one)).toMatchObject([{ toMonth: '2014-12-01' }]);
    const { declarations } = (await run('benefits/list-declarations', { caseId }, desk.head)) as {
      declarations: { keptUntil: string }[];
    };
    expect(Number(declarations[0]?.keptUntil.slice(0, 4))).toBe(new Date().getFullYear() + 3);
  });

  it('is appealed against, and reinstated by another than who ended it', async () => {
    const one = await entitled('only-child-reward', '2013-01-01');
    const end = { answers: { lastMonth: '2013-06-01', reason: '有异议' } };
    await change(one, 'ask-end', end);
    await change(one, 'confirm-end', { ...end, actor: desk.otherHead });
    await change(one, 'appeal', { answers: { reason: '情况不实' }, actor: desk.officer });
    const again = { answers: { fromMonth: '2013-07-01', reason: '申诉成立' } };
    await expect(change(one, 'reinstate', { ...again, actor: desk.otherHead })).rejects.toMatchObject(
      refused('forbidden'),
    );
    expect(await change(one, 'reinstate', again)).toMatchObject({ place: 'active' });
  });

  it('goes to another county with all that belongs to it', async () => {
    const one = await entitled('special-support', '2013-01-01');
    const answers = { fromMonth: '2013-07-01', unit: neighbourVillage, reason: '户籍迁移' };
    await change(one, 'transfer', { answers });
    await expect(read(one)).rejects.toMatchObject(refused('not_found'));
    expect(await read(one, desk.neighbour)).toMatchObject({
      area: neighbourVillage,
      account: { ending: '0001' },
      segments: [{ toMonth: '2013-06-01' }, { fromMonth: '2013-07-01', area: neighbourVillage }],
    });
  });

  it('is looked at every year; who was not looked at is listed, and paid all the same', async () => {
    const one = await entitled('special-support', '2013-01-01');
    const due = async () => {
      const { rows: list } = await run('benefits/list-entitlements', { dueForYear: 2030, limit: 500 });
      return (list as Answer[]).some((row) => row['entitlementId'] === one.entitlementId);
    };
    expect(await due()).toBe(true);
    const entitlements = [{ personId: one.personId, entitlementId: one.entitlementId }];
    await run('benefits/confirm-year', { year: 2030, basis: '入户核实', entitlements });
    expect(await due()).toBe(false);
  });

  it('is listed before those that have ended', async () => {
    await entitled('special-support', '2013-01-01');
    const { personId } = await entitled('special-support', '2013-01-01');
    await rows(`UPDATE benefits_entitlements SET step = NULL, outcome = 'ended' WHERE person_id = $1`, [
      personId,
    ]);
    const { rows: list } = await run('benefits/list-entitlements', { limit: 500 });
    const hasEnded = (list as Answer[]).map(({ place }) => place === 'ended');
    expect(hasEnded).toContain(false);
    expect(hasEnded).toEqual(hasEnded.toSorted((a, b) => Number(a) - Number(b)));
    expect(hasEnded.at(-1)).toBe(true);
  });

  it('keeps reasons sealed', async () => {
    const one = await entitled('special-support', '2013-01-01');
    const reason = '只有测试知道的理由';
    await change(one, 'pause', { answers: { fromMonth: '2013-04-01', reason } });
    const kept = await rows('SELECT answers::text AS a FROM benefits_entitlement_actions');
    expect(JSON.stringify(kept)).not.toContain(reason);
    expect(JSON.stringify(await read(one))).toContain(reason);
  });
});

describe('what the register learns', () => {
  it('is listed for people to decide, and stops nothing', async () => {
    const died = await entitled('special-support', '2013-01-01');
    const moved = await entitled('special-support', '2013-01-01');
    await rows(
      `UPDATE register_persons SET death_date = '2014-03-05', registered_village = NULL, resident_village = NULL WHERE person_id = $1`,
      [died.personId],
    );
    await rows(
      `UPDATE register_persons SET registered_village = $2, resident_village = $2, registered_scope = $2, resident_scope = $2 WHERE person_id = $1`,
      [moved.personId, neighbourVillage],
    );
    const { rows: found } = (await run('benefits/find-changes', {})) as { rows: Answer[] };
    const of = (one: { personId: string }) => found.find((row) => row['personId'] === one.personId);
    expect(of(died)).toMatchObject({ change: 'died', since: '2014-03-05' });
    expect(of(moved)).toMatchObject({ change: 'moved', now: neighbourVillage });
    for (const one of [died, moved]) expect(await read(one)).toMatchObject({ place: 'active' });
  });
});

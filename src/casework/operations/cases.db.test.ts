import { describe, expect, it } from 'vitest';
import {
  type Answer,
  caseDesk,
  fuchengTownship,
  refused,
  youxianTownship,
} from '../../../test/support/case-desk.ts';

const { house, people, run, enquiry, file, act, actAs, applicantActs, progress, read } = await caseDesk();

const stateOf = (answer: Answer) => (answer['state'] as Answer)['key'];
const actionsOf = (answer: Answer) => (answer['actions'] as readonly Answer[]).map((one) => one['key']);
const closed = async (answers: object = enquiry) => {
  const receipt = await file('enquiry', answers);
  await act(receipt['caseId'], 'accept');
  await act(receipt['caseId'], 'resolve', { answer: '带身份证即可。' });
  return receipt;
};

describe('a case', () => {
  it('is filed without a name, and its receipt says number, code, limits and what comes next', async () => {
    const receipt = await file();
    expect(receipt).toMatchObject({
      number: expect.stringMatching(/^\d{8}-\d{6}-\d$/),
      code: expect.stringMatching(/^[2-9A-HJ-NP-Z]{8}$/),
      next: { label: { zh: '已收到，待受理' } },
    });
    expect(await read(receipt['caseId'])).toMatchObject({ applicant: null, queue: 'intake', open: true });
  });

  it('goes to the unit of the county whose township is named', async () => {
    const receipt = await file('enquiry', { ...enquiry, township: youxianTownship });
    await expect(read(receipt['caseId'])).rejects.toMatchObject(refused('not_found'));
    expect(await read(receipt['caseId'], people.neighbour)).toMatchObject({ unit: '510704000000' });
  });

  it('is taken in, answered and closed; the applicant reads the answer and no internal note', async () => {
    const receipt = await file();
    await act(receipt['caseId'], 'accept');
    await act(receipt['caseId'], 'note', { remark: '内部' });
    await act(receipt['caseId'], 'resolve', { answer: '带身份证即可。' });
    const seen = await progress(receipt);
    expect(seen).toMatchObject({ open: false, mayRate: true, state: { key: 'resolved' } });
    expect(JSON.stringify(seen)).toContain('带身份证即可。');
    expect(JSON.stringify(seen)).not.toContain('内部');
    expect(JSON.stringify(seen)).not.toContain('clerk');
  });

  it('waits for the applicant with its clock standing, and goes on where it was', async () => {
    const receipt = await file();
    await act(receipt['caseId'], 'accept');
    await act(receipt['caseId'], 'ask-applicant', { question: '哪个镇？' });
    expect(await progress(receipt)).toMatchObject({ paused: true, closeDue: null });
    await applicantActs(receipt, 'supply', { answer: '城厢' });
    const seen = await read(receipt['caseId']);
    expect(stateOf(seen)).toBe('handling');
    expect(seen['closeDue']).not.toBeNull();
  });

  it('is withdrawn by whoever filed it, with the code of the receipt alone', async () => {
    const receipt = await file();
    await expect(applicantActs({ ...receipt, code: 'WRONGCDE' }, 'withdraw')).rejects.toMatchObject(
      refused('not_found'),
    );
    await applicantActs(receipt, 'withdraw');
    expect(await progress(receipt)).toMatchObject({ open: false, state: { key: 'withdrawn' } });
  });

  it('has its limit extended when a second person agrees', async () => {
    const receipt = await file();
    await actAs(people.supervisor)(receipt['caseId'], 'accept', {});
    const before = await read(receipt['caseId']);
    await actAs(people.supervisor)(receipt['caseId'], 'ask-extension', { reason: '需要核实' });
    await expect(actAs(people.supervisor)(receipt['caseId'], 'approve-extension', {})).rejects.toMatchObject(
      refused('forbidden'),
    );
    await expect(act(receipt['caseId'], 'approve-extension')).rejects.toMatchObject(refused('forbidden'));
    await actAs(people.city)(receipt['caseId'], 'approve-extension', {});
    const after = await read(receipt['caseId']);
    expect(stateOf(after)).toBe('handling');
    expect(String(after['closeDue']) > String(before['closeDue'])).toBe(true);
  });

  it('is handed over with all that belongs to it, objected to, and comes back', async () => {
    const receipt = await file();
    await act(receipt['caseId'], 'accept');
    await act(receipt['caseId'], 'hand-over', { unit: '510704', reason: '属游仙区' });
    await expect(read(receipt['caseId'])).rejects.toMatchObject(refused('not_found'));
    const there = await read(receipt['caseId'], people.neighbour);
    expect(there['story']).toHaveLength(3);
    await actAs(people.neighbour)(receipt['caseId'], 'object', { reason: '不属本区' });
    expect(await read(receipt['caseId'])).toMatchObject({ queue: 'intake', assignee: null });
  });

  it('goes up a level, and no further than the city', async () => {
    const receipt = await file();
    await act(receipt['caseId'], 'escalate', { reason: '涉及全市' });
    expect(await read(receipt['caseId'], people.city)).toMatchObject({ unit: '510700000000' });
    await expect(
      actAs(people.city)(receipt['caseId'], 'escalate', { reason: '再上报' }),
    ).rejects.toMatchObject(refused('conflict'));
  });

  it('asks another unit for its part, which sees the matter and not who asked', async () => {
    const receipt = await file('enquiry', { ...enquiry, name: '王秀英' });
    await act(receipt['caseId'], 'share', { unit: '510704', question: '请提供贵区的办理地点。' });
    const { parts } = (await run('casework/list-parts', {}, people.neighbour)) as { parts: Answer[] };
    expect(parts).toHaveLength(1);
    expect(JSON.stringify(parts)).not.toContain('王秀英');
    expect((await run('casework/list-parts', {}))['parts']).toEqual([]);
    const [part] = parts;
    await run(
      'casework/answer-part',
      { caseId: part?.['caseId'], partId: part?.['partId'], answer: '政务中心二楼。' },
      people.neighbour,
    );
    expect(await read(receipt['caseId'])).toMatchObject({ parts: [{ answer: '政务中心二楼。' }] });
  });

  it('is merged into another open one of its kind', async () => {
    const first = await file();
    const second = await file();
    await act(second['caseId'], 'merge', { into: first['number'] });
    expect(await progress(second)).toMatchObject({ open: false, state: { key: 'merged' } });
    await expect(act(first['caseId'], 'merge', { into: second['number'] })).rejects.toMatchObject(
      refused('invalid_input', 'into'),
    );
  });

  it('refuses an action on a version that is no longer the newest, and says who acted', async () => {
    const receipt = await file();
    const { version } = await read(receipt['caseId']);
    await actAs(people.colleague)(receipt['caseId'], 'accept', {});
    const late = run('casework/act-on-case', { caseId: receipt['caseId'], action: 'take', version });
    await expect(late).rejects.toMatchObject({
      details: { message: { zh: expect.stringContaining('colleague') } },
    });
  });

  it('is rated once; a dissatisfied answer has a supervisor look at it again', async () => {
    const receipt = await closed();
    const { number, code } = receipt;
    const rating = { number, code, satisfied: 'dissatisfied', solved: 'no', remark: '没有答到点上' };
    expect(await run('casework/rate-case', rating, people.anybody)).toMatchObject({ reopened: true });
    await expect(run('casework/rate-case', rating, people.anybody)).rejects.toMatchObject(
      refused('conflict'),
    );
    expect(actionsOf(await read(receipt['caseId'], people.supervisor))).toContain('uphold');
    expect(actionsOf(await read(receipt['caseId']))).not.toContain('uphold');
    await actAs(people.supervisor)(receipt['caseId'], 'handle-again', { reason: '补充说明' });
    expect(stateOf(await read(receipt['caseId']))).toBe('handling');
  });

  it('is rated by the link of the message, without code or signing in', async () => {
    const receipt = await file('enquiry', { ...enquiry, phone: '13900000003' });
    await act(receipt['caseId'], 'accept');
    await act(receipt['caseId'], 'resolve', { answer: '已答复' });
    const { rows } = await house.ground.database.owner.query<{ body: string }>(
      'SELECT body_zh AS body FROM casework_messages WHERE case_id = $1',
      [receipt['caseId']],
    );
    const token = rows.flatMap(({ body }) => /rate\?token=(\S+)/.exec(body)?.[1] ?? [])[0] ?? '';
    const rating = { number: receipt['number'], satisfied: 'satisfied', solved: 'yes' };
    await run('casework/rate-case', { ...rating, code: decodeURIComponent(token) }, people.anybody);
    expect(await progress(receipt)).toMatchObject({ rated: true, mayRate: false });
  });

  it('is rated when it is closed, and not before', async () => {
    const { number, code } = await file();
    const early = { number, code, satisfied: 'satisfied', solved: 'yes' };
    await expect(run('casework/rate-case', early, people.anybody)).rejects.toMatchObject(refused('conflict'));
  });

  it('that sounds like distress comes first, and nothing else follows from it', async () => {
    const receipt = await file('enquiry', { ...enquiry, matter: '孩子走了，我不想活了。' });
    const { rows } = (await run('casework/list-cases', {})) as { rows: Answer[] };
    expect(rows[0]).toMatchObject({ caseId: receipt['caseId'], distress: true });
  });

  it('from the 12345 line opens one case however often it is passed on', async () => {
    const passed = {
      externalNumber: 'MY20261127000123',
      kind: 'complaint',
      matter: '窗口收费',
      township: fuchengTownship,
      receivedAt: '2026-09-24T10:00:00+08:00',
    };
    const [one, other] = await Promise.all([
      run('casework/import-hotline-case', passed, people.supervisor),
      run('casework/import-hotline-case', passed, people.supervisor),
    ]);
    expect(one['number']).toBe(other['number']);
    expect(await read(one['caseId'])).toMatchObject({ receivedOn: '2026-09-24', channel: 'hotline-12345' });
  });
});

describe('late cases', () => {
  it('are late when they are closed late, whether the job has looked or not', async () => {
    const passed = { externalNumber: 'MY-OLD-2', kind: 'consult', matter: '进度', township: fuchengTownship };
    const { caseId } = await run(
      'casework/import-hotline-case',
      { ...passed, receivedAt: '2026-03-02T10:00:00+08:00' },
      people.supervisor,
    );
    await act(caseId, 'accept');
    expect(await read(caseId)).toMatchObject({ replyLate: true, closeLate: false });
    await act(caseId, 'resolve', { answer: '已答复' });
    expect(await read(caseId)).toMatchObject({ closeLate: true });
  });

  it('are found by a job and stay marked when they are closed', async () => {
    const passed = { externalNumber: 'MY-OLD-1', kind: 'consult', matter: '进度', township: fuchengTownship };
    const { caseId } = await run(
      'casework/import-hotline-case',
      { ...passed, receivedAt: '2026-03-02T10:00:00+08:00' },
      people.supervisor,
    );
    expect(await read(caseId)).toMatchObject({ closeLate: false, closeDue: '2026-03-05' });
    await run('casework/find-overdue', {}, people.operator);
    expect(await read(caseId)).toMatchObject({ closeLate: true, replyLate: true });
    await act(caseId, 'accept');
    await act(caseId, 'resolve', { answer: '已答复' });
    expect(await read(caseId)).toMatchObject({ closeLate: true, open: false });
  });
});

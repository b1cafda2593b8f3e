import { describe, expect, it } from 'vitest';
import { type Answer, caseDesk } from '../../../test/support/case-desk.ts';

const { people, run, enquiry, file, act, actAs, read } = await caseDesk();
const list = (input: object) =>
  run('casework/list-cases', input) as Promise<{ rows: Answer[]; total: number }>;

describe('what a desk sees of a case', () => {
  it('is how many days are left, counted as the rule counts them, or that the clock stands', async () => {
    const { caseId } = await file();
    expect(await read(caseId)).toMatchObject({
      paused: false,
      replyLeft: { days: 1, count: 'working' },
      closeLeft: { days: 3, count: 'working' },
      clock: { pauses: [], extensions: 0 },
    });
    await act(caseId, 'accept');
    await act(caseId, 'ask-applicant', { question: '哪个镇？' });
    expect(await read(caseId)).toMatchObject({
      paused: true,
      closeLeft: null,
      clock: { pauses: [{ to: null }] },
    });
    const { rows } = await list({ queue: 'waiting' });
    expect(rows).toMatchObject([{ caseId, paused: true, closeLeft: null }]);
  });

  it('is also what may not be done now, and why', async () => {
    const { caseId } = await file();
    await actAs(people.supervisor)(caseId, 'ask-extension', { reason: '需要核实' });
    const seen = await read(caseId, people.supervisor);
    expect(seen['barred']).toMatchObject([
      { key: 'approve-extension', why: { zh: '不能审批自己提出的申请。' } },
      { key: 'refuse-extension' },
    ]);
    expect((await read(caseId, people.clerk))['barred']).toEqual([]);
  });
});

describe('the list', () => {
  it('finds what somebody filed by the whole phone number that was left, and by no part of it', async () => {
    const { caseId } = await file('enquiry', { ...enquiry, phone: '13800138000' });
    expect((await list({ query: '138 0013 8000' })).rows).toMatchObject([{ caseId }]);
    expect((await list({ query: '13900139000' })).total).toBe(0);
    expect((await run('casework/list-cases', { query: '13800138000' }, people.neighbour))['total']).toBe(0);
  });

  it('has the newest first when one asks for it', async () => {
    const { rows } = await list({ sort: 'received' });
    const days = rows.map((row) => String(row['receivedOn']));
    expect(days).toEqual([...days].sort().reverse());
  });
});

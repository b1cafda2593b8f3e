import { describe, expect, it } from 'vitest';
import { samples } from '../../../policy/services/index.ts';
import { type Answer, caseDesk, refused } from '../../../test/support/case-desk.ts';

const { people, run, file, act } = await caseDesk();
const nowhere = '00000000-0000-4000-8000-000000000000';

/** Operations of officers, with an input that is well formed. */
const guarded = [
  ['casework/list-cases', {}],
  ['casework/count-queues', {}],
  ['casework/read-case', { caseId: nowhere }],
  ['casework/reveal-answer', { caseId: nowhere, key: 'phone', reason: '核对情况' }],
  ['casework/list-parts', {}],
  ['casework/answer-part', { caseId: nowhere, partId: nowhere, answer: '…' }],
  ['casework/find-overdue', {}],
  ['casework/send-messages', {}],
  ['casework/forget-drafts', {}],
  [
    'casework/import-hotline-case',
    {
      externalNumber: 'X-0001',
      kind: 'consult',
      matter: '…',
      township: '510703001',
      receivedAt: '2026-03-02T10:00:00+08:00',
    },
  ],
] as const;

describe('who may do what with cases', () => {
  it.each(guarded)('%s is refused to the public and to whoever lacks its permission', async (name, input) => {
    await expect(run(name, input, people.anybody)).rejects.toMatchObject(refused('unauthenticated'));
    await expect(run(name, input, people.registrar)).rejects.toMatchObject(refused('forbidden'));
  });

  it('what the house does by itself is not done by officers', async () => {
    for (const name of ['casework/find-overdue', 'casework/send-messages', 'casework/forget-drafts'])
      await expect(run(name, {}, people.city)).rejects.toMatchObject(refused('forbidden'));
  });

  it('the public acts on no case without its number and code', async () => {
    const { caseId } = await file();
    const bare = run('casework/act-on-case', { caseId, action: 'accept' }, people.anybody);
    await expect(bare).rejects.toMatchObject(refused('not_found'));
    const registrar = run('casework/act-on-case', { caseId, action: 'accept' }, people.registrar);
    await expect(registrar).rejects.toMatchObject(refused('not_found'));
  });

  it('another county neither lists, reads, reveals, counts nor acts on a case, by whatever way', async () => {
    const filed = await file('enquiry', {
      ...samples['enquiry']?.full,
      name: '独一无二',
      township: '510703001000',
    });
    const { neighbour } = people;
    const ways = [
      () => run('casework/read-case', { caseId: filed['caseId'] }, neighbour),
      () =>
        run(
          'casework/reveal-answer',
          { caseId: filed['caseId'], key: 'phone', reason: '核对情况' },
          neighbour,
        ),
      () => run('casework/act-on-case', { caseId: filed['caseId'], action: 'take' }, neighbour),
    ];
    for (const way of ways) await expect(way()).rejects.toMatchObject(refused('not_found'));
    for (const query of ['独一无二', filed['number']])
      expect(await run('casework/list-cases', { query }, neighbour)).toMatchObject({ rows: [], total: 0 });
    expect(await run('casework/count-queues', {}, neighbour)).toMatchObject({ open: 0 });
  });

  it('an application for a benefit is seen by whoever handles benefits, and by no other desk', async () => {
    const { caseId } = await file('special-support', samples['special-support']?.answers);
    for (const actor of [people.clerk, people.supervisor, people.city, people.nurse])
      await expect(run('casework/read-case', { caseId }, actor)).rejects.toMatchObject(refused('not_found'));
    expect(await run('casework/read-case', { caseId }, people.benefitsHead)).toMatchObject({ caseId });
    const { caseId: other } = await file();
    await expect(run('casework/read-case', { caseId: other }, people.benefitsHead)).rejects.toMatchObject(
      refused('not_found'),
    );
  });

  it('a caseworker approves nothing, and assigns nobody', async () => {
    const { caseId } = await file();
    await act(caseId, 'accept');
    await expect(act(caseId, 'assign', { officer: 'clerk' })).rejects.toMatchObject(refused('forbidden'));
    const { actions } = (await run('casework/read-case', { caseId })) as { actions: Answer[] };
    expect(actions.map((one) => one['key'])).not.toContain('assign');
  });
});

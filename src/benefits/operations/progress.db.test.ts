import { describe, expect, it } from 'vitest';
import { answerOf, benefitsDesk, desk, linesOf } from '../../../test/support/benefits-desk.ts';
import { type Answer, refused } from '../../../test/support/case-desk.ts';

const { run, rows, enrol, apply, act, change } = await benefitsDesk();

/** An application of somebody, with the receipt that they have of it. */
async function filed(over: object = {}) {
  const person = await enrol();
  const receipt = await apply('special-support', { ...person, phone: '13800000009', ...over });
  return { ...person, caseId: receipt.caseId, number: receipt['number'], code: receipt['code'] };
}
async function confirmed(fromMonth: string, over: object = {}) {
  const one = await filed(over);
  await act(one.caseId, 'accept');
  await act(one.caseId, 'pass-up', { opinion: '符合' });
  await act(one.caseId, 'confirm', { fromMonth, opinion: '同意', by: desk.head });
  const [row] = await rows('SELECT entitlement_id AS id FROM benefits_entitlements WHERE person_id = $1', [
    one.personId,
  ]);
  return { ...one, entitlementId: String(row?.['id']) };
}
type Filed = Awaited<ReturnType<typeof filed>>;
const progress = ({ number, code }: Filed, secret: unknown = code) =>
  run('benefits/read-progress', { number, secret }, desk.anybody);

const PERIOD = { programme: 'special-support', year: 2013, area: '510703' };
const create = async (quarter: number) =>
  (await run('benefits/create-batch', { ...PERIOD, quarter }, desk.accountant))['batchId'];
const sent = async (quarter: number) => {
  const batchId = await create(quarter);
  await run('benefits/approve-batch', { batchId }, desk.head);
  const { content } = await run('benefits/export-batch', { batchId, format: 'csv-utf8' }, desk.accountant);
  return { batchId, content };
};
const answered = async (quarter: number, failing: Parameters<typeof answerOf>[1] = () => false) => {
  const { batchId, content } = await sent(quarter);
  const answer = answerOf(linesOf(content), failing);
  await run('benefits/read-return-file', { batchId, content: answer, format: 'csv-utf8' }, desk.accountant);
};

describe('what became of an application for a benefit', () => {
  it('is nothing before it is confirmed', async () => {
    expect(await progress(await filed())).toEqual({ drawn: null });
  });

  it('is what is drawn since when at which rate, and each payment with its result, and nothing of accounts', async () => {
    const one = await confirmed('2013-01-20', { situation: 'loss' });
    await answered(1);
    await answered(2, () => true);
    await sent(3);
    const { drawn } = (await progress(one)) as { drawn: Answer };
    expect(drawn).toMatchObject({
      programme: { key: 'special-support' },
      variant: { zh: '独生子女死亡，每人每月' },
      state: { key: 'active' },
      startMonth: '2013-01-01',
      lastMonth: null,
      payments: [
        // With what came back from the quarter before.
        { year: 2013, quarter: 3, fen: 81_000, state: 'sent', day: null },
        { quarter: 2, state: 'returned', day: '2014-01-10' },
        {
          quarter: 1,
          fen: 40_500,
          fromMonth: '2013-01-01',
          toMonth: '2013-03-01',
          state: 'paid',
          day: '2014-01-10',
        },
      ],
    });
    expect(JSON.stringify(drawn)).not.toMatch(/6200|0001|[0-9a-f]{8}-[0-9a-f]{4}/);
  });

  it('says nothing of a list that is not sent yet', async () => {
    const one = await confirmed('2013-10-01');
    await create(4);
    expect(await progress(one)).toMatchObject({ drawn: { payments: [] } });
  });

  it('says until when it is given once it ends', async () => {
    const one = await confirmed('2013-01-01');
    const end = { answers: { lastMonth: '2013-06-01', reason: '本人要求' } };
    await change(one, 'ask-end', end);
    await change(one, 'confirm-end', { ...end, actor: desk.otherHead });
    expect(await progress(one)).toMatchObject({
      drawn: { state: { key: 'ended' }, lastMonth: '2013-06-01' },
    });
  });

  it('is for whoever has the code or the phone that was left', async () => {
    const one = await confirmed('2013-01-01');
    expect(await progress(one, '138 0000 0009')).toEqual(await progress(one));
  });

  it('is told to nobody else: a wrong code and a wrong number look alike, and guessing ends', async () => {
    const one = await confirmed('2013-01-01');
    await expect(progress(one, 'AAAA2222')).rejects.toMatchObject(refused('not_found'));
    await expect(progress({ ...one, number: '20260101-000000-0' })).rejects.toMatchObject(
      refused('not_found'),
    );
    for (let guess = 1; guess < 10; guess += 1)
      await expect(progress(one, 'AAAA2222')).rejects.toMatchObject(refused('not_found'));
    await expect(progress(one)).rejects.toMatchObject(refused('too_many_requests'));
    // The same door as that of the case: it is shut there too.
    const { number, code } = one;
    const ofCase = run('casework/read-progress', { number, secret: code }, desk.anybody);
    await expect(ofCase).rejects.toMatchObject(refused('too_many_requests'));
  });

  it('is nothing for a case that is no application', async () => {
    const receipt = await apply('enquiry');
    expect(await progress(receipt as unknown as Filed)).toEqual({ drawn: null });
  });
});

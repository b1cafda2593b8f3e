import { describe, expect, it } from 'vitest';
import {
  answerOf,
  benefitsDesk,
  desk,
  inBenefitsRole,
  linesOf,
  neighbourVillage,
} from '../../../test/support/benefits-desk.ts';
import { type Answer, refused } from '../../../test/support/case-desk.ts';

const { run, rows, entitled, change } = await benefitsDesk();

type Entitled = Awaited<ReturnType<typeof entitled>>;
const programme = 'special-support';
const create = (over: object = {}, actor = desk.accountant) =>
  run('benefits/create-batch', { programme, year: 2013, quarter: 1, area: '510703', ...over }, actor);
const approve = (batchId: unknown) => run('benefits/approve-batch', { batchId }, desk.head);
const books = () => run('benefits/check-ledger', {}, desk.cityAccountant);
const find = (over: object = {}, actor = desk.officer) =>
  run('benefits/find-arrears', { programme, ...over }, actor) as Promise<unknown> as Promise<{
    readonly found: readonly Answer[];
    readonly total: { readonly people: number; readonly months: number; readonly fen: number };
    readonly withoutRate: number;
    readonly decisions: readonly Answer[];
  }>;
const note = (fen: number, over: object = {}, actor = desk.officer) =>
  run('benefits/note-arrears', { programme, fen, document: '涪卫健〔2014〕3 号', ...over }, actor);
const decide = (decisionId: unknown, as = 'approved', actor = desk.head) =>
  run('benefits/decide-arrears', { decisionId, as }, actor);
const paymentsOf = async ({ personId }: Entitled) =>
  (await run('benefits/list-payments-of-person', { personId }))['payments'] as Answer[];
const overpaid = async ({ personId }: Entitled) =>
  ((await run('benefits/find-overpayments', {}))['found'] as Answer[]).filter(
    (one) => one['personId'] === personId,
  );

async function send(batchId: unknown, failing: Parameters<typeof answerOf>[1] = () => false) {
  await approve(batchId);
  const { content } = await run('benefits/export-batch', { batchId }, desk.accountant);
  const answer = answerOf(linesOf(content), failing);
  await run('benefits/read-return-file', { batchId, content: answer }, desk.accountant);
}
async function paidOut(over: object = {}) {
  const { batchId } = await create(over);
  await send(batchId);
  return batchId;
}
/** The child died earlier than was known: from a month on the other variant is due. */
const becomesLoss = (one: Entitled, fromMonth: string) =>
  change(one, 'change-variant', { answers: { fromMonth, variant: 'loss', reason: '补交死亡证明' } });
const becomesDisability = (one: Entitled, fromMonth: string) =>
  change(one, 'change-variant', { answers: { fromMonth, variant: 'disability', reason: '更正' } });

/** Each test has the county for itself: what others left is no longer there to be compared. */
const clear = async () => {
  await rows(
    `UPDATE benefits_segments SET to_month = from_month, next_month = (from_month + interval '1 month')::date`,
  );
  for (const table of ['benefits_entitlements', 'benefits_arrears_decisions'])
    await rows(`UPDATE ${table} SET area_scope = '510781001001'`);
};
/** One person, paid for a quarter at the lower rate, to whom the higher one is due since February. */
async function owed() {
  await clear();
  const one = await entitled(programme, '2013-01-01');
  await paidOut();
  await becomesLoss(one, '2013-02-01');
  return one;
}
const OWED = 2 * (13_500 - 11_000);

describe('what is owed for months that were paid', () => {
  it('is found by person, months, rate paid and rate due, after a change that was decided backwards', async () => {
    const one = await owed();
    const { found, total, withoutRate } = await find();
    expect(found).toMatchObject([
      {
        personId: one.personId,
        fromMonth: '2013-02-01',
        toMonth: '2013-03-01',
        months: 2,
        paidFen: 11_000,
        dueFen: 13_500,
        fen: OWED,
      },
    ]);
    expect([total, withoutRate]).toEqual([{ people: 1, months: 2, fen: OWED }, 0]);
  });

  it('is found after a value of the county was approved for months that were paid', async () => {
    await clear();
    await entitled(programme, '2013-01-01');
    await paidOut();
    const value = {
      programme,
      parameter: 'disability',
      place: '510703',
      from: '2013-03-01',
      to: '2013-03-31',
      amount: 12_300,
      document: '涪府办〔2013〕41 号',
      publishedOn: '2013-05-01',
      confirmedThrough: '2013-12-31',
    };
    const { valueId } = await run('benefits/enter-value', value);
    expect((await find()).found).toEqual([]);
    await run('benefits/approve-value', { valueId }, desk.head);
    expect((await find()).found).toMatchObject([
      { fromMonth: '2013-03-01', months: 1, paidFen: 11_000, dueFen: 12_300, fen: 1300 },
    ]);
    await rows('DELETE FROM benefits_values WHERE value_id = $1', [valueId]);
  });

  it('is nothing for months on a list that nobody approved, and nothing elsewhere', async () => {
    await clear();
    const one = await entitled(programme, '2013-01-01');
    const { batchId } = await create();
    await becomesLoss(one, '2013-02-01');
    expect((await find()).total.fen).toBe(0);
    await approve(batchId);
    expect((await find()).total.fen).toBe(OWED);
    expect((await find({}, desk.neighbour)).total.fen).toBe(0);
    expect((await find({ area: '510704' })).total.fen).toBe(0);
  });
});

describe('arrears', () => {
  it('are noted by one, approved by another, and stand on the next list once, as a part of the line', async () => {
    const one = await owed();
    const { decisionId } = await note(OWED);
    expect((await find()).found).toEqual([]);
    await expect(create({ quarter: 1 })).rejects.toMatchObject(refused('conflict'));
    await decide(decisionId);
    const { batchId, fen } = await create({ quarter: 2 });
    expect(fen).toBe(3 * 13_500 + OWED);
    const { rows: lines } = (await run('benefits/read-batch', { batchId })) as { readonly rows: Answer[] };
    expect(lines).toMatchObject([{ fen: 3 * 13_500 + OWED, arrearsFen: OWED, months: 3 }]);
    await send(batchId);
    expect(await run('benefits/reconcile-batch', { batchId }, desk.accountant)).toMatchObject({
      balanced: true,
      state: 'reconciled',
    });
    expect((await paymentsOf(one))[0]).toMatchObject({ arrearsFen: OWED, state: 'paid' });
    const { batchId: next } = await create({ quarter: 3 });
    expect(((await run('benefits/read-batch', { batchId: next }))['rows'] as Answer[])[0]).toMatchObject({
      arrearsFen: 0,
    });
    expect((await find()).decisions).toMatchObject([{ decidedAs: 'approved', listedFen: OWED }]);
    expect(await overpaid(one)).toEqual([]);
    expect(await books()).toMatchObject({ balanced: true, faults: [] });
  });

  it('are booked apart from the months of the list', async () => {
    await owed();
    await decide((await note(OWED))['decisionId']);
    const { batchId } = await create({ quarter: 2 });
    await approve(batchId);
    const booked = await rows(
      'SELECT purpose, fen, debit, credit FROM benefits_ledger WHERE source_id = $1',
      [batchId],
    );
    expect(booked).toEqual(
      expect.arrayContaining([
        { purpose: 'approved', fen: 3 * 13_500, debit: 'grants', credit: 'payable' },
        { purpose: 'arrears', fen: OWED, debit: 'grants', credit: 'payable' },
      ]),
    );
    expect(await books()).toMatchObject({ balanced: true, faults: [] });
  });

  it('of one person alone leave those of others to be noted', async () => {
    const one = await owed();
    const two = await entitled(programme, '2013-01-01');
    await paidOut();
    await becomesLoss(two, '2013-03-01');
    const { personId, entitlementId } = two;
    expect(await note(2500, { personId, entitlementId })).toMatchObject({ people: 1, months: 1, fen: 2500 });
    expect((await find()).found).toMatchObject([{ personId: one.personId, fen: OWED }]);
  });

  it('are not noted when anything else is owed than was shown, or twice', async () => {
    await owed();
    await expect(note(OWED + 1)).rejects.toMatchObject(refused('conflict', 'fen'));
    expect((await find()).decisions).toEqual([]);
    const both = await Promise.allSettled([note(OWED), note(OWED, {}, desk.head)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(
      await rows(
        'SELECT sum(fen)::integer AS fen FROM benefits_arrears a JOIN benefits_entitlements e USING (entitlement_id) WHERE e.area_scope < $1',
        ['510704'],
      ),
    ).toEqual([{ fen: OWED }]);
  });

  it('are never decided on by whoever noted them, and the database says so too', async () => {
    await owed();
    const { decisionId } = await note(OWED, {}, desk.head);
    await expect(decide(decisionId)).rejects.toMatchObject(refused('forbidden'));
    await expect(
      rows(
        `UPDATE benefits_arrears_decisions SET decided_as = 'approved', decided_on = noted_on, decided_by = noted_by WHERE decision_id = $1`,
        [decisionId],
      ),
    ).rejects.toThrow('benefits_arrears_decisions_four_eyes');
    await expect(decide(decisionId, 'approved', desk.neighbour)).rejects.toMatchObject(refused('not_found'));
    await decide(decisionId, 'approved', desk.otherHead);
    await expect(decide(decisionId, 'refused', desk.otherHead)).rejects.toMatchObject(refused('conflict'));
  });

  it('that were refused can be noted anew', async () => {
    await owed();
    await decide((await note(OWED))['decisionId'], 'refused');
    expect((await find()).total.fen).toBe(OWED);
    await decide((await note(OWED))['decisionId']);
    expect((await create({ quarter: 2 }))['fen']).toBe(3 * 13_500 + OWED);
    expect(await books()).toMatchObject({ balanced: true, faults: [] });
  });

  it('that are owed no more are not approved', async () => {
    const one = await owed();
    const { decisionId } = await note(OWED);
    await becomesDisability(one, '2013-02-01');
    await expect(decide(decisionId)).rejects.toMatchObject(refused('conflict'));
    await decide(decisionId, 'refused');
    expect((await find()).total.fen).toBe(0);
  });

  it('of a list that is cancelled come with the next one', async () => {
    await owed();
    await decide((await note(OWED))['decisionId']);
    const { batchId } = await create({ quarter: 2 });
    await run('benefits/cancel-batch', { batchId, reason: '核对后重做' }, desk.accountant);
    expect(await books()).toMatchObject({ balanced: true, faults: [] });
    expect((await create({ quarter: 2 }))['fen']).toBe(3 * 13_500 + OWED);
  });

  it('are listed where the entitlement lies by then', async () => {
    const one = await owed();
    await decide((await note(OWED))['decisionId']);
    await change(one, 'transfer', {
      answers: { fromMonth: '2013-04-01', unit: neighbourVillage, reason: '迁移' },
    });
    await expect(create({ quarter: 2 })).rejects.toMatchObject(refused('conflict'));
    const there = await create({ quarter: 2, area: '510704' }, desk.neighbourAccountant);
    expect(there['fen']).toBe(3 * 13_500 + OWED);
  });

  it('that fail at the bank are paid again with the line, and once', async () => {
    await owed();
    await decide((await note(OWED))['decisionId']);
    const { batchId } = await create({ quarter: 2 });
    await send(batchId, () => true);
    const again = await create({ quarter: 3 });
    expect(again['fen']).toBe(2 * 3 * 13_500 + OWED);
    await send(again['batchId']);
    await expect(create({ quarter: 3 })).rejects.toMatchObject(refused('conflict'));
    expect(await books()).toMatchObject({ balanced: true, faults: [] });
  });

  it('of a second rise are the rest alone', async () => {
    await clear();
    const one = await entitled(programme, '2014-01-01');
    await paidOut({ year: 2014 });
    await becomesLoss(one, '2014-03-01');
    const first = 17_000 - 15_000;
    await decide((await note(first))['decisionId']);
    await becomesLoss(one, '2014-02-01');
    expect((await find()).total).toEqual({ people: 1, months: 1, fen: first });
  });
});

describe('too much', () => {
  it('is the difference, when a lower variant is decided backwards', async () => {
    await clear();
    const one = await entitled(programme, '2013-01-01', { situation: 'loss' });
    await paidOut();
    await becomesDisability(one, '2013-02-01');
    expect(await overpaid(one)).toMatchObject([
      { fromMonth: '2013-02-01', toMonth: '2013-03-01', months: 2, isDue: 'less', fen: OWED },
    ]);
    const answers = { fen: OWED, fromMonth: '2013-02-01', lastMonth: '2013-03-01', reason: '档次更正' };
    await change(one, 'note-overpayment', { answers });
    expect(await overpaid(one)).toEqual([]);
    expect(await books()).toMatchObject({ balanced: true, faults: [] });
  });

  it('counts the arrears that were paid, and no more than all that was paid can be noted', async () => {
    const one = await owed();
    await decide((await note(OWED))['decisionId']);
    await paidOut({ quarter: 2 });
    await becomesDisability(one, '2013-01-01');
    const [found] = await overpaid(one);
    expect(found).toMatchObject({ fromMonth: '2013-02-01', fen: OWED + 3 * 2500 });
    const answers = { fromMonth: '2013-02-01', lastMonth: '2013-03-01', reason: '核对' };
    const all = 2 * 13_500;
    await expect(
      change(one, 'note-overpayment', { answers: { ...answers, fen: all + 1 } }),
    ).rejects.toMatchObject(refused('invalid_input', 'fen'));
    await change(one, 'note-overpayment', { answers: { ...answers, fen: all } });
  });

  it('that was noted is not topped up, unless people found that it was owed', async () => {
    await clear();
    const one = await entitled(programme, '2013-01-01');
    await paidOut();
    const answers = { fen: 100, fromMonth: '2013-02-01', lastMonth: '2013-03-01', reason: '核对' };
    await change(one, 'note-overpayment', { answers, actor: desk.officer });
    await becomesLoss(one, '2013-02-01');
    expect((await find()).total.fen).toBe(0);
    const [noted] = ((await run('benefits/find-overpayments', {}))['noted'] as Answer[]).filter(
      (row) => row['personId'] === one.personId,
    );
    await change(one, 'settle-overpayment', {
      answers: { overpayment: noted?.['overpaymentId'], as: 'not-owed', returnedFen: 0, reason: '核实应发' },
    });
    expect((await find()).total.fen).toBe(OWED);
  });
});

it('the copy that a person gets tells what they had in arrears', async () => {
  const { personId } = await owed();
  await decide((await note(OWED))['decisionId']);
  await paidOut({ quarter: 2 });
  const { holdings } = (await run(
    'register/export-person-file',
    { personId, reason: '本人持身份证到场' },
    inBenefitsRole('privacy-officer', '510703'),
  )) as unknown as { readonly holdings: readonly { title: { zh: string }; rows: readonly unknown[][] }[] };
  const payments = holdings.find(({ title }) => title.zh === '发放记录')?.rows;
  expect(payments?.map((row) => row.slice(1, 4))).toEqual([
    ['2013-2', '455.00', '50.00'],
    ['2013-1', '330.00', '—'],
  ]);
});

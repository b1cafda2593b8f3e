import { describe, expect, it } from 'vitest';
import {
  answerOf,
  benefitsDesk,
  desk,
  linesOf,
  neighbourVillage,
} from '../../../test/support/benefits-desk.ts';
import { type Answer, refused } from '../../../test/support/case-desk.ts';

const { run, rows, entitled, change } = await benefitsDesk();

type Entitled = Awaited<ReturnType<typeof entitled>>;
const create = (over: object = {}, actor = desk.accountant) =>
  run(
    'benefits/create-batch',
    { programme: 'special-support', year: 2013, quarter: 1, area: '510703', ...over },
    actor,
  );
const approve = (batchId: unknown, actor = desk.head) => run('benefits/approve-batch', { batchId }, actor);
const exported = (batchId: unknown, format = 'csv-utf8') =>
  run('benefits/export-batch', { batchId, format }, desk.accountant);
const returned = (batchId: unknown, content: string, format = 'csv-utf8') =>
  run('benefits/read-return-file', { batchId, content, format }, desk.accountant);
const reconcile = (batchId: unknown) => run('benefits/reconcile-batch', { batchId }, desk.accountant);
const books = () => run('benefits/check-ledger', {}, desk.cityAccountant);
const paymentsOf = async ({ personId }: Entitled, actor = desk.officer) =>
  (await run('benefits/list-payments-of-person', { personId }, actor))['payments'] as Answer[];

/** A list that went all the way: what failed is told. */
async function paidOut(over: object, failing: Parameters<typeof answerOf>[1] = () => false) {
  const { batchId } = await create(over);
  await approve(batchId);
  const { content } = await exported(batchId);
  await returned(batchId, answerOf(linesOf(content), failing));
  return batchId;
}
/** Each test has the county for itself: what others left is ended. */
const clear = () =>
  rows(
    `UPDATE benefits_segments SET to_month = from_month, next_month = (from_month + interval '1 month')::date`,
  );

describe('a list of payments', () => {
  it('pays each month of a quarter at the rate of the month, from the month on which it began', async () => {
    await clear();
    const one = await entitled('special-support', '2013-02-01');
    const two = await entitled('special-support', '2013-01-01', { situation: 'loss' });
    expect(await create()).toMatchObject({ lines: 2, fen: 2 * 11_000 + 3 * 13_500, state: 'draft' });
    expect(await paymentsOf(one)).toMatchObject([
      { fen: 22_000, months: 2, fromMonth: '2013-02-01', toMonth: '2013-03-01', state: 'draft' },
    ]);
    expect(await paymentsOf(two)).toMatchObject([{ fen: 40_500, months: 3 }]);
  });

  it('pays across a change of the rate: 2013 at 110, 2014 at 150 in the country', async () => {
    await clear();
    const one = await entitled('special-support', '2013-12-01');
    await paidOut({ year: 2014, quarter: 1 });
    expect(await paymentsOf(one)).toMatchObject([{ fen: 11_000 + 3 * 15_000, months: 4, state: 'paid' }]);
  });

  it('pays a yearly amount once, in its quarter, at the rate of the year', async () => {
    await clear();
    const one = await entitled('special-support', '2012-05-01', {
      situation: 'none-left-rural',
      ownStatement: 'stated',
    });
    const rural = { programme: 'rural-reward', year: 2013 };
    await expect(create({ ...rural, quarter: 3 })).rejects.toMatchObject(refused('conflict'));
    await paidOut({ ...rural, quarter: 4 });
    expect(await paymentsOf(one)).toMatchObject([{ fen: 2 * 96_000, months: 2 }]);
    await expect(create({ ...rural, quarter: 4 })).rejects.toMatchObject(refused('conflict'));
    expect(await paidOut({ ...rural, year: 2014, quarter: 4 })).toBeTruthy();
  });

  it('pays what the new variant and the pause say', async () => {
    await clear();
    const one = await entitled('special-support', '2013-01-01');
    await change(one, 'change-variant', {
      answers: { fromMonth: '2013-03-01', variant: 'loss', reason: '去世' },
    });
    await change(one, 'pause', { answers: { fromMonth: '2013-05-01', reason: '核实' } });
    await paidOut({ quarter: 1 });
    await paidOut({ quarter: 2 });
    expect((await paymentsOf(one)).map((payment) => payment['fen'])).toEqual([13_500, 2 * 11_000 + 13_500]);
    await change(one, 'resume', { answers: { fromMonth: '2013-05-01', reason: '补发' } });
    await paidOut({ quarter: 3 });
    expect((await paymentsOf(one))[0]).toMatchObject({ fen: 5 * 13_500, months: 5 });
  });

  it('has nothing on it that stands on another list, and is refused when nothing is left', async () => {
    await clear();
    await entitled('special-support', '2013-01-01');
    await create();
    await expect(create()).rejects.toMatchObject(refused('conflict'));
    await expect(create({ area: '5107' }, desk.cityAccountant)).rejects.toMatchObject(refused('conflict'));
  });

  it('is cancelled before it is approved; its months are free again', async () => {
    await clear();
    const one = await entitled('special-support', '2013-01-01');
    const { batchId } = await create();
    await run('benefits/cancel-batch', { batchId, reason: '核对后重做' }, desk.accountant);
    expect(await paymentsOf(one)).toEqual([]);
    const again = await create();
    expect(again).toMatchObject({ lines: 1, fen: 33_000 });
    await approve(again['batchId']);
    await expect(
      run('benefits/cancel-batch', { batchId: again['batchId'], reason: '太晚了' }, desk.head),
    ).rejects.toMatchObject({ details: {} });
    expect(await books()).toMatchObject({ balanced: true, faults: [] });
  });

  it('is approved by another than who made it, and the database says so too', async () => {
    await clear();
    await entitled('special-support', '2013-01-01');
    const both = {
      ...desk.head,
      name: 'both',
      permissions: new Set([...desk.head.permissions, ...desk.accountant.permissions]),
    };
    const { batchId } = await create({}, both);
    await expect(approve(batchId, both)).rejects.toMatchObject(refused('forbidden'));
    await expect(
      rows(`UPDATE benefits_batches SET state = 'approved', approved_by = created_by WHERE batch_id = $1`, [
        batchId,
      ]),
    ).rejects.toThrow('benefits_batches_four_eyes');
    expect(await approve(batchId)).toMatchObject({ state: 'approved' });
  });

  it('leaves nobody of another county on it, and is not there for them', async () => {
    await clear();
    const one = await entitled('special-support', '2013-01-01');
    await change(one, 'transfer', {
      answers: { fromMonth: '2013-01-01', unit: neighbourVillage, reason: '迁移' },
    });
    await expect(create()).rejects.toMatchObject(refused('conflict'));
    await expect(create({ area: '510704' })).rejects.toMatchObject(refused('forbidden'));
    const { batchId } = await create({ area: '510704' }, desk.neighbourAccountant);
    await expect(run('benefits/read-batch', { batchId }, desk.officer)).rejects.toMatchObject(
      refused('not_found'),
    );
  });

  it('pays all that earlier quarters left, and nothing for months before there was such a programme', async () => {
    await clear();
    await entitled('only-child-reward', '2002-05-01');
    const made = await create({ programme: 'only-child-reward', year: 2013, quarter: 1 });
    expect(made).toMatchObject({ lines: 1, fen: 500 * (4 + 10 * 12 + 3) });
  });

  it('has nobody on it whose account is missing, and says how many there are', async () => {
    await clear();
    const one = await entitled('special-support', '2013-01-01');
    await entitled('special-support', '2013-01-01');
    await rows('UPDATE benefits_entitlements SET account_version = NULL WHERE person_id = $1', [
      one.personId,
    ]);
    expect(await create()).toMatchObject({ lines: 1, withoutAccount: 1 });
    const account = { route: 'citizen-card', number: '6217 0000 1111 2222', holder: '秦望舒' };
    await rows('DELETE FROM benefits_accounts WHERE person_id = $1', [one.personId]);
    await run('benefits/change-account', {
      personId: one.personId,
      entitlementId: one.entitlementId,
      ...account,
    });
    expect(await create()).toMatchObject({ lines: 1, withoutAccount: 0 });
  });
});

describe('after a recorded death', () => {
  it('the month of the death is paid and no later one, until a person has decided', async () => {
    await clear();
    const one = await entitled('special-support', '2013-01-01');
    await rows(
      `UPDATE register_persons SET death_date = '2013-02-17', registered_village = NULL, resident_village = NULL WHERE person_id = $1`,
      [one.personId],
    );
    await paidOut({});
    expect(await paymentsOf(one)).toMatchObject([{ months: 2, toMonth: '2013-02-01' }]);
    await expect(create({ quarter: 2 })).rejects.toMatchObject(refused('conflict'));
    const end = { answers: { lastMonth: '2013-06-01', reason: '按当地规定发至六月' } };
    await change(one, 'ask-end', { ...end, actor: desk.officer });
    await change(one, 'confirm-end', end);
    await paidOut({ quarter: 2 });
    expect((await paymentsOf(one))[0]).toMatchObject({
      months: 4,
      fromMonth: '2013-03-01',
      toMonth: '2013-06-01',
    });
    await expect(create({ quarter: 3 })).rejects.toMatchObject(refused('conflict'));
  });
});

describe('the file for the bank', () => {
  it('has the accounts opened, the same bytes each time, and each writing is logged', async () => {
    await clear();
    await entitled('special-support', '2013-01-01');
    const { batchId, number } = await create();
    await expect(exported(batchId)).rejects.toMatchObject(refused('conflict'));
    await approve(batchId);
    const first = await exported(batchId);
    const text = Buffer.from(String(first['content']), 'base64').toString('utf8');
    expect(text).toContain('业务编号,收款账号,收款人,金额,账户类型,摘要');
    expect(text).toContain(`${String(number)}00000001,6200000000000000001,秦望舒,330.00,银行账户,`);
    expect((await exported(batchId))['sha256']).toBe(first['sha256']);
    expect(await rows('SELECT 1 FROM benefits_exports WHERE batch_id = $1', [batchId])).toHaveLength(2);
    const audit = await rows(
      `SELECT actor FROM platform_audit WHERE operation = 'benefits/export-batch' AND detail->>'batchId' = $1 AND outcome = 'done'`,
      [batchId],
    );
    expect(audit).toHaveLength(2);
    expect(await books()).toMatchObject({ balanced: true });
  });

  it('of fixed width has every column in its bytes, in GBK, and is read back', async () => {
    await clear();
    await entitled('special-support', '2013-01-01');
    const { batchId, number } = await create();
    await approve(batchId);
    const { content } = await exported(batchId, 'fixed-gbk');
    const bytes = Buffer.from(String(content), 'base64');
    const lines = bytes.toString('latin1').split('\r\n');
    expect(lines[0]).toBe(`0000000001${'33000'.padStart(18, '0')}`);
    expect(lines[1]).toHaveLength(20 + 32 + 60 + 15 + 1 + 30);
    expect(new TextDecoder('gbk').decode(bytes)).toContain('秦望舒');
    const answer = `00000000010000000000000033000\r\n${String(number)}00000001${'33000'.padStart(15, '0')}0000${' '.repeat(40)}20140110\r\n`;
    const read = await returned(batchId, Buffer.from(answer).toString('base64'), 'fixed-gbk');
    expect(read).toMatchObject({ lines: 1, paid: 1, paidFen: 33_000, unreadable: [] });
  });
});

describe('the answer of the bank', () => {
  it('is read line by line; the same file again changes nothing', async () => {
    await clear();
    await entitled('special-support', '2013-01-01');
    await entitled('special-support', '2013-02-01');
    const { batchId } = await create();
    await approve(batchId);
    const lines = linesOf((await exported(batchId))['content']);
    const answer = answerOf(lines, (_, index) => index === 0);
    expect(await returned(batchId, answer)).toMatchObject({ lines: 2, paid: 1, failed: 1, known: 0 });
    expect(await returned(batchId, answer)).toMatchObject({ lines: 2, paid: 0, failed: 0, known: 2 });
    expect(await reconcile(batchId)).toMatchObject({
      state: 'reconciled',
      balanced: true,
      waiting: 0,
      approvedFen: 55_000,
    });
    expect(await books()).toMatchObject({ balanced: true, faults: [] });
  });

  it('that names other amounts, other lines or other lists is told and not believed', async () => {
    await clear();
    await entitled('special-support', '2013-01-01');
    const { batchId, number, lines } = await create();
    await approve(batchId);
    const [line] = linesOf((await exported(batchId))['content']);
    const wrong = answerOf([
      { reference: String(line?.reference), yuan: '1.00' },
      { reference: `${String(number)}00000099`, yuan: '330.00' },
      { reference: '20131000000000000001', yuan: '330.00' },
    ]);
    expect(await returned(batchId, wrong)).toMatchObject({ paid: 0, mismatched: [1, 99], unreadable: [3] });
    expect(await reconcile(batchId)).toMatchObject({ state: 'exported', waiting: lines, balanced: true });
    const [good] = linesOf((await exported(batchId))['content']);
    if (!good) throw new Error('no line');
    await returned(batchId, answerOf([good]));
    expect(
      await returned(
        batchId,
        answerOf([good], () => true),
      ),
    ).toMatchObject({
      failed: 0,
      mismatched: [1],
    });
  });

  it('puts what failed on a later list, once, with the months of that quarter', async () => {
    await clear();
    const one = await entitled('special-support', '2013-01-01');
    await paidOut({}, () => true);
    expect(await paymentsOf(one)).toMatchObject([{ state: 'failed', reason: '账号户名不符' }]);
    const account = { route: 'bank-account', number: '6200000000000000999', holder: '秦望舒' };
    await run('benefits/change-account', {
      personId: one.personId,
      entitlementId: one.entitlementId,
      ...account,
    });
    const { batchId } = await create({ quarter: 2 });
    expect(await paymentsOf(one)).toMatchObject([
      { fen: 66_000, months: 3, state: 'draft' },
      { fen: 33_000 },
    ]);
    await approve(batchId);
    const { content } = await exported(batchId);
    expect(Buffer.from(String(content), 'base64').toString()).toContain('6200000000000000999');
    await returned(batchId, answerOf(linesOf(content)));
    await expect(create({ quarter: 2 })).rejects.toMatchObject(refused('conflict'));
    expect(await books()).toMatchObject({ balanced: true, faults: [] });
  });
});

describe('an overpayment', () => {
  it('is found, noted by one and settled by another; nothing is taken back by itself', async () => {
    await clear();
    const one = await entitled('special-support', '2013-01-01');
    await paidOut({ quarter: 2 });
    await change(one, 'ask-end', {
      answers: { lastMonth: '2013-04-01', reason: '康复' },
      actor: desk.officer,
    });
    await change(one, 'confirm-end', { answers: { lastMonth: '2013-04-01', reason: '康复' } });
    const { found } = (await run('benefits/find-overpayments', {})) as { found: Answer[] };
    expect(found.find((row) => row['personId'] === one.personId)).toMatchObject({
      fromMonth: '2013-05-01',
      months: 2,
      fen: 22_000,
    });
    const noted = { fen: 22_000, fromMonth: '2013-05-01', lastMonth: '2013-06-01', reason: '多发两个月' };
    await expect(
      change(one, 'note-overpayment', { answers: { ...noted, fen: 99_000 } }),
    ).rejects.toMatchObject(refused('invalid_input', 'fen'));
    await change(one, 'note-overpayment', { answers: noted, actor: desk.head });
    const { noted: list } = (await run('benefits/find-overpayments', {})) as { noted: Answer[] };
    const overpayment = list.find((row) => row['personId'] === one.personId)?.['overpaymentId'];
    const settled = { overpayment, as: 'returned', returnedFen: 22_000, reason: '已退回' };
    await expect(change(one, 'settle-overpayment', { answers: settled })).rejects.toMatchObject(
      refused('forbidden'),
    );
    await change(one, 'settle-overpayment', { answers: settled, actor: desk.otherHead });
    expect(await books()).toMatchObject({ balanced: true, faults: [] });
  });
});

describe('a death that is recorded after months were paid', () => {
  it('shows them as paid too much, for people to decide', async () => {
    await clear();
    const one = await entitled('special-support', '2013-01-01');
    await paidOut({ quarter: 2 });
    await rows(
      `UPDATE register_persons SET death_date = '2013-04-20', registered_village = NULL, resident_village = NULL WHERE person_id = $1`,
      [one.personId],
    );
    const { found } = (await run('benefits/find-overpayments', {})) as { found: Answer[] };
    expect(found.find((row) => row['personId'] === one.personId)).toMatchObject({
      fromMonth: '2013-05-01',
      toMonth: '2013-06-01',
      fen: 22_000,
    });
  });
});

describe('the books', () => {
  it('cannot be changed, not even by the application', async () => {
    const privileges = await rows(
      `SELECT has_table_privilege('jiahu_app', 'benefits_ledger', 'DELETE') AS d, has_column_privilege('jiahu_app', 'benefits_ledger', 'fen', 'UPDATE') AS u`,
    );
    expect(privileges).toEqual([{ d: false, u: false }]);
  });

  it('refuse a month that was paid already, whatever asks for it', async () => {
    const again = rows(`INSERT INTO benefits_paid_months SELECT * FROM benefits_paid_months LIMIT 1`);
    await expect(again).rejects.toThrow('benefits_paid_months_pk');
  });
});

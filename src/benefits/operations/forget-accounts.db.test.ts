import { describe, expect, it } from 'vitest';
import { accountsKept } from '../../../policy/payment/index.ts';
import { answerOf, benefitsDesk, desk, linesOf } from '../../../test/support/benefits-desk.ts';
import { refused } from '../../../test/support/case-desk.ts';

const { run, rows, entitled, change } = await benefitsDesk();

type Entitled = Awaited<ReturnType<typeof entitled>>;
const forget = (actor = desk.accountant) => run('benefits/forget-accounts', {}, actor);
const accountOf = ({ entitlementId }: Entitled) =>
  rows('SELECT account IS NULL AS gone FROM benefits_accounts WHERE entitlement_id = $1 ORDER BY version', [
    entitlementId,
  ]);

/** An entitlement that was paid once and ended. */
async function over(failing = false) {
  const one = await entitled('special-support', '2013-01-01');
  const list = { programme: 'special-support', year: 2013, quarter: 1, area: '510703' };
  const { batchId } = await run('benefits/create-batch', list, desk.accountant);
  await run('benefits/approve-batch', { batchId }, desk.head);
  const { content } = await run('benefits/export-batch', { batchId }, desk.accountant);
  const answer = answerOf(linesOf(content), () => failing);
  await run('benefits/read-return-file', { batchId, content: answer }, desk.accountant);
  const answers = { lastMonth: '2013-03-01', reason: '不再符合' };
  await change(one, 'ask-end', { answers, actor: desk.officer });
  await change(one, 'confirm-end', { answers });
  return { ...one, batchId };
}
/** Everything of it happened longer ago than accounts are kept. */
async function longAgo({ entitlementId, batchId }: Awaited<ReturnType<typeof over>>) {
  const years = `interval '${String(accountsKept.years)} years 2 days'`;
  await rows(`UPDATE benefits_accounts SET recorded_at = recorded_at - ${years} WHERE entitlement_id = $1`, [
    entitlementId,
  ]);
  await rows(
    `UPDATE benefits_entitlement_actions SET day = (day - ${years})::date WHERE entitlement_id = $1`,
    [entitlementId],
  );
  await rows(`UPDATE benefits_batches SET created_at = created_at - ${years} WHERE batch_id = $1`, [batchId]);
}

describe('accounts', () => {
  it('are kept while vouchers are, and destroyed after: what was paid stays', async () => {
    const one = await over();
    await forget();
    expect(await accountOf(one)).toEqual([{ gone: false }]);
    await longAgo(one);
    expect(await forget(desk.neighbourAccountant)).toEqual({ forgotten: 0 });
    expect(await forget()).toEqual({ forgotten: 1 });
    expect(await accountOf(one)).toEqual([{ gone: true }]);
    const { personId, entitlementId, batchId } = one;
    expect(await run('benefits/read-entitlement', { personId, entitlementId })).toMatchObject({
      account: null,
    });
    expect(await run('benefits/list-payments-of-person', { personId })).toMatchObject({
      payments: [{ fen: 33_000, state: 'paid' }],
    });
    await expect(run('benefits/export-batch', { batchId }, desk.accountant)).rejects.toMatchObject(
      refused('conflict'),
    );
    expect(await run('benefits/check-ledger', {}, desk.cityAccountant)).toMatchObject({
      balanced: true,
      faults: [],
    });
  });

  it('that something is still owed to are kept', async () => {
    const one = await over(true);
    await longAgo(one);
    expect(await forget()).toEqual({ forgotten: 0 });
  });

  it('that others took the place of are destroyed, and the one that is paid to is kept', async () => {
    const one = await entitled('special-support', '2013-01-01');
    const { personId, entitlementId } = one;
    const account = { route: 'bank-account', number: '6200000000000000999', holder: '秦望舒' };
    await run('benefits/change-account', { personId, entitlementId, ...account });
    const years = `interval '${String(accountsKept.years + 1)} years'`;
    await rows(
      `UPDATE benefits_accounts SET recorded_at = recorded_at - ${years} WHERE entitlement_id = $1`,
      [entitlementId],
    );
    expect(await forget()).toEqual({ forgotten: 1 });
    expect(await accountOf(one)).toEqual([{ gone: true }, { gone: false }]);
  });

  it('can be destroyed and nothing else: the application cannot write over them', async () => {
    expect(
      await rows(`SELECT has_column_privilege('jiahu_app', 'benefits_accounts', 'account', 'UPDATE') AS may`),
    ).toEqual([{ may: false }]);
  });
});

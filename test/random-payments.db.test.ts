import { describe, expect, it } from 'vitest';
import { DomainError } from '../src/platform/index.ts';
import { answerOf, benefitsDesk, desk, linesOf } from './support/benefits-desk.ts';
import type { Answer } from './support/case-desk.ts';
import { plantEntitlements } from './support/plant-entitlements.ts';
import { randomFrom } from './support/random-from.ts';

/** In `npm run test:long` in full. */
const STEPS = process.env['JIAHU_LONG'] ? 10_000 : 400;
const PEOPLE = 9;
const CHECK_EVERY = 10;

const { house, run, rows, change } = await benefitsDesk();

const random = randomFrom(617_800);
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
// The lower rate first, so that changes that are decided backwards make months worth more.
const people = await plantEntitlements(house, PEOPLE, { variant: 'disability' });
// Their life began as that of everybody else.
await house.ground.database.owner.query(
  `INSERT INTO benefits_entitlement_actions
   SELECT person_id, entitlement_id, 0, 'begin', 'system', 'system', now(), made_on, 'proposed', 'active', '{}', area_scope
   FROM benefits_entitlements`,
);

const batches = async (state?: string) =>
  ((await run('benefits/list-batches', {}, desk.accountant))['batches'] as Answer[]).filter(
    (one) => state === undefined || one['state'] === state,
  );
const month = () =>
  `${String(2012 + Math.floor(random() * 4))}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-15`;

const onList = async (state: string, work: (batchId: unknown) => Promise<unknown>) => {
  const lists = await batches(state);
  if (lists.length > 0) await work(pick(lists)['batchId']);
};

async function answerOne(batchId: unknown) {
  const { content } = await run('benefits/export-batch', { batchId }, desk.accountant);
  const some = linesOf(content).filter(() => random() < 0.8);
  const answer = answerOf(some, () => random() < 0.3);
  await run('benefits/read-return-file', { batchId, content: answer }, desk.accountant);
}

/** What was found is noted by one and decided by another; whoever asks with an old sum is refused. */
async function noteOwed() {
  const { total } = await run('benefits/find-arrears', { programme: 'special-support' });
  const { fen } = total as { readonly fen: number };
  if (fen === 0) return;
  const asked = { programme: 'special-support', document: '随机测试文件', fen };
  await run('benefits/note-arrears', asked, pick([desk.officer, desk.head]));
}

async function decideNoted() {
  const { decisions } = await run('benefits/find-arrears', { programme: 'special-support' });
  const waiting = (decisions as Answer[]).filter((one) => one['decidedAs'] === null);
  if (waiting.length === 0) return;
  const { decisionId } = pick(waiting) as { readonly decisionId: string };
  const as = random() < 0.7 ? 'approved' : 'refused';
  await run('benefits/decide-arrears', { decisionId, as }, pick([desk.head, desk.otherHead]));
}

const steps: readonly (() => Promise<unknown>)[] = [
  () =>
    run(
      'benefits/create-batch',
      {
        programme: 'special-support',
        year: 2013 + Math.floor(random() * 3),
        quarter: 1 + Math.floor(random() * 4),
        area: pick(['510703', '510703001']),
      },
      desk.accountant,
    ),
  () => onList('draft', (batchId) => run('benefits/approve-batch', { batchId }, desk.head)),
  () => onList('draft', (batchId) => run('benefits/approve-batch', { batchId }, desk.head)),
  () =>
    onList('draft', (batchId) =>
      run('benefits/cancel-batch', { batchId, reason: '随机测试' }, desk.accountant),
    ),
  () => onList('approved', (batchId) => run('benefits/export-batch', { batchId }, desk.accountant)),
  () => onList('exported', answerOne),
  () => onList('exported', answerOne),
  () => onList('reconciled', answerOne),
  () => onList('exported', (batchId) => run('benefits/reconcile-batch', { batchId }, desk.accountant)),
  () => change(pick(people), 'pause', { answers: { fromMonth: month(), reason: '随机' } }),
  () => change(pick(people), 'resume', { answers: { fromMonth: month(), reason: '随机' } }),
  () =>
    change(pick(people), 'change-variant', {
      answers: { fromMonth: month(), variant: pick(['loss', 'disability']), reason: '随机' },
    }),
  // The certificate comes late: the higher rate is due for everything.
  () =>
    change(pick(people), 'change-variant', {
      answers: { fromMonth: '2012-01-15', variant: 'loss', reason: '随机' },
    }),
  noteOwed,
  noteOwed,
  decideNoted,
  decideNoted,
  () => change(pick(people), 'ask-end', { answers: { lastMonth: month(), reason: '随机' } }),
  () =>
    change(pick(people), 'confirm-end', {
      answers: { lastMonth: month(), reason: '随机' },
      actor: desk.otherHead,
    }),
  () => change(pick(people), 'keep', { answers: { reason: '随机' }, actor: desk.otherHead }),
  () => change(pick(people), 'appeal', { answers: { reason: '随机' } }),
  () => change(pick(people), 'reinstate', { answers: { fromMonth: month(), reason: '随机' } }),
];

interface Received {
  readonly person: string;
  readonly claimed: number;
  readonly received: number;
  readonly open: number;
}

/** The rule told a second time: what somebody was granted was paid, or is owed; never more, never less. */
const received = () =>
  rows(`
    SELECT e.person_id AS person,
      (SELECT coalesce(sum(m.fen), 0)::bigint FROM benefits_paid_months m
       JOIN benefits_batches b ON b.batch_id = m.batch_id WHERE m.person_id = e.person_id)
      + (SELECT coalesce(sum(t.fen), 0)::bigint FROM benefits_paid_arrears t
       WHERE t.person_id = e.person_id) AS claimed,
      (SELECT coalesce(sum(r.fen), 0)::bigint FROM benefits_payment_results r
       WHERE r.person_id = e.person_id AND r.result = 'paid') AS received,
      (SELECT coalesce(sum(p.fen), 0)::bigint FROM benefits_payments p
       JOIN benefits_batches b ON b.batch_id = p.batch_id AND b.state <> 'cancelled'
       LEFT JOIN benefits_payment_results r ON r.person_id = p.person_id
         AND r.entitlement_id = p.entitlement_id AND r.batch_id = p.batch_id
       LEFT JOIN benefits_retries y ON y.person_id = p.person_id AND y.entitlement_id = p.entitlement_id
         AND y.failed_batch_id = p.batch_id
       WHERE p.person_id = e.person_id AND r.result IS DISTINCT FROM 'paid' AND y.batch_id IS NULL) AS open
    FROM benefits_entitlements e`) as Promise<unknown> as Promise<Received[]>;

/** Of a month nobody is given more than the highest rate that there ever was for it. */
const beyond = () =>
  rows(
    `SELECT m.person_id FROM benefits_paid_months m WHERE m.fen + coalesce((SELECT sum(t.fen) FROM benefits_paid_arrears t
       WHERE t.person_id = m.person_id AND t.programme = m.programme AND t.month = m.month), 0)
       > CASE WHEN m.month < '2014-01-01' THEN 13500 ELSE 17000 END`,
  );

describe('lists, answers of the bank and changes of entitlements in any order', () => {
  it(`keep the books balanced and give each month once, in ${String(STEPS)} random steps`, async () => {
    let done = 0;
    for (let step = 0; step < STEPS; step += 1) {
      try {
        await pick(steps)();
        done += 1;
      } catch (error) {
        if (!(error instanceof DomainError) || error.details.code === 'internal') throw error;
      }
      if (step % CHECK_EVERY !== 0 && step !== STEPS - 1) continue;
      const checked = await run('benefits/check-ledger', {}, desk.cityAccountant);
      expect(checked).toMatchObject({ balanced: true, faults: [] });
      for (const one of await received()) expect(one.received + one.open, one.person).toBe(one.claimed);
      expect(await beyond()).toEqual([]);
    }
    expect(done).toBeGreaterThan(STEPS / 8);
    expect((await batches('reconciled')).length).toBeGreaterThan(0);
    expect((await rows('SELECT 1 FROM benefits_paid_arrears')).length).toBeGreaterThan(0);
  }, 600_000);
});

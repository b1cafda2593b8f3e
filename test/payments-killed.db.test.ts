import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import { DomainError, projectRoot } from '../src/platform/index.ts';
import { answerOf, benefitsDesk, desk, linesOf } from './support/benefits-desk.ts';
import type { Answer } from './support/case-desk.ts';
import { plantEntitlements } from './support/plant-entitlements.ts';
import { randomFrom } from './support/random-from.ts';

/** In `npm run test:long` in full. */
const LONG = process.env['JIAHU_LONG'] !== undefined;
const CUT = LONG ? 400 : 25;
const KILLED = LONG ? 30 : 3;
/** The books are checked after each: of every step of arrears, no more than this. */
const MOST_CUTS = 20;
const PEOPLE = LONG ? 20_000 : 4000;
const EVERY_BAD = 7;
const RATE = 13_500;

const { house, run: runOnce, rows } = await benefitsDesk();
const { owner } = house.ground.database;

const random = randomFrom(20_131_231);
await plantEntitlements(house, PEOPLE);

/** Connections that were cut stay in the pool until somebody takes them: the next try has another. */
const run: typeof runOnce = async (name, input, actor) => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await runOnce(name, input, actor);
    } catch (error) {
      if (attempt > 20 || !(error instanceof DomainError) || error.details.code !== 'database_unreachable')
        throw error;
    }
  }
};

const books = async () => {
  const checked = await run('benefits/check-ledger', {}, desk.cityAccountant);
  expect(checked).toMatchObject({ balanced: true, faults: [] });
};

/** What somebody does who is never told how it went: the same again, until it is known to be done. */
type Try = () => Promise<unknown>;

/** Every connection of the application is cut at a moment of its own. */
async function cutShort(work: Try, longest: number): Promise<'done' | 'cut'> {
  const cut = setTimeout(random() * longest).then(() =>
    owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'jiahu_app' AND datname = current_database()`,
    ),
  );
  const [outcome] = await Promise.all([
    work().then(
      () => 'done' as const,
      (error: unknown) => {
        // What was done before the cut is refused the second time: that is how one learns that it was done.
        if (error instanceof DomainError && error.details.code === 'conflict') return 'done' as const;
        return 'cut' as const;
      },
    ),
    cut,
  ]);
  return outcome;
}

const asked = (quarter: number) => ({
  programme: 'special-support',
  year: 2013,
  quarter,
  area: '510703',
});
const newest = async () => {
  const { batches } = (await run('benefits/list-batches', { year: 2013 }, desk.accountant)) as {
    batches: Answer[];
  };
  return batches[0];
};

/** Tries again until the list is in the state that was wanted. */
async function until(state: string, work: (batchId: unknown) => Promise<unknown>, cuts: number) {
  for (let attempt = 0; ; attempt += 1) {
    const batch = await newest();
    if (batch?.['state'] === state) return batch;
    const one = () => work(batch?.['batchId']);
    if (attempt < cuts) await cutShort(one, 400);
    else await one().catch(() => undefined);
    await books();
  }
}

describe('a list whose work is cut short again and again', () => {
  it(`loses nothing and pays nothing twice, in ${String(CUT)} cuts of every connection`, async () => {
    const share = Math.ceil(CUT / 5);
    const made = async () =>
      (await newest()) ? undefined : runOnce('benefits/create-batch', asked(1), desk.accountant);
    const draft = await until('draft', made, share);
    expect(draft).toMatchObject({ lines: PEOPLE, fen: PEOPLE * 3 * RATE });
    await until('approved', (batchId) => runOnce('benefits/approve-batch', { batchId }, desk.head), share);
    const write = (batchId: unknown) => runOnce('benefits/export-batch', { batchId }, desk.accountant);
    const { batchId } = await until('exported', write, share);
    const { content } = await run('benefits/export-batch', { batchId }, desk.accountant);
    const answer = answerOf(linesOf(content), (_, index) => index % EVERY_BAD === 0);
    const failed = Math.ceil(PEOPLE / EVERY_BAD);
    const readIt = () => runOnce('benefits/read-return-file', { batchId, content: answer }, desk.accountant);
    for (let attempt = 0; attempt < share; attempt += 1) {
      await cutShort(readIt, 600);
      await books();
    }
    await run('benefits/read-return-file', { batchId, content: answer }, desk.accountant);
    await until('reconciled', () => runOnce('benefits/reconcile-batch', { batchId }, desk.accountant), share);
    expect(await run('benefits/reconcile-batch', { batchId }, desk.accountant)).toMatchObject({
      balanced: true,
      failed,
      paidFen: (PEOPLE - failed) * 3 * RATE,
      failedFen: failed * 3 * RATE,
    });
    await books();
  }, 600_000);
});

const target = { ...inject('databaseServer') };

/** Another process does it, and dies of a kill that it cannot catch. */
async function killed(operation: string, input: object, { actor, after }: { actor: string; after: number }) {
  const [{ name } = { name: '' }] = (await rows('SELECT current_database() AS name')) as { name: string }[];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(projectRoot, 'test', 'support', 'pay-until-killed.ts')],
    { cwd: projectRoot, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  const { secret, keyring } = house.ground;
  const job = {
    target: { ...target, database: name, ssl: undefined },
    secret: secret.toString('base64'),
    key: keyring.keys.get(1)?.toString('base64'),
    path: house.ground.folder.path,
    operation,
    input,
    actor,
  };
  child.stdin.end(JSON.stringify(job));
  let told = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const before = told;
    told += chunk.toString();
    if (!before.includes('begun') && told.includes('begun'))
      void setTimeout(after).then(() => child.kill('SIGKILL'));
  });
  await new Promise((resolve) => child.once('close', resolve));
  return told.includes('done');
}

describe('a process that is killed', () => {
  it(`leaves a list whole or not there, and an answer read as far as it came, in ${String(KILLED)} kills of each`, async () => {
    let made = false;
    for (let attempt = 0; attempt < KILLED && !made; attempt += 1) {
      made = await killed('benefits/create-batch', asked(2), { actor: 'accountant', after: random() * 500 });
      await books();
    }
    const batches = async () =>
      ((await run('benefits/list-batches', { year: 2013 }, desk.accountant))['batches'] as Answer[]).filter(
        (one) => one['quarter'] === 2,
      );
    if ((await batches()).length === 0) await run('benefits/create-batch', asked(2), desk.accountant);
    const [batch] = await batches();
    const failed = Math.ceil(PEOPLE / EVERY_BAD);
    expect(batch).toMatchObject({ lines: PEOPLE, fen: (PEOPLE + failed) * 3 * RATE });
    const batchId = batch?.['batchId'];
    await run('benefits/approve-batch', { batchId }, desk.head);
    const { content } = await run('benefits/export-batch', { batchId }, desk.accountant);
    const answer = { batchId, content: answerOf(linesOf(content)) };
    for (let attempt = 0; attempt < KILLED; attempt += 1) {
      await killed('benefits/read-return-file', answer, { actor: 'accountant', after: random() * 800 });
      await books();
    }
    await run('benefits/read-return-file', answer, desk.accountant);
    expect(await run('benefits/reconcile-batch', { batchId }, desk.accountant)).toMatchObject({
      state: 'reconciled',
      balanced: true,
      paid: PEOPLE,
    });
    await books();
    const [{ twice } = { twice: '' }] = await rows(
      `SELECT count(*) AS twice FROM (SELECT person_id FROM benefits_payment_results WHERE result = 'paid' GROUP BY person_id HAVING sum(fen) <> ${String(6 * RATE)}) x`,
    );
    expect(Number(twice)).toBe(0);
  }, 600_000);
});

const RISE = 1500;
const owed = async () =>
  (await run('benefits/find-arrears', { programme: 'special-support' })) as unknown as {
    readonly total: { readonly fen: number };
    readonly decisions: readonly { readonly decisionId: string; readonly decidedAs: string | null }[];
  };

/** A value that was approved for months that were paid already. */
async function raise() {
  const { valueId } = await run('benefits/enter-value', {
    programme: 'special-support',
    parameter: 'loss',
    place: '510703',
    from: '2013-01-01',
    to: '2013-06-30',
    amount: RATE + RISE,
    document: '涪府办〔2013〕41 号',
    publishedOn: '2013-07-01',
    confirmedThrough: '2013-12-31',
  });
  await run('benefits/approve-value', { valueId }, desk.head);
}

/** The same again, cut short at first, until it is known to be done. */
async function cutUntil(isDone: () => Promise<boolean>, work: Try) {
  for (let attempt = 0; !(await isDone()); attempt += 1) {
    if (attempt < Math.min(MOST_CUTS, Math.ceil(CUT / 5))) await cutShort(work, 500);
    else await work();
    await books();
  }
}

describe('arrears whose work is cut short', () => {
  it('are noted once, approved once and paid once', async () => {
    await raise();
    const all = PEOPLE * 6 * RISE;
    const [programme, document] = ['special-support', '涪府办〔2013〕41 号'];
    await cutUntil(
      async () => (await owed()).total.fen === 0,
      () => runOnce('benefits/note-arrears', { programme, fen: all, document }),
    );
    const { decisions } = await owed();
    expect(decisions).toHaveLength(1);
    const decisionId = decisions[0]?.decisionId;
    await cutUntil(
      async () => (await owed()).decisions[0]?.decidedAs === 'approved',
      () => runOnce('benefits/decide-arrears', { decisionId, as: 'approved' }, desk.head),
    );
    const made = async () => (await newest())?.['quarter'] === 3;
    await cutUntil(made, () => runOnce('benefits/create-batch', asked(3), desk.accountant));
    const batch = await newest();
    expect(batch).toMatchObject({ lines: PEOPLE, fen: PEOPLE * 3 * RATE + all });
    const batchId = batch?.['batchId'];
    await cutUntil(
      async () => (await newest())?.['state'] === 'approved',
      () => runOnce('benefits/approve-batch', { batchId }, desk.head),
    );
    const { content } = await run('benefits/export-batch', { batchId }, desk.accountant);
    const answer = { batchId, content: answerOf(linesOf(content)) };
    await run('benefits/read-return-file', answer, desk.accountant);
    const [{ twice } = { twice: '' }] = await rows(
      `SELECT count(*) AS twice FROM (SELECT person_id FROM benefits_payment_results WHERE result = 'paid'
         GROUP BY person_id HAVING sum(fen) <> ${String(9 * RATE + 6 * RISE)}) x`,
    );
    expect(Number(twice)).toBe(0);
    expect((await owed()).total.fen).toBe(0);
    await books();
  }, 600_000);
});

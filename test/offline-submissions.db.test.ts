import { describe, expect, it } from 'vitest';
import type { Kept, Outcome, QueueStore, Submission } from '../src/console/offline/queue.ts';
import { createQueue, LONGEST_WAIT_MS } from '../src/console/offline/queue.ts';
import { openSessionKeys } from '../src/console/offline/session-keys.ts';
import { createBlindIndex, DomainError } from '../src/platform/index.ts';
import { randomFrom } from './support/random-from.ts';
import { fucheng, registerDesk } from './support/register-desk.ts';

/** In `npm run test:long` a thousand. */
const SUBMISSIONS = process.env['JIAHU_LONG'] ? 1000 : 60;
const EVERY_BAD = 7;
const SEED = 20261124;

const { house, clerk } = await registerDesk();
const keyFor = createBlindIndex(house.ground.secret, 'offline test');
const keys = await openSessionKeys([keyFor('today'), keyFor('yesterday')]);

const random = randomFrom(SEED);

/** A store that outlives every page, as the browser's own does. */
function memoryStore(): QueueStore & { readonly kept: Map<string, Kept> } {
  const kept = new Map<string, Kept>();
  return {
    kept,
    all: () => Promise.resolve([...kept.values()]),
    put: (one) => Promise.resolve(void kept.set(one.id, one)),
    remove: (id) => Promise.resolve(void kept.delete(id)),
  };
}

const enrolment = (index: number): Submission => ({
  id: crypto.randomUUID(),
  at: Date.now(),
  form: 'enrolment',
  operation: 'register/enrol-person',
  title: { zh: '登记', en: 'Enrol' },
  answers: {
    name: `离线${String(index)}`,
    sex: 'female',
    birthDate: index % EVERY_BAD === 0 ? 'rubbish' : '1990-02-01',
    date: '2020-01-01',
    residentVillage: fucheng,
  },
  newcomer: null,
});

async function record({ operation, answers, id }: Submission): Promise<Outcome> {
  const found = house.registry.get(operation);
  if (!found) throw new Error(operation);
  try {
    await house.execute(found, answers, { actor: clerk, idempotencyKey: id });
    return { state: 'recorded' };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { state: 'refused', message: error.details.message.zh, remedy: error.details.remedy.zh };
  }
}

/** A network that loses requests on the way there, and answers on the way back. */
async function flaky(submission: Submission): Promise<Outcome> {
  const luck = random();
  if (luck < 0.25) return { state: 'unreached' };
  const outcome = await record(submission);
  return luck < 0.5 ? { state: 'unreached' } : outcome;
}

/** The page is killed: what it was doing never comes back to it. */
class Killed extends Error {}
const mortal = async (submission: Submission): Promise<Outcome> => {
  const outcome = await flaky(submission);
  if (random() < 0.05) throw new Killed();
  return outcome;
};

describe('forms filled in without a network', () => {
  it(`${String(SUBMISSIONS)} of them arrive exactly once over a network that fails, in pages that are killed`, async () => {
    const store = memoryStore();
    const open = () => createQueue({ store, keys, send: mortal, now: Date.now });
    let page = open();
    for (let index = 0; index < SUBMISSIONS; index += 1) {
      await page.add(enrolment(index));
      if (random() < 0.3) await page.sendAll().catch(() => (page = open()));
    }
    const isOnlyBad = async () => {
      const items = await page.items();
      return items.every(({ status }) => status.state === 'refused');
    };
    for (let attempt = 0; attempt < SUBMISSIONS * 20 && !(await isOnlyBad()); attempt += 1)
      await Promise.all([page.sendAll(), random() < 0.2 ? open().sendAll() : null]).catch(
        () => (page = open()),
      );

    const good = Array.from({ length: SUBMISSIONS }, (_, index) => index).filter(
      (index) => index % EVERY_BAD !== 0,
    );
    const { rows } = await house.ground.database.owner.query<{ name: string }>(
      `SELECT name FROM register_persons WHERE name LIKE '离线%' ORDER BY name`,
    );
    expect(rows.map((row) => row.name)).toEqual(good.map((index) => `离线${String(index)}`).sort());
    expect(store.kept.size).toBe(SUBMISSIONS - good.length);
  }, 600_000);

  it('one that was refused stands aside in the next page too, and does not hold up the rest', async () => {
    const store = memoryStore();
    await createQueue({ store, keys, send: record, now: Date.now }).add({
      ...enrolment(0),
      at: 1 + Date.now() - 10,
    });
    const sent: string[] = [];
    const send = (one: Submission): Promise<Outcome> => {
      sent.push(one.id);
      return record(one);
    };
    const first = createQueue({ store, keys, send, now: Date.now });
    await first.sendAll();
    const next = createQueue({ store, keys, send, now: Date.now });
    const good = enrolment(20_001);
    await next.add(good);
    await next.sendAll();
    expect(sent.slice(1)).toEqual([good.id]);
    expect(await next.items()).toMatchObject([{ status: { state: 'refused' } }]);
  });

  it('nothing of them can be read in the browser without the key of the session', async () => {
    const store = memoryStore();
    await createQueue({ store, keys, send: record, now: Date.now }).add(enrolment(1));
    const [kept] = store.kept.values();
    expect(Object.keys(kept ?? {}).sort()).toEqual(['at', 'id', 'key', 'sealed']);
    expect(Buffer.from(kept?.sealed ?? []).toString('utf8')).not.toContain('离线');
  });

  it('a key of the day before still opens what it sealed', async () => {
    const store = memoryStore();
    const yesterday = await openSessionKeys([keyFor('yesterday')]);
    await createQueue({ store, keys: yesterday, send: record, now: Date.now }).add(enrolment(1));
    expect(await createQueue({ store, keys, send: record, now: Date.now }).items()).toHaveLength(1);
  });

  it.each([
    [
      'somebody else signs in',
      async () => ({ keys: await openSessionKeys([keyFor('other')]), now: Date.now }),
    ],
    ['a day has passed', async () => ({ keys, now: () => Date.now() + LONGEST_WAIT_MS })],
  ])('they are wiped when %s', async (_, later) => {
    const store = memoryStore();
    await createQueue({ store, keys, send: record, now: Date.now }).add(enrolment(1));
    const queue = createQueue({ store, send: record, ...(await later()) });
    expect(await queue.items()).toEqual([]);
    expect(store.kept.size).toBe(0);
  });

  it('they are wiped at signing out', async () => {
    const store = memoryStore();
    const queue = createQueue({ store, keys, send: record, now: Date.now });
    await queue.add(enrolment(1));
    await queue.wipe();
    expect(store.kept.size).toBe(0);
  });

  it('one that is refused while it is being wiped does not come back', async () => {
    const store = memoryStore();
    const send = async (): Promise<Outcome> => {
      await queue.wipe();
      return { state: 'refused', message: '', remedy: '' };
    };
    const queue = createQueue({ store, keys, send, now: Date.now });
    await queue.add(enrolment(1));
    await queue.sendAll();
    expect(store.kept.size).toBe(0);
  });

  it('one that may be somebody who is there already waits for the clerk, who sends or discards it', async () => {
    const store = memoryStore();
    const rows = [
      { personId: null, name: null, sex: null, birthDate: null, area: '涪城区', likeness: 'sameNumber' },
    ];
    const send = (one: Submission): Promise<Outcome> =>
      one.newcomer === null ? record(one) : Promise.resolve({ state: 'duplicates', rows: rows as never });
    const queue = createQueue({ store, keys, send, now: Date.now });
    const submission = { ...enrolment(10_001), newcomer: { name: '离线' } };
    await queue.add(submission);
    await queue.sendAll();
    expect(await queue.items()).toMatchObject([{ status: { state: 'duplicates' } }]);
    await queue.confirmNew(submission.id);
    await queue.sendAll();
    expect(await queue.items()).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { benefitsDesk, desk } from '../../../test/support/benefits-desk.ts';
import type { Answer } from '../../../test/support/case-desk.ts';

const { run, rows, entitled, change } = await benefitsDesk();

type Person = { readonly personId: string };
const find = async (over: object = {}, actor = desk.officer) =>
  (await run('benefits/find-changes', over, actor)) as unknown as {
    readonly rows: readonly Answer[];
    readonly notAsked: readonly string[];
  };
const changesOf = async ({ personId }: Person, actor = desk.officer) =>
  (await find({}, actor)).rows.filter((row) => row['personId'] === personId);
const attest = async ({ personId }: Person, kind: string, day: string, over: object = {}) =>
  (await run('benefits/attest-fact', { personId, kind, day, document: '证明一号', ...over }))['factId'];
const withdraw = ({ personId }: Person, factId: unknown) =>
  run('benefits/withdraw-fact', { personId, factId, reason: '换证' });
const placeOf = async ({ personId }: Person) =>
  (await rows('SELECT step FROM benefits_entitlements WHERE person_id = $1', [personId]))[0]?.['step'];

/** A mother whose only child is certified as disabled. */
async function motherOfDisabledChild() {
  const one = await entitled('special-support', '2013-01-01');
  await attest(one, 'children-complete', '2013-01-01');
  const child = { sex: 'female', grade: 2, gradedFrom: '2005-01-01' };
  const factId = await attest(one, 'earlier-child', '1980-05-01', child);
  return { ...one, factId, child };
}

describe('somebody who draws a programme', () => {
  it('is not listed while everything is met, nor while it cannot be told', async () => {
    expect(await changesOf(await motherOfDisabledChild())).toEqual([]);
    expect(await changesOf(await entitled('special-support', '2013-01-01'))).toEqual([]);
  });

  it('is listed when the disability of the child has ended, with the condition and since when; and draws on', async () => {
    const one = await motherOfDisabledChild();
    await withdraw(one, one.factId);
    await attest(one, 'earlier-child', '1980-05-01', { ...one.child, gradedTo: '2020-06-10' });
    expect(await changesOf(one)).toMatchObject([
      {
        change: 'not-eligible',
        programme: 'special-support',
        since: '2020-07-01',
        failing: [{ id: 'lost-or-disabled', since: '2020-07-01' }],
      },
    ]);
    expect(await placeOf(one)).toBe('active');
  });

  it('is listed when it was regraded to a grade that gives nothing', async () => {
    const one = await motherOfDisabledChild();
    await withdraw(one, one.factId);
    await attest(one, 'earlier-child', '1980-05-01', { ...one.child, grade: 4 });
    expect(await changesOf(one)).toMatchObject([{ failing: [{ id: 'lost-or-disabled' }] }]);
  });

  it('is listed when another child was born, and when a child is registered as born to them', async () => {
    const one = await motherOfDisabledChild();
    await attest(one, 'earlier-child', '1985-05-01', { sex: 'male' });
    expect(await changesOf(one)).toMatchObject([{ failing: [{ id: 'one-child' }] }]);
    const two = await motherOfDisabledChild();
    const child = { person_id: crypto.randomUUID(), birth_date: '1984-03-01', mother_id: two.personId };
    await rows(
      `INSERT INTO register_persons
       SELECT (json_populate_record(p, $2::json)).* FROM register_persons p WHERE person_id = $1`,
      [two.personId, JSON.stringify(child)],
    );
    expect(await changesOf(two)).toMatchObject([{ failing: [{ id: 'one-child' }] }]);
  });

  it('is listed when the certificate of honour is void', async () => {
    const one = await entitled('only-child-reward', '2002-10-01');
    await attest(one, 'honour-certificate', '1990-01-01', { until: '2004-03-15' });
    const [found] = await changesOf(one);
    expect(found).toMatchObject({ change: 'not-eligible', programme: 'only-child-reward' });
    expect(found?.['failing']).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 'certificate-valid' })]),
    );
  });

  it('is not listed any more when it is over, nor to another county', async () => {
    const one = await motherOfDisabledChild();
    await attest(one, 'earlier-child', '1985-05-01', { sex: 'male' });
    expect(await changesOf(one, desk.neighbour)).toEqual([]);
    expect(await changesOf(one, desk.township)).toHaveLength(1);
    const answers = { lastMonth: '2013-06-01', reason: '另有子女' };
    await change(one, 'ask-end', { answers, actor: desk.officer });
    await change(one, 'confirm-end', { answers });
    expect(await changesOf(one)).toEqual([]);
  });
});

it('a programme of which a number is missing today is named and not compared', async () => {
  const real = await benefitsDesk({ isMadeUp: false });
  const { notAsked } = await real.run('benefits/find-changes', {});
  expect(notAsked).toContain('only-child-reward');
  expect(notAsked).not.toContain('special-support');
});

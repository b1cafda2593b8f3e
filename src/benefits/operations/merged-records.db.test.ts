import { describe, expect, it } from 'vitest';
import {
  answerOf,
  benefitsDesk,
  desk,
  linesOf,
  neighbourVillage,
} from '../../../test/support/benefits-desk.ts';
import { inBenefitsRole } from '../../../test/support/benefits-desk-people.ts';
import { type Answer, refused } from '../../../test/support/case-desk.ts';

const { run, rows, entitled, enrol, change, house } = await benefitsDesk();

type Person = { readonly personId: string };
const registrar = inBenefitsRole('registrar', '510703');
const reviewer = inBenefitsRole('reviewer', '510703');
const programme = 'special-support';

async function merge(extra: Person, stays: Person): Promise<void> {
  const form = { personId: extra.personId, intoId: stays.personId, date: '2014-01-01' };
  const request = await run(
    'register/request-record',
    { formKey: 'merger', form, reason: '同一人' },
    registrar,
  );
  await run('register/decide-request', { ...request, approve: true }, reviewer);
}
async function undo({ personId }: Person): Promise<void> {
  const { events } = await run('register/read-person', { personId }, registrar);
  const eventId = (events as Answer[]).findLast((one) => one['form'] === 'merger')?.['eventId'];
  const request = await run(
    'register/request-withdrawal',
    { personId, eventId, reason: '误合并' },
    registrar,
  );
  await run('register/decide-request', { ...request, approve: true }, reviewer);
}
const create = (over: object = {}) =>
  run(
    'benefits/create-batch',
    { programme, year: 2013, quarter: 1, area: '510703', ...over },
    desk.accountant,
  );
async function paidOut(over: object = {}) {
  const { batchId } = await create(over);
  await run('benefits/approve-batch', { batchId }, desk.head);
  const { content } = await run('benefits/export-batch', { batchId }, desk.accountant);
  await run('benefits/read-return-file', { batchId, content: answerOf(linesOf(content)) }, desk.accountant);
}
const books = () => run('benefits/check-ledger', {}, desk.cityAccountant);
const paymentsOf = async ({ personId }: Person) =>
  (await run('benefits/list-payments-of-person', { personId }))['payments'] as Answer[];
const changesOf = async (...people: Person[]) =>
  ((await run('benefits/find-changes', {}))['rows'] as Answer[]).filter((row) =>
    people.some(({ personId }) => personId === row['personId']),
  );
const attest = ({ personId }: Person, kind: string, day: string) =>
  run('benefits/attest-fact', { personId, kind, day, document: '证明一号' });
const factsOf = ({ personId }: Person) => run('benefits/list-facts-of-person', { personId });
/** Each test has the county for itself. */
const clear = () =>
  rows(
    `UPDATE benefits_segments SET to_month = from_month, next_month = (from_month + interval '1 month')::date`,
  );

describe('what was attested of two records of one human', () => {
  it('is known of the one that goes on, and of each alone again when the merger was wrong', async () => {
    const [extra, stays] = [await enrol(), await enrol()];
    await attest(extra, 'institution', '2010-02-03');
    await attest(stays, 'children-complete', '2013-01-01');
    await merge(extra, stays);
    expect(await factsOf(stays)).toMatchObject({
      facts: { institution_from: '2010-02-03', children_complete_on: '2013-01-01' },
      attested: [{ kind: 'institution' }, { kind: 'children-complete' }],
    });
    const [fact] = (await factsOf(stays))['attested'] as Answer[];
    await undo(extra);
    expect(await factsOf(stays)).toMatchObject({ facts: { institution_from: null }, attested: [{}] });
    expect(await factsOf(extra)).toMatchObject({ attested: [{ factId: fact?.['factId'] }] });
  });

  it('can be withdrawn from the record that goes on', async () => {
    const [extra, stays] = [await enrol(), await enrol()];
    const { factId } = await attest(extra, 'institution', '2010-02-03');
    await merge(extra, stays);
    await run('benefits/withdraw-fact', { personId: stays.personId, factId, reason: '登记有误' });
    expect(await factsOf(stays)).toMatchObject({ facts: { institution_from: null } });
  });
});

describe('entitlements of two records of one human', () => {
  it('stay visible with what was paid, and the second is listed for a person to decide', async () => {
    await clear();
    const [extra, stays] = [await entitled(programme, '2013-01-01'), await enrol()];
    await paidOut();
    await merge(extra, stays);
    expect(await paymentsOf(stays)).toMatchObject([{ fen: 33_000, entitlementId: extra.entitlementId }]);
    const { rows: listed } = await run('benefits/list-entitlements', { personId: stays.personId });
    expect(listed).toMatchObject([{ entitlementId: extra.entitlementId, place: 'active' }]);
    expect(await changesOf(extra)).toMatchObject([{ change: 'merged' }]);
  });

  it('to one programme are both listed, and neither is ended by itself', async () => {
    await clear();
    const [extra, stays] = [await entitled(programme, '2013-01-01'), await entitled(programme, '2013-01-01')];
    await merge(extra, stays);
    expect((await changesOf(extra, stays)).map((row) => row['change'])).toEqual([
      'drawn-twice',
      'drawn-twice',
    ]);
    expect(
      await rows('SELECT DISTINCT step FROM benefits_entitlements WHERE person_id = ANY ($1)', [
        [extra.personId, stays.personId],
      ]),
    ).toEqual([{ step: 'active' }]);
  });

  it('bring each month once, whoever of them it is given to', async () => {
    await clear();
    const [extra, stays] = [await entitled(programme, '2013-01-01'), await entitled(programme, '2013-01-01')];
    await merge(extra, stays);
    expect(await create()).toMatchObject({ lines: 1, fen: 33_000 });
    await expect(create()).rejects.toMatchObject(refused('conflict'));
    expect(await paymentsOf(stays)).toMatchObject([{ months: 3, entitlementId: stays.entitlementId }]);
    expect(await books()).toMatchObject({ balanced: true, faults: [] });
  });

  it('bring no month that the other record was paid before the merger', async () => {
    await clear();
    const extra = await entitled(programme, '2013-01-01');
    await paidOut();
    const stays = await entitled(programme, '2013-01-01');
    await merge(extra, stays);
    await expect(create()).rejects.toMatchObject(refused('conflict'));
    expect(await create({ quarter: 2 })).toMatchObject({ lines: 1, fen: 33_000 });
    expect(await books()).toMatchObject({ balanced: true, faults: [] });
  });

  it('bring each month once when two lists are made at the same moment', async () => {
    await clear();
    const [extra, stays] = [await entitled(programme, '2013-01-01'), await entitled(programme, '2013-01-01')];
    await change(extra, 'transfer', {
      answers: { fromMonth: '2013-01-01', unit: neighbourVillage, reason: '迁移' },
    });
    await merge(extra, stays);
    const made = await Promise.allSettled([
      create(),
      run(
        'benefits/create-batch',
        { programme, year: 2013, quarter: 1, area: '510704' },
        desk.neighbourAccountant,
      ),
    ]);
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('are free again when the list is cancelled, and both are paid when the merger was wrong', async () => {
    await clear();
    const [extra, stays] = [await entitled(programme, '2013-01-01'), await entitled(programme, '2013-01-01')];
    await merge(extra, stays);
    const { batchId } = await create();
    await run('benefits/cancel-batch', { batchId, reason: '核对后重做' }, desk.accountant);
    expect(await books()).toMatchObject({ balanced: true, faults: [] });
    await paidOut();
    await undo(extra);
    expect(await create()).toMatchObject({ lines: 1, fen: 33_000 });
    expect(await paymentsOf(extra)).toMatchObject([{ entitlementId: extra.entitlementId, months: 3 }]);
    expect(await books()).toMatchObject({ balanced: true, faults: [] });
  });

  it('stop with the death of the human, whichever record it is drawn by', async () => {
    await clear();
    const [extra, stays] = [await entitled(programme, '2013-01-01'), await enrol()];
    await merge(extra, stays);
    await rows(
      `UPDATE register_persons SET death_date = '2013-02-17', registered_village = NULL, resident_village = NULL WHERE person_id = $1`,
      [stays.personId],
    );
    expect(await create()).toMatchObject({ lines: 1, fen: 22_000 });
  });
});

describe('the key of the months of several records', () => {
  it('refuses a second record, whatever asks for it', async () => {
    const again = rows(
      `INSERT INTO benefits_merged_months SELECT person_id, programme, month, gen_random_uuid(), gen_random_uuid(), batch_id, area_scope FROM benefits_merged_months LIMIT 1`,
    );
    await expect(again).rejects.toThrow('benefits_merged_months_pk');
  });
});

describe('somebody who moves inside the city', () => {
  const scopesOf = ({ personId }: Person) =>
    rows('SELECT DISTINCT registered_scope, resident_scope FROM benefits_facts WHERE person_id = $1', [
      personId,
    ]);

  it('has what was attested with them; who answered before sees it no more', async () => {
    const one = await enrol();
    await attest(one, 'institution', '2010-02-03');
    await run(
      'register/transfer-hukou',
      { personId: one.personId, date: '2020-01-01', to: neighbourVillage },
      house.operator,
    );
    await run(
      'register/record-move',
      { personId: one.personId, date: '2020-01-01', to: neighbourVillage },
      house.operator,
    );
    expect(await scopesOf(one)).toEqual([
      { registered_scope: neighbourVillage, resident_scope: neighbourVillage },
    ]);
    await expect(factsOf(one)).rejects.toMatchObject(refused('not_found'));
    expect(
      await run('benefits/list-facts-of-person', { personId: one.personId }, desk.neighbour),
    ).toMatchObject({ attested: [{ kind: 'institution' }] });
  });

  it('draws where it was decided, until people transfer it', async () => {
    const one = await entitled(programme, '2013-01-01');
    await attest(one, 'institution', '2010-02-03');
    for (const form of ['register/transfer-hukou', 'register/record-move'])
      await run(form, { personId: one.personId, date: '2020-01-01', to: neighbourVillage }, house.operator);
    expect(await changesOf(one)).toMatchObject([{ change: 'moved', now: neighbourVillage }]);
    const entitlement = { personId: one.personId, entitlementId: one.entitlementId };
    await expect(run('benefits/read-entitlement', entitlement, desk.neighbour)).rejects.toMatchObject(
      refused('not_found'),
    );
    expect(await run('benefits/read-entitlement', entitlement)).toMatchObject({ place: 'active' });
  });
});

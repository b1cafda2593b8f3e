import { describe, expect, it } from 'vitest';
import { modelStationCriteria, supplyKinds } from '../../../policy/health/index.ts';
import { fuchengTownship, refused } from '../../../test/support/case-desk.ts';
import { healthDesk, people, station } from '../../../test/support/health-desk.ts';
import { areaCode } from '../../language/index.ts';
import { liveSource } from '../../platform/index.ts';
import { healthFactViews, moveHealthScopes } from '../index.ts';

const { house, run, open, file, consent, carded, rows, today } = await healthDesk();
type Rows = readonly Record<string, unknown>[];

const listed = async (over: object = {}) =>
  (await run('health/list-stations', over, people.anybody))['stations'] as Rows;
const findings = modelStationCriteria.map(({ key }) => ({ criterion: key, met: true, evidence: '现场查看' }));
const assess = (stationId: string, over: object = {}) =>
  run(
    'health/assess-station',
    { stationId, year: 2026, basis: '示范文号 1', findings, ...over },
    people.head,
  );

describe('stations', () => {
  it('are opened at every level of the network, and listed for everybody', async () => {
    await open({ name: '市妇幼保健院（演示）', area: '5107' }, people.cityHead);
    await open({ name: '镇卫生院（演示）', area: fuchengTownship });
    const all = await listed();
    expect(all.map((one) => one['level'])).toEqual(expect.arrayContaining(['city', 'township']));
    expect(await listed({ area: fuchengTownship })).toMatchObject([
      { name: '镇卫生院（演示）', address: station.address },
    ]);
    expect(JSON.stringify(all)).not.toContain(people.head.name);
  });

  it('lie in the area of whoever opens them, in a place that exists, and offer what is declared', async () => {
    await expect(open({ area: '510704' })).rejects.toMatchObject(refused('forbidden'));
    await expect(open({ area: '510703998' })).rejects.toMatchObject(refused('invalid_input', 'area'));
    await expect(open({ offers: ['enquiry'] })).rejects.toMatchObject(refused('invalid_input', 'offers'));
    await expect(open({}, people.nurse)).rejects.toMatchObject(refused('forbidden'));
  });

  it('are changed by a new version; of two who change the same one the second is told', async () => {
    const stationId = await open({ name: '变更站' });
    const change = { stationId, version: 1, phone: '0816-1111111' };
    const answers = await Promise.allSettled([
      run('health/change-station', change, people.head),
      run('health/change-station', { ...change, hours: '全天' }, people.head),
    ]);
    expect(answers.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const unseen = { ...change, version: 7 };
    await expect(run('health/change-station', unseen, people.head)).rejects.toMatchObject(
      refused('conflict'),
    );
    const versions = await rows(`SELECT version FROM health_stations WHERE station_id = '${stationId}'`);
    expect(versions).toHaveLength(2);
  });

  it('are closed, unless somebody is booked there', async () => {
    const stationId = await open({ name: '关闭站' });
    const { caseId } = await carded();
    await run('health/book-checkup', { caseId, subject: 'woman', stationId, day: '2027-05-06' });
    const close = { stationId, version: 1, closedOn: '2027-05-01' };
    await expect(run('health/close-station', close, people.head)).rejects.toMatchObject(refused('conflict'));
    await run('health/close-station', { ...close, closedOn: '2027-05-06' }, people.head);
    const later = { caseId, subject: 'woman', stationId, day: '2027-05-07' };
    await expect(run('health/book-checkup', later)).rejects.toMatchObject(refused('conflict'));
    const never = { stationId, version: 2, closedOn: '2019-01-01' };
    await expect(run('health/close-station', never, people.head)).rejects.toMatchObject(
      refused('invalid_input', 'closedOn'),
    );
  });
});

describe('areas that become another', () => {
  it('take their stations and what belongs to them along, and keep where it was', async () => {
    const stationId = await open({ name: '并入站', area: '510703001003' });
    await run('health/receive-supplies', { stationId, supply: 'pills', quantity: 5, day: today });
    await house.asOperator(({ tx }) =>
      moveHealthScopes(tx, [areaCode('510703001003')], areaCode('510703001004')),
    );
    const shown = await listed({ area: '510703001004' });
    expect(shown).toMatchObject([{ stationId, area: '510703001004' }]);
    const where = `WHERE station_id = '${stationId}'`;
    const moved = { area_code: '510703001003', area_scope: '510703001004' };
    expect(await rows(`SELECT area_code, area_scope FROM health_stock_moves ${where}`)).toEqual([moved]);
  });
});

describe('a model station', () => {
  it('fulfils every criterion of the city’s document, once a year', async () => {
    const stationId = await open({ name: '示范站' });
    expect(await assess(stationId)).toMatchObject({ isModel: true, failed: [], criteriaConfirmed: false });
    await expect(assess(stationId)).rejects.toMatchObject(refused('conflict'));
    const shown = (await listed()).find((one) => one['stationId'] === stationId);
    expect(shown).toMatchObject({ modelOf: 2026 });
  });

  it('is none when one criterion fails; each is answered once, of a year that has come', async () => {
    const stationId = await open({ name: '普通站' });
    const [first, ...rest] = findings;
    await expect(assess(stationId, { findings: rest })).rejects.toMatchObject(
      refused('invalid_input', 'findings'),
    );
    await expect(assess(stationId, { year: 2099 })).rejects.toMatchObject(refused('invalid_input', 'year'));
    const failing = [{ ...first, met: false }, ...rest];
    expect(await assess(stationId, { findings: failing })).toMatchObject({
      isModel: false,
      failed: [first?.criterion],
    });
  });
});

describe('an incident', () => {
  it('is reported for good, and followed until it is closed', async () => {
    const stationId = await open({ name: '事件站' });
    const told = { kind: 'medicine', happenedOn: today, affected: 1, account: '皮疹，已处理' };
    const { incidentId } = await run('health/report-incident', { stationId, ...told });
    const step = { stationId, incidentId, day: today, account: '已更换批次' };
    await run('health/follow-incident', step);
    await run('health/follow-incident', { ...step, closes: true });
    await expect(run('health/follow-incident', step)).rejects.toMatchObject(refused('conflict'));
    expect(await run('health/list-incidents', {})).toMatchObject({
      incidents: [
        { incidentId, account: told.account, closed: true, steps: [{}, { account: '已更换批次' }] },
      ],
    });
    const [row] = await rows('SELECT account FROM health_incidents');
    expect(row?.['account']).not.toContain('皮疹');
    expect(await run('health/list-incidents', {}, people.neighbour)).toMatchObject({ incidents: [] });
  });

  it('has happened already, and is followed where it was reported', async () => {
    const stationId = await open({ name: '事件站二' });
    const told = { stationId, kind: 'other', affected: 0, account: '说明' };
    await expect(run('health/report-incident', { ...told, happenedOn: '2099-01-01' })).rejects.toMatchObject(
      refused('invalid_input', 'happenedOn'),
    );
    const step = { stationId, incidentId: stationId, day: today, account: '说明' };
    await expect(run('health/follow-incident', step)).rejects.toMatchObject(refused('not_found'));
  });
});

describe('supplies', () => {
  const move = (stationId: string, quantity: number, day = today) => ({
    stationId,
    supply: 'condoms',
    quantity,
    day,
  });

  it('are counted by place and day, and have no place for a person', async () => {
    const stationId = await open({ name: '药具站' });
    expect(await run('health/receive-supplies', move(stationId, 100))).toMatchObject({ left: 100 });
    expect(await run('health/give-supplies', move(stationId, 30))).toMatchObject({ left: 70 });
    await expect(
      run('health/give-supplies', { ...move(stationId, 1), name: '林小禾' }),
    ).rejects.toMatchObject({ details: { code: 'invalid_input' } });
    const { stock } = await run('health/list-stock', { stationId });
    expect(stock).toHaveLength(supplyKinds.length);
    expect(stock).toContainEqual(expect.objectContaining({ supply: 'condoms', quantity: 70 }));
    const columns = await rows(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name IN ('health_stock', 'health_stock_moves')`,
    );
    expect(columns.filter(({ name }) => /person|case|subject|digest/.test(String(name)))).toEqual([]);
  });

  it('never fall below nothing, however many give at once', async () => {
    const stationId = await open({ name: '并发站' });
    await run('health/receive-supplies', move(stationId, 10));
    const answers = await Promise.allSettled(
      Array.from({ length: 12 }, () => run('health/give-supplies', move(stationId, 3))),
    );
    expect(answers.filter((one) => one.status === 'fulfilled')).toHaveLength(3);
    const [row] = await rows(`SELECT quantity FROM health_stock WHERE station_id = '${stationId}'`);
    expect(row).toEqual({ quantity: 1 });
    const [given] = await rows(
      `SELECT sum(quantity)::int AS sum FROM health_stock_moves WHERE station_id = '${stationId}' AND way = 'given'`,
    );
    expect(given).toEqual({ sum: 9 });
  });

  it('are given by stations of the own area, on days that have come', async () => {
    const stationId = await open({ name: '本区站' });
    await expect(run('health/receive-supplies', move(stationId, 1), people.neighbour)).rejects.toMatchObject(
      refused('forbidden'),
    );
    await expect(run('health/receive-supplies', move(stationId, 1, '2099-01-01'))).rejects.toMatchObject(
      refused('invalid_input', 'day'),
    );
  });
});

describe('what statistics counts', () => {
  const count = (where: string) =>
    house.asOperator(async (context) => {
      const source = liveSource(context.tx, healthFactViews, today as never);
      const [view] = healthFactViews;
      if (!view) throw new Error('no view');
      const found = await source.query(
        `SELECT CAST(coalesce(sum(amount), 0) AS int) AS n FROM ${source.from(view.view)} WHERE ${where}`,
      );
      return found[0]?.['n'];
    });

  it('is what was given, where and when: check-ups, model stations, incidents, rebuilding, supplies', async () => {
    const stationId = await open({ name: '统计站', openedOn: '2021-03-04' });
    const year = `EXTRACT(year FROM day) = ${today.slice(0, 4)}`;
    const before = await count(`kind = 'family-rebuilding' AND ${year}`);
    const rebuilding = await file('family-rebuilding');
    await consent(rebuilding.caseId);
    const visit = { caseId: rebuilding.caseId, subject: 'woman', stationId, day: today, way: 'home' };
    await run('health/record-visit', { ...visit, note: '走访' });
    expect(await count(`kind = 'family-rebuilding' AND ${year}`)).toBe(Number(before) + 1);
    const checkup = await file();
    await consent(checkup.caseId);
    const at = { caseId: checkup.caseId, subject: 'woman', stationId, day: today };
    const found = [{ part: 'treponema', value: 'positive' }];
    await run('health/record-results', { ...at, results: found });
    await run('health/record-results', { ...at, results: found });
    expect(await count(`kind = 'checkup' AND ${year}`)).toBe(1);
    expect(await count(`kind = 'risk-factor-found' AND county = '510703000000'`)).toBe(1);
    expect(await count(`kind = 'model-station' AND day = DATE '2026-12-31'`)).toBe(1);
    expect(await count(`kind = 'incident' AND ${year}`)).toBe(1);
    expect(await count(`kind = 'supply-given' AND detail = 'condoms'`)).toBe(39);
    const stations = `kind = 'station' AND day <= DATE '${today}' AND (ended_on IS NULL OR ended_on >= DATE '${today}')`;
    expect(await count(stations)).toBe((await listed({ closed: false })).length);
  });

  it('holds no person and no case', async () => {
    const [view] = healthFactViews;
    expect(view?.select({ at: today as never, link: (column) => column })).not.toMatch(
      /case_id|person|health_(records|consents|bookings)/,
    );
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { refused } from '../../../test/support/case-desk.ts';
import { fine, healthDesk, people } from '../../../test/support/health-desk.ts';

const { run, open, file, consent, carded, rows, today } = await healthDesk();
const note = '血压正常，注意休息';
let stationId = '';

beforeAll(async () => {
  stationId = await open({ capacity: 50 });
});

const at = (caseId: string, subject = 'woman') => ({ caseId, subject, stationId, day: today });
const record = (caseId: string, results: readonly object[] = fine, subject = 'woman') =>
  run('health/record-results', { ...at(caseId, subject), results });
const read = (caseId: string, subject = 'woman') => run('health/read-results', { caseId, subject });
const found = async (caseId: string, results: readonly object[], subject = 'woman') => {
  await record(caseId, results, subject);
  return read(caseId, subject);
};

const consented = async () => {
  const receipt = await file();
  await consent(receipt.caseId);
  return receipt;
};

describe('results', () => {
  it('exist with a consent alone', async () => {
    const { caseId } = await file();
    await expect(record(caseId)).rejects.toMatchObject(refused('forbidden'));
    await expect(read(caseId)).rejects.toMatchObject(refused('forbidden'));
    await consent(caseId, 'man', { giver: '周明远' });
    await expect(record(caseId)).rejects.toMatchObject(refused('forbidden'));
    expect(await found(caseId, [{ part: 'educated', value: true }], 'man')).toMatchObject({
      grade: 'not-yet-known',
    });
  });

  it('are flagged against the range that the laboratory printed, and graded when they are complete', async () => {
    const { caseId } = await consented();
    await consent(caseId, 'man', { giver: '周明远' });
    expect(await found(caseId, fine, 'man')).toMatchObject({ grade: 'no-factor-found', missing: [] });
    const woman = await found(caseId, fine);
    expect(woman).toMatchObject({ grade: 'not-yet-known' });
    expect((woman['missing'] as { item: string }[]).map(({ item }) => item)).toEqual([
      'vaginal-discharge',
      'rubella',
      'cmv',
      'toxoplasma',
      'ultrasound',
    ]);
    const low = { part: 'haemoglobin', value: 98, unit: 'g/L', low: 110, high: 160 };
    const shown = await found(caseId, [low]);
    expect(shown).toMatchObject({ grade: 'factor-found' });
    expect(shown['results']).toContainEqual(
      expect.objectContaining({ part: 'haemoglobin', value: 98, low: 110, high: 160, flag: 'low' }),
    );
  });

  it.each([
    ['an item that there is not', { part: 'iq', value: 1 }, '没有'],
    ['another unit', { part: 'haemoglobin', value: 13, unit: 'g/dL', low: 11, high: 16 }, 'g/L'],
    ['no unit', { part: 'haemoglobin', value: 132, low: 110, high: 160 }, '单位'],
    ['an impossible number', { part: 'tsh', value: 99999, unit: 'mIU/L', low: 0, high: 5 }, '不可能'],
    ['a word for a number', { part: 'tsh', value: 'high', unit: 'mIU/L', low: 0, high: 5 }, '数字'],
    ['no range', { part: 'tsh', value: 2, unit: 'mIU/L' }, '参考范围'],
    ['a range upside down', { part: 'tsh', value: 2, unit: 'mIU/L', low: 5, high: 1 }, '参考范围'],
    ['a value that is none of the choices', { part: 'hbsag', value: 'maybe' }, '乙型|表面抗原'],
    ['something else than done or not', { part: 'educated', value: 'yes' }, '是否完成'],
  ])('refuse %s, with the field and a remedy', async (_, value, said) => {
    const { caseId } = await consented();
    await expect(record(caseId, [value])).rejects.toMatchObject({
      details: {
        code: 'invalid_input',
        field: `results.${value.part}`,
        message: { zh: expect.stringMatching(said) },
        remedy: { zh: expect.stringMatching(/.+/) },
      },
    });
  });

  it('refuse what cannot be examined in a man, and take what is only said not to be', async () => {
    const { caseId } = await file();
    await consent(caseId, 'man', { giver: '周明远' });
    const seen = [{ part: 'ultrasound-finding', value: 'nothing-found' }];
    await expect(record(caseId, seen, 'man')).rejects.toMatchObject(
      refused('invalid_input', 'results.ultrasound-finding'),
    );
    expect(await record(caseId, [{ part: 'cmv-igm', value: 'negative' }], 'man')).toHaveProperty('recordId');
  });

  it('stand sealed value by value, and open in no other place', async () => {
    const { caseId } = await consented();
    await record(caseId, [{ part: 'treponema', value: 'positive' }]);
    const [row] = await rows(
      `SELECT content::text AS content FROM health_records WHERE case_id = '${caseId}'`,
    );
    expect(row?.['content']).toContain('treponema');
    expect(row?.['content']).not.toMatch(/positive|outside/);
    await record(caseId, [{ part: 'hbsag', value: 'negative' }]);
    await rows(
      `UPDATE health_records SET content = (SELECT jsonb_build_object('hbsag', content->'treponema') FROM health_records
       WHERE case_id = '${caseId}' AND content ? 'treponema') WHERE case_id = '${caseId}' AND content ? 'hbsag'`,
    );
    await expect(read(caseId)).rejects.toMatchObject(refused('internal'));
  });

  it('are as long sealed whatever was found, and stand in no receipt', async () => {
    const { caseId } = await consented();
    const results = [
      { part: 'treponema', value: 'positive' },
      { part: 'hbsag', value: 'negative' },
      { part: 'tsh', value: 9, unit: 'mIU/L', low: 0.3, high: 5 },
    ];
    expect(Object.keys(await record(caseId, results)).sort(undefined)).toEqual(['caseId', 'recordId']);
    const lengths = await rows(
      `SELECT DISTINCT length(value) AS length FROM health_records, jsonb_each_text(content) WHERE case_id = '${caseId}'`,
    );
    expect(lengths).toHaveLength(1);
  });

  it('are read for a purpose, and every look is logged', async () => {
    const { caseId } = await consented();
    await record(caseId);
    await read(caseId);
    const looks = await rows(
      `SELECT actor FROM platform_audit WHERE operation = 'health/read-results' AND subject_id = '${caseId}'`,
    );
    expect(looks).toHaveLength(1);
  });

  it('are recorded of a check-up that has taken place, at a station that was open', async () => {
    const { caseId } = await consented();
    const later = { ...at(caseId), day: '2099-01-01', results: fine };
    await expect(run('health/record-results', later)).rejects.toMatchObject(refused('invalid_input', 'day'));
    const early = { ...at(caseId), day: '2019-01-01', results: fine };
    await expect(run('health/record-results', early)).rejects.toMatchObject(refused('conflict'));
    const other = await file('health-visit');
    await consent(other.caseId);
    await expect(record(other.caseId)).rejects.toMatchObject(refused('conflict'));
  });
});

describe('counselling and follow-up', () => {
  it('are kept with the results; how it ended is counted', async () => {
    const { caseId } = await consented();
    await run('health/record-counselling', { ...at(caseId), note });
    const early = { ...at(caseId), stage: 'early-follow-up' };
    await run('health/record-follow-up', { ...early, note: '已建卡' });
    await expect(run('health/record-follow-up', { ...early, outcome: 'live-birth' })).rejects.toMatchObject(
      refused('invalid_input', 'outcome'),
    );
    const late = { ...at(caseId), stage: 'outcome-follow-up' };
    await expect(run('health/record-follow-up', late)).rejects.toMatchObject(
      refused('invalid_input', 'outcome'),
    );
    await run('health/record-follow-up', { ...late, outcome: 'not-told' });
    expect(await read(caseId)).toMatchObject({
      grade: null,
      records: [
        { kind: 'counselling', note },
        { kind: 'early-follow-up', note: '已建卡' },
        { kind: 'outcome-follow-up', outcome: 'not-told' },
      ],
    });
    const told = await rows(`SELECT kind FROM health_given WHERE detail = 'not-told'`);
    expect(told).toEqual([{ kind: 'outcome-follow-up' }]);
  });
});

describe('a case of a check-up', () => {
  it('is walked from the card to the last call', async () => {
    const { caseId } = await carded();
    const act = (action: string, answers: object) => run('casework/act-on-case', { caseId, action, answers });
    await run('health/book-checkup', { caseId, subject: 'woman', stationId, day: today });
    await record(caseId);
    await act('examine', { examinedOn: today, items: 12 });
    await run('health/record-counselling', { ...at(caseId), note });
    await act('counsel', { counselledOn: today });
    await run('health/record-follow-up', { ...at(caseId), stage: 'early-follow-up' });
    expect(await run('casework/read-case', { caseId })).toMatchObject({
      state: { key: 'outcome-follow-up' },
    });
    await run('health/record-follow-up', {
      ...at(caseId),
      stage: 'outcome-follow-up',
      outcome: 'live-birth',
    });
    expect(await run('casework/read-case', { caseId })).toMatchObject({
      open: false,
      state: { key: 'completed' },
    });
    const said = await rows(`SELECT answers::text AS said FROM casework_actions WHERE case_id = '${caseId}'`);
    expect(JSON.stringify(said)).not.toMatch(/high|factor|live-birth/);
  });
});

describe('a booking', () => {
  const bookable = '2027-03-01';
  const book = (caseId: string, day = bookable, place = stationId) =>
    run('health/book-checkup', { caseId, subject: 'woman', stationId: place, day });
  const booked = async (place: string) =>
    (
      await rows(`SELECT day, booked FROM health_booking_days WHERE station_id = '${place}' ORDER BY day`)
    ).map(({ booked: count }) => count);

  it('needs consent, takes a place of the day, and moves to another', async () => {
    const place = await open({ capacity: 1 });
    const nobody = await file();
    await expect(book(nobody.caseId, bookable, place)).rejects.toMatchObject(refused('forbidden'));
    const { caseId } = await carded();
    await expect(book(caseId, '2020-02-02', place)).rejects.toMatchObject(refused('invalid_input', 'day'));
    await book(caseId, bookable, place);
    const other = await carded();
    await expect(book(other.caseId, bookable, place)).rejects.toMatchObject(refused('conflict'));
    await book(caseId, '2027-03-02', place);
    expect(await booked(place)).toEqual([0, 1]);
    await book(other.caseId, bookable, place);
    expect(await run('health/list-bookings', { stationId: place, day: bookable })).toMatchObject({
      capacity: 1,
      booked: 1,
      bookings: [{ caseId: other.caseId }],
    });
  });

  it('moves the case, which must have come so far; whoever waits is told the day', async () => {
    const uncarded = await consented();
    await expect(book(uncarded.caseId)).rejects.toMatchObject(refused('conflict'));
    const { caseId, number, code } = await carded();
    await book(caseId);
    const shown = await run('casework/read-progress', { number, secret: code }, people.anybody);
    expect(shown).toMatchObject({ state: { key: 'booked' } });
    expect(JSON.stringify(shown['story'])).toContain(bookable);
  });

  it('of another service agrees on the day there', async () => {
    const { caseId } = await file('reproductive-checkup');
    await consent(caseId);
    await book(caseId);
    expect(await run('casework/read-case', { caseId })).toMatchObject({ state: { key: 'agreed' } });
  });

  it('of many at once never exceeds the capacity of the day', async () => {
    const place = await open({ capacity: 3 });
    const cases = await Promise.all(Array.from({ length: 8 }, () => carded()));
    const answers = await Promise.allSettled(cases.map(({ caseId }) => book(caseId, bookable, place)));
    expect(answers.filter((one) => one.status === 'fulfilled')).toHaveLength(3);
    expect(await booked(place)).toEqual([3]);
  });

  it('moves between two days while another moves the other way', async () => {
    const place = await open({ capacity: 9 });
    const days = ['2027-04-01', '2027-04-02'] as const;
    const cases = await Promise.all([carded(), carded()]);
    const bookAll = (turn: number) =>
      Promise.all(cases.map(({ caseId }, index) => book(caseId, days[(index + turn) % 2], place)));
    for (const turn of [0, 1, 2, 3, 4, 5]) await bookAll(turn);
    expect(await booked(place)).toEqual([1, 1]);
  });

  it('is given back with the consent', async () => {
    const place = await open({ capacity: 1 });
    const { caseId } = await carded();
    await book(caseId, bookable, place);
    await run('health/withdraw-consent', { caseId });
    expect(await booked(place)).toEqual([0]);
  });
});

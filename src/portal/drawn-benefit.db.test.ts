import { describe, expect, it } from 'vitest';
import { answerOf, benefitsDesk, desk, linesOf } from '../../test/support/benefits-desk.ts';
import { mainOf, plain } from '../../test/support/services-visitor.ts';
import { wirePortal } from '../composition/wire-portal.ts';

const { house, run, enrol, apply, act } = await benefitsDesk();
const origin = 'http://city.example';
const portal = wirePortal(house, { publicUrl: origin, synthetic: true }, () => '127.0.0.1');

/** The pages of a case for somebody who showed a second factor. */
async function enter(number: string, secret: string, prefix = '') {
  const response = await portal.request(`${origin}${prefix}/cases/${number}`, {
    method: 'POST',
    headers: { origin, host: 'city.example' },
    body: new URLSearchParams({ secret }),
  });
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
  return async (path: string) => {
    const headers = { cookie: cookies.at(prefix === '' ? 0 : -1) ?? '' };
    return mainOf(await (await portal.request(`${origin}${path}`, { headers })).text());
  };
}

async function confirmed(over: object = {}) {
  const person = await enrol();
  const receipt = await apply('special-support', { ...person, situation: 'loss', ...over });
  const { caseId } = receipt;
  await act(caseId, 'accept');
  await act(caseId, 'pass-up', { opinion: '符合' });
  await act(caseId, 'confirm', { fromMonth: '2013-01-01', opinion: '同意', by: desk.head });
  return { ...person, number: String(receipt['number']), code: String(receipt['code']) };
}

async function pay() {
  const list = { programme: 'special-support', year: 2013, quarter: 1, area: '510703' };
  const { batchId } = await run('benefits/create-batch', list, desk.accountant);
  await run('benefits/approve-batch', { batchId }, desk.head);
  const file = { batchId, format: 'csv-utf8' };
  const { content } = await run('benefits/export-batch', file, desk.accountant);
  await run('benefits/read-return-file', { ...file, content: answerOf(linesOf(content)) }, desk.accountant);
}

describe('the page of a case that is an application for a benefit', () => {
  it('shows what is drawn and what was paid, in both languages, and no account', async () => {
    const { number, code } = await confirmed();
    const page = await enter(number, code);
    expect(plain(await page(`/cases/${number}`))).toContain('还没有发放过');
    await pay();
    const shown = plain(await page(`/cases/${number}`));
    for (const words of [
      '享受的待遇',
      '享受中',
      '独生子女死亡，每人每月',
      '2013-01',
      '2013 年第 1 季度',
      '2013-01 至 2013-03',
      '405',
      '已到账',
      '2014-01-10',
    ])
      expect(shown).toContain(words);
    expect(shown).not.toMatch(/6200|0001\b|账号/);
    const english = await enter(number, code, '/en');
    const told = plain(await english(`/en/cases/${number}`));
    for (const words of ['What you draw', '2013, quarter 1', '2013-01 to 2013-03', 'paid', '405'])
      expect(told).toContain(words);
  });

  it('shows nothing of it to whoever has no second factor', async () => {
    const { number } = await confirmed();
    const stranger = await enter(number, 'AAAA2222');
    expect(plain(await stranger(`/cases/${number}`))).not.toContain('享受的待遇');
  });

  it('says nothing of benefits while the application is open, nor on other cases', async () => {
    const open = await apply('special-support', await enrol());
    const other = await apply('enquiry');
    for (const { number, code } of [open, other]) {
      const page = await enter(String(number), String(code));
      const shown = plain(await page(`/cases/${String(number)}`));
      expect(shown).toContain(String(number));
      expect(shown).not.toContain('享受的待遇');
    }
  });
});

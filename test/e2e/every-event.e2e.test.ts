import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../src/register/index.ts';
import { consoleUnderTest } from '../support/console.ts';

const { visit, goTo } = consoleUnderTest();
const account = 'demo-county-registrar';
const reviewer = 'demo-county-reviewer';
const village = '510703001003';
const other = '510703001008';

let serial = 100;
const numberOf = (born: string, sex: 'male' | 'female') => {
  serial += 2;
  const seventeen = `510790${born}${String(serial + (sex === 'male' ? 1 : 0))}`;
  return seventeen + checkDigit(seventeen);
};

/** Calls an operation as whoever is signed in on the page. */
const call = async (page: Page, name: string, input: object) =>
  (await page.evaluate(
    `fetch('/api/${name}', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: ${JSON.stringify(JSON.stringify(input))} }).then((one) => one.json())`,
  )) as Record<string, string>;

/** Somebody in the register, named by number on the forms that follow. */
async function enrol(page: Page, sex: 'male' | 'female', born = '19850101') {
  const idNumber = numberOf(born, sex);
  const birthDate = `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`;
  const given = {
    name: '键盘',
    sex,
    birthDate,
    idNumber,
    registeredVillage: village,
    residentVillage: village,
  };
  const { personId } = await call(page, 'register/enrol-person', { ...given, date: '2015-01-05' });
  if (personId === undefined) throw new Error('nobody was enrolled');
  return { personId, idNumber };
}

async function household(page: Page) {
  const [head, member] = [await enrol(page, 'male'), await enrol(page, 'female')];
  const input = { headId: head.personId, memberIds: [member.personId], date: '2016-02-01' };
  await call(page, 'register/form-household', input);
  return { head: head.idNumber, member: member.idNumber };
}

async function married(page: Page) {
  const [wife, husband] = [await enrol(page, 'female'), await enrol(page, 'male')];
  const input = { personId: wife.personId, spouseId: husband.personId, date: '2016-01-01' };
  await call(page, 'register/record-marriage', input);
  return wife.idNumber;
}

/** What is typed into each question, in the order of the form; of a choice, how far down it is. */
type Typed = Readonly<Record<string, string | number>>;
const woman = async (page: Page) => (await enrol(page, 'female')).idNumber;
const man = async (page: Page) => (await enrol(page, 'male')).idNumber;
const child = async (page: Page) => (await enrol(page, 'female', '20140101')).idNumber;

const forms: Readonly<Record<string, (page: Page) => Promise<Typed>>> = {
  birth: async (page) => ({
    motherId: await woman(page),
    fatherId: await man(page),
    name: '双生',
    sex: 2,
    birthDate: '2020年1月2日',
    plurality: '2',
  }),
  'newborn-death': async (page) => ({
    motherId: await woman(page),
    sex: 1,
    birthDate: '2020-01-02',
    deathDate: '20200103',
  }),
  stillbirth: async (page) => ({ motherId: await woman(page), date: '2020-01-02', weeks: '30' }),
  death: async (page) => ({ personId: await woman(page), date: '2020-01-02', evidence: 1 }),
  marriage: async (page) => ({ personId: await woman(page), spouseId: await man(page), date: '2020-01-02' }),
  divorce: async (page) => ({ personId: await married(page), date: '2020-01-02', by: 2 }),
  adoption: async (page) => ({
    personId: await child(page),
    motherId: await woman(page),
    date: '2020-01-02',
  }),
  guardianship: async (page) => ({
    personId: await child(page),
    guardianId: await man(page),
    date: '2020-01-02',
    by: 1,
  }),
  move: async (page) => ({ personId: await woman(page), date: '2020-01-02', to: other }),
  'move-out': async (page) => ({ personId: await woman(page), date: '2020-01-02', elsewhere: '成都' }),
  'hukou-transfer': async (page) => ({ personId: await woman(page), date: '2020-01-02', to: other }),
  'hukou-transfer-out': async (page) => ({
    personId: await woman(page),
    date: '2020-01-02',
    elsewhere: '成都',
  }),
  'hukou-kind-change': async (page) => ({ personId: await woman(page), date: '2020-01-02', hukouKind: 3 }),
  'name-change': async (page) => ({ personId: await woman(page), name: '𠮷·䶮', date: '2020-01-02' }),
  'contact-change': async (page) => ({
    personId: await woman(page),
    date: '2020-01-02',
    phone: '138 1234 5678',
    address: '滨江路12号',
  }),
  'document-change': async (page) => ({
    personId: await woman(page),
    date: '2020-01-02',
    documentKind: 4,
    documentNumber: 'GBR987654321',
  }),
  'household-formation': async (page) => ({
    headId: await man(page),
    memberIds: await woman(page),
    date: '2020-01-02',
  }),
  'household-split': async (page) => {
    const { member } = await household(page);
    return { householdId: member, memberIds: member, headId: member, date: '2020-01-02' };
  },
  'household-merger': async (page) => ({
    householdId: (await household(page)).head,
    intoId: (await household(page)).head,
    date: '2020-01-02',
  }),
  'household-joining': async (page) => ({
    personId: await woman(page),
    householdId: (await household(page)).head,
    date: '2020-01-02',
  }),
  'head-change': async (page) => {
    const { member } = await household(page);
    return { householdId: member, headId: member, date: '2020-01-02' };
  },
  enrolment: () =>
    Promise.resolve({
      name: '键盘来',
      sex: 2,
      birthDate: '1991-03-04',
      date: '2020-01-02',
      residentVillage: village,
    }),
  foundling: () =>
    Promise.resolve({
      name: '键盘童',
      sex: 1,
      birthDate: '2020-01-01',
      birthDateIs: 2,
      date: '2020-01-02',
      foundAt: '车站',
      village,
    }),
  merger: async (page) => ({ personId: await woman(page), intoId: await woman(page), date: '2020-01-02' }),
};

const PICKED: ReadonlySet<string> = new Set(['person', 'persons', 'household']);
const MOST_STOPS = 120;
const SLOWLY = { timeout: 20_000 };

/** Goes on by Tab until what has the focus is what is meant. */
async function tabTo(page: Page, isMeant: string): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await page.evaluate(`((one) => ${isMeant})(document.activeElement)`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no stop for ${isMeant}`);
}
const question = (key: string) => `one.id === 'field-${key}'`;

async function answer(page: Page, key: string, { kind, typed }: { kind: string; typed: string | number }) {
  await tabTo(page, question(key));
  if (typeof typed === 'number') {
    for (let steps = 0; steps < typed; steps += 1) await page.keyboard.press('ArrowDown');
    return;
  }
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(typed);
  if (!PICKED.has(kind)) return;
  const before = await page.locator('.picked').count();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.picked').count(), SLOWLY).toBeGreaterThan(before);
}

interface Shown {
  readonly key: string;
  readonly title: { readonly zh: string };
  readonly fields: readonly { readonly key: string; readonly kind: string }[];
}

/** Fills the form in and sends it; gives the page of the person whom it is about. */
async function recordByKeyboard(page: Page, form: Shown, typed: Typed): Promise<string> {
  await goTo(page, `/record/${form.key}`);
  await page.waitForSelector('form.event-form');
  for (const { key, kind } of form.fields) {
    const one = typed[key];
    if (one !== undefined) await answer(page, key, { kind, typed: one });
  }
  if (form.key === 'merger') await answer(page, 'whyAsked', { kind: 'text', typed: '同一人' });
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.timeline, .flagged');
  if ((await page.locator('.flagged').count()) > 0) {
    await tabTo(page, `one.textContent.startsWith('核对过')`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.timeline');
  }
  return new URL(page.url()).pathname.replace('/console', '');
}

/** Follows the link beside the record of that form and asks for its correction or withdrawal. */
async function askByKeyboard(page: Page, { form, path, verb }: { form: Shown; path: string; verb: string }) {
  await goTo(page, path);
  await page.waitForSelector('.timeline a');
  await tabTo(
    page,
    `one.getAttribute('aria-label')?.startsWith('${verb} ') && one.getAttribute('aria-label').endsWith('${form.title.zh}')`,
  );
  await page.keyboard.press('Enter');
  await page.waitForSelector('#field-whyAsked');
  if (verb === '更正') {
    const day = form.fields.some(({ key }) => key === 'date') ? 'date' : 'birthDate';
    await answer(page, day, { kind: 'date', typed: day === 'date' ? '2020-01-03' : '2020-01-01' });
  }
  await answer(page, 'whyAsked', { kind: 'text', typed: '键盘核对' });
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('text=等待另一名审核人员');
}

const approveAll = () =>
  visit({ account: reviewer, path: '/requests' }, async (page) => {
    await page.waitForSelector('.answers, [aria-live] p');
    for (let left = await page.locator('.request').count(); left > 0; left -= 1) {
      await tabTo(page, `one.textContent.replaceAll(' ', '') === '批准'`);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.request').count(), SLOWLY).toBeLessThan(left);
    }
    expect(await page.locator('.request').count()).toBe(0);
  });

/** In `npm run test:long` all of them are recorded, corrected and withdrawn; otherwise one of each manner. */
const IN_FULL = process.env['JIAHU_LONG'] !== undefined;
const RECORDED = ['birth', 'newborn-death', 'marriage', 'move', 'adoption', 'household-split', 'merger'];
const ASKED = ['birth', 'household-split', 'merger'];
const isRecorded = ({ key }: Shown) => IN_FULL || RECORDED.includes(key);
const isAsked = ({ key }: Shown) => IN_FULL || ASKED.includes(key);
const recorded = new Map<Shown, string>();
const asked = () => [...recorded].filter(([form]) => isAsked(form));
const datesOf = (page: Page) => page.locator('.timeline li > strong').allTextContents();

describe('every kind of event, by keyboard alone', () => {
  it('is recorded', async () => {
    await visit({ account, path: '/people' }, async (page) => {
      const list = (await call(page, 'register/list-event-forms', {})) as unknown as { forms: Shown[] };
      expect(list.forms.map((one) => one.key).sort()).toEqual(Object.keys(forms).sort());
      for (const form of list.forms.filter(isRecorded)) {
        const typed = (await forms[form.key]?.(page)) ?? {};
        recorded.set(form, await recordByKeyboard(page, form, typed));
      }
    });
    await approveAll();
  }, 600_000);

  it.each(['更正', '撤回'])(
    'is asked to be otherwise, and a second person agrees: %s',
    async (verb) => {
      await visit({ account, path: '/people' }, async (page) => {
        for (const [form, path] of asked()) await askByKeyboard(page, { form, path, verb });
      });
      await approveAll();
      await visit({ account, path: '/people' }, async (page) => {
        for (const [form, path] of asked()) {
          await goTo(page, path);
          await page.waitForSelector('.timeline', { state: 'attached' });
          const isThere = form.fields.some(({ key }) => key === 'date') ? '2020-01-03' : '2020-01-01';
          const dates = (await datesOf(page)).filter((day) => day.startsWith('2020'));
          if (verb === '更正') expect(dates, form.key).toContain(isThere);
          else
            expect(await page.locator('.timeline').first().textContent(), form.key).not.toContain(
              form.title.zh,
            );
        }
      });
    },
    600_000,
  );
});

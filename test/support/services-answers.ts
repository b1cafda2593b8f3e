import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { found, mainOf, plain, type Shown, type Visitor } from './services-visitor.ts';

/** What a page says is wrong, at its head and at its field. */
export function expectFault(page: Shown, english = false): string {
  expect(page.status).toBe(422);
  expect(found(page.html, /<title>([^<]*)/)).toMatch(english ? /^Error: / : /^错误：/);
  const main = mainOf(page.html).replace(/^<div class="support"[\s\S]*?<\/p><\/div>/, '');
  expect(main).toMatch(/^<div class="error-summary" tabindex="-1" autofocus/);
  const [, target = '', words = ''] = /<li><a href="#([^"]+)">([^<]+)</.exec(main) ?? [];
  expect(main).toContain(`id="${target}"`);
  const [, id = '', said = ''] = /<p id="([^"]+-error)" class="field-error">([^<]+)</.exec(main) ?? [];
  expect(said).toBe(words);
  expect(main).toMatch(new RegExp(`aria-describedby="[^"]*${id}[^"]*" aria-invalid="true"`));
  return plain(words);
}

/** One question with its reason, a way back, a verb and help, and no fault before anything was sent. */
export function expectQuestion({ html }: Shown): void {
  const main = mainOf(html);
  expect(main.match(/<h1>/g)).toHaveLength(1);
  expect(main).toMatch(/<h1><label for=|<legend><h1>/);
  expect(main).toContain('<form method="post"');
  expect(main).toContain('novalidate');
  for (const part of ['class="back"', '-why"', 'form-help', 'class="code"']) expect(main).toContain(part);
  expect(found(main, /<button type="submit" class="action">([^<]*)/)).not.toBe('');
  expect(main).not.toContain('aria-invalid');
  expect(main).not.toContain('error-summary');
}

interface Trying {
  readonly visitor: Visitor;
  readonly path: string;
  readonly question: string;
}

/** What cannot be right for its kind is refused with a remedy, and stays as it was typed. */
export async function expectRefused({ visitor, path, question }: Trying, kind: string): Promise<void> {
  const wrong: Readonly<Partial<Record<string, readonly (readonly [string, string])[]>>> = {
    identityNumber: [
      ['510703199304129022', '最后一位'],
      ['51070319930412', '14 位'],
    ],
    date: [['2026-2-30', '没有“2026-2-30”这一天']],
    phone: [['12', '不像一个电话号码']],
    number: [
      ['许多', '整数'],
      ['999', '范围'],
    ],
  };
  for (const [typed, says] of wrong[kind] ?? []) {
    const page = await visitor.post(path, { [question]: typed });
    expect(expectFault(page)).toContain(says);
    expect(page.html).toContain(`value="${typed}"`);
  }
}

const wide = (value: string) =>
  value.replace(/[0-9X]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** As people write it: spaces, full-width digits, a small x, a date in three ways. */
export async function expectRead({ visitor, path, question }: Trying, kind: string): Promise<void> {
  const ways: Readonly<Partial<Record<string, readonly string[]>>> = {
    identityNumber: ['110101 19900307 109x', wide('11010119900307109X')],
    date: ['1990-2-1', '1990年2月1日', '19900201'],
    phone: ['+86 138-0000-0001'],
  };
  for (const typed of ways[kind] ?? [])
    expect((await visitor.post(path, { [question]: typed })).status, typed).toBe(303);
}

/** Answers the question of a page with the control that it has, and goes on. */
export async function answerPage(page: Page, question: string, value: string): Promise<void> {
  const control = page.locator(`#${question}`);
  if ((await control.count()) === 0) await page.locator(`input[value="${value}"]`).check();
  else if ((await page.locator('select').count()) === 0) await control.fill(value);
  else if ((await page.locator('input[name=step]').count()) === 0) await control.selectOption(value);
  else {
    await control.selectOption(`${value.slice(0, 9)}000`);
    await page.locator('.form button').click();
    await page.locator(`#${question}`).selectOption(value);
  }
  await page.locator('.form button').click();
}

import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createFieldCipher, type Sealed } from '../platform/index.ts';
import { forgetCaseCookie, readCaseCookie, setCaseCookie } from './case-cookie.ts';
import { forgetDraftCookie, readDraftCookie, setDraftCookie } from './draft-cookie.ts';

const cipher = createFieldCipher({ newest: 1, keys: new Map([[1, randomBytes(32)]]) }, randomBytes);
const cookies = {
  seal: (place: string, clear: string) => cipher.seal(clear, place),
  open: (place: string, sealed: string) => {
    try {
      return cipher.open(sealed as Sealed, place);
    } catch {
      return null;
    }
  },
};
const NOON = new Date('2026-11-27T04:00:00Z');
const number = '20261127-048213-5';
const shown = { number, secret: 'ABCD2345' };
const draft = {
  token: 'AAAA-BBBB-CCCC-DDDD',
  service: 'enquiry',
  expiresAt: '2026-12-04T04:00:00.000Z',
  supportLine: null,
};

/** A site of four addresses that do nothing but set, read and forget. */
function site(secure: boolean, now = NOON) {
  const dependencies = { cookies: { ...cookies, secure }, now: () => now };
  const app = new Hono();
  app.get('/draft', (context) => {
    setDraftCookie(context, dependencies, draft);
    return context.json(readDraftCookie(context, dependencies, 'enquiry'));
  });
  app.get('/draft/read', (context) => context.json(readDraftCookie(context, dependencies, 'enquiry')));
  app.get('/draft/forget', (context) => {
    forgetDraftCookie(context, dependencies, 'enquiry');
    return context.text('');
  });
  app.get('/case', (context) => {
    setCaseCookie(context, dependencies, shown);
    return context.text('');
  });
  app.get('/case/read/:number', (context) =>
    context.json(readCaseCookie(context, dependencies, context.req.param('number'))),
  );
  app.get('/case/forget', (context) => {
    forgetCaseCookie(context, dependencies, number);
    return context.text('');
  });
  return app;
}

const linesOf = async (app: Hono, path: string) => (await app.request(path)).headers.getSetCookie();
const read = async (app: Hono, path: string, line: string) =>
  (await app.request(path, { headers: { cookie: line.split(';')[0] ?? '' } })).json();

describe('the cookie of a draft', () => {
  it('is bound to the host and to TLS where the site is reached by TLS', async () => {
    const [line = ''] = await linesOf(site(true), '/draft');
    expect(line).toMatch(/^__Host-draft-enquiry=AAAA-BBBB-CCCC-DDDD;/);
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict', 'Expires=Fri, 04 Dec 2026'])
      expect(line).toContain(part);
    expect(await read(site(true), '/draft/read', line)).toEqual({ token: draft.token, supportLine: null });
    expect((await linesOf(site(true), '/draft/forget'))[0]).toMatch(/^__Host-draft-enquiry=; Max-Age=0/);
  });

  it('works without TLS on the machine of a newcomer', async () => {
    const [line = ''] = await linesOf(site(false), '/draft');
    expect(line).toMatch(/^draft-enquiry=/);
    expect(line).not.toContain('Secure');
    expect(await read(site(false), '/draft/read', line)).toMatchObject({ token: draft.token });
  });
});

describe('the cookie of a case', () => {
  it('is sealed, sent to the pages of that case alone, and over after half an hour', async () => {
    const lines = await linesOf(site(true), '/case');
    expect(lines.map((line) => /Path=([^;]*)/.exec(line)?.[1])).toEqual([
      `/cases/${number}`,
      `/en/cases/${number}`,
    ]);
    const [line = ''] = lines;
    expect(line).toMatch(/^__Secure-case=.*HttpOnly; Secure; SameSite=Strict/);
    expect(decodeURIComponent(line)).not.toContain('ABCD2345');
    expect(await read(site(true), `/case/read/${number}`, line)).toBe('ABCD2345');
    const later = new Date(NOON.getTime() + 31 * 60_000);
    expect(await read(site(true, later), `/case/read/${number}`, line)).toBeNull();
  });

  it('opens no other case, and nothing when it was tampered with', async () => {
    const [line = ''] = await linesOf(site(false), '/case');
    expect(await read(site(false), '/case/read/20261127-000000-1', line)).toBeNull();
    expect(await read(site(false), `/case/read/${number}`, line.replace('case=1.', 'case=1.x'))).toBeNull();
    expect(await read(site(false), `/case/read/${number}`, 'case=nonsense')).toBeNull();
    expect(await linesOf(site(false), '/case/forget')).toHaveLength(2);
  });
});

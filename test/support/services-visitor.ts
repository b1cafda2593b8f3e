import { expect } from 'vitest';

/** A browser without scripts, as far as forms need one: it keeps cookies, follows nothing, sends what it is told. */
export interface Visitor {
  readonly get: (path: string) => Promise<Shown>;
  readonly post: (
    path: string,
    form: Readonly<Record<string, string>>,
    headers?: HeadersInit,
  ) => Promise<Shown>;
  readonly cookies: ReadonlyMap<string, string>;
}

export interface Shown {
  readonly status: number;
  readonly html: string;
  readonly location: string;
  readonly response: Response;
}

const cookieLine = (cookies: ReadonlyMap<string, string>) =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const at = pair.indexOf('=');
  if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(pair.slice(0, at));
  else cookies.set(pair.slice(0, at), pair.slice(at + 1));
}

export function visitorOf(url: string): Visitor {
  const cookies = new Map<string, string>();
  const send = async (path: string, options: RequestInit): Promise<Shown> => {
    const headers = new Headers(options.headers);
    headers.set('cookie', cookieLine(cookies));
    const response = await fetch(path.startsWith('http') ? path : url + path, {
      ...options,
      headers,
      redirect: 'manual',
    });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    const location = response.headers.get('location') ?? '';
    return { status: response.status, html: await response.text(), location, response };
  };
  return {
    get: (path) => send(path, {}),
    post: (path, form, headers = { origin: url }) =>
      send(path, { method: 'POST', headers, body: new URLSearchParams(form) }),
    cookies,
  };
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** Markup as it is read. */
export const plain = (markup: string): string =>
  markup
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)
    .trim();

/** What stands in the first place that matches. */
export const found = (html: string, pattern: RegExp): string => plain(pattern.exec(html)?.[1] ?? '');

export const mainOf = (html: string): string => /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';

/** The question of an address, `phone` of `/en/services/x/apply/phone`. */
export const lastPart = (location: string): string => location.split('?')[0]?.split('/').at(-1) ?? '';

export interface Filed {
  readonly number: string;
  readonly code: string;
}

/** Number and code as the receipt shows them. */
export const numbersOn = (html: string): Filed => {
  const [number = '', code = ''] = [...html.matchAll(/<dd class="code big">([^<]+)</g)].map((one) => one[1]);
  return { number, code };
};

const MOST_QUESTIONS = 40;

interface Walk {
  readonly visitor: Visitor;
  readonly key: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly prefix?: string;
  /** Looks at every page on the way, before it is answered. */
  readonly look?: (question: string, path: string, page: Shown) => Promise<void>;
}

/** From the button on the guide to the page on which all answers are checked; answers the path of that page. */
export async function walkToCheck({ visitor, key, answers, prefix = '', look }: Walk): Promise<string> {
  let { location } = await visitor.post(`${prefix}/services/${key}/apply`, {});
  for (let asked = 0; asked < MOST_QUESTIONS; asked += 1) {
    const question = lastPart(location);
    if (question === 'check') return location;
    const page = await visitor.get(location);
    expect(page.status, location).toBe(200);
    await look?.(question, location, page);
    const sent = await visitor.post(location, { [question]: answers[question] ?? '' });
    expect(sent.status, `${location} with ${answers[question] ?? 'nothing'}: ${mainOf(sent.html)}`).toBe(303);
    location = sent.location;
  }
  throw new Error(`${key} never comes to its check`);
}

/** Fills in and files a form. */
export async function fileForm(walk: Walk): Promise<Filed> {
  const check = await walkToCheck(walk);
  const { location } = await walk.visitor.post(check, {});
  return numbersOn((await walk.visitor.get(location)).html);
}

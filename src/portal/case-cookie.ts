import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { ServiceDependencies, ShownCase } from './desk.ts';

/** What a browser keeps of a case that was opened: sealed, for a short while, sent to the pages of that case alone. */
type Cookies = Pick<ServiceDependencies, 'cookies' | 'now'>;

const NAME = 'case';
const MINUTES = 30;
const placeOf = (number: string) => `case ${number}`;
const pathsOf = (number: string) => [`/cases/${number}`, `/en/cases/${number}`];

const options = ({ cookies }: Cookies) =>
  ({
    httpOnly: true,
    sameSite: 'Strict',
    ...(cookies.secure ? { secure: true, prefix: 'secure' as const } : {}),
  }) as const;

/** Opens the pages of a case for half an hour from now; answers until when. */
export function setCaseCookie(context: Context, dependencies: Cookies, { number, secret }: ShownCase): Date {
  const until = new Date(dependencies.now().getTime() + MINUTES * 60_000);
  const sealed = dependencies.cookies.seal(placeOf(number), JSON.stringify({ secret, until }));
  for (const path of pathsOf(number))
    setCookie(context, NAME, sealed, { ...options(dependencies), path, expires: until });
  return until;
}

/** The second factor that was shown for this case; null when none was, or too long ago. */
export function readCaseCookie(context: Context, { cookies, now }: Cookies, number: string): string | null {
  const sealed = cookies.secure ? getCookie(context, NAME, 'secure') : getCookie(context, NAME);
  const clear = sealed ? cookies.open(placeOf(number), sealed) : null;
  if (clear === null) return null;
  const { secret, until } = JSON.parse(clear) as { readonly secret: string; readonly until: string };
  return new Date(until) > now() ? secret : null;
}

export function forgetCaseCookie(context: Context, dependencies: Cookies, number: string): void {
  for (const path of pathsOf(number)) deleteCookie(context, NAME, { ...options(dependencies), path });
}

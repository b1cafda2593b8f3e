import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { DraftState } from '../casework/index.ts';
import type { ServiceDependencies } from './desk.ts';

/** What a browser keeps of a form: its draft code, and the line to show to whoever wrote in distress. */
export interface KeptDraft {
  readonly token: string;
  readonly supportLine: string | null;
}

type Cookies = Pick<ServiceDependencies, 'cookies'>;
const BETWEEN = '~';
const nameOf = (service: string) => `draft-${service}`;

const options = ({ cookies }: Cookies) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    ...(cookies.secure ? { secure: true, prefix: 'host' as const } : {}),
  }) as const;

export function readDraftCookie(context: Context, dependencies: Cookies, service: string): KeptDraft | null {
  const name = nameOf(service);
  const value = dependencies.cookies.secure ? getCookie(context, name, 'host') : getCookie(context, name);
  const [token, supportLine] = (value ?? '').split(BETWEEN);
  return token ? { token, supportLine: supportLine ?? null } : null;
}

/** The services of which this browser carries a form. */
export const servicesOfDrafts = (context: Context): readonly string[] =>
  Object.keys(getCookie(context))
    .map((name) => /^(?:__Host-)?draft-([a-z-]+)$/.exec(name)?.[1])
    .filter((service) => service !== undefined);

/** Keeps the code for as long as the draft itself is kept. */
export function setDraftCookie(
  context: Context,
  dependencies: Cookies,
  draft: Pick<DraftState, 'token' | 'service' | 'expiresAt' | 'supportLine'>,
): void {
  const { token, service, supportLine } = draft;
  const value = supportLine === null ? token : `${token}${BETWEEN}${supportLine}`;
  setCookie(context, nameOf(service), value, {
    ...options(dependencies),
    expires: new Date(draft.expiresAt),
  });
}

export const forgetDraftCookie = (context: Context, dependencies: Cookies, service: string): void => {
  deleteCookie(context, nameOf(service), options(dependencies));
};

import type { Preferences } from './page.ts';

const SIZES = ['normal', 'large', 'elder'] as const;
const CONTRASTS = ['normal', 'high'] as const;

const pick = <T extends string>(allowed: readonly T[], value: string | undefined, otherwise: T): T =>
  allowed.find((one) => one === value) ?? otherwise;

/** The way of display in the cookie `view`; anything unknown is the normal one. */
export function readPreferences(cookies: Readonly<Record<string, string>>): Preferences {
  const [size, contrast] = (cookies['view'] ?? '').split('.');
  return { size: pick(SIZES, size, 'normal'), contrast: pick(CONTRASTS, contrast, 'normal') };
}

/** The cookie for what was chosen by a link. */
export const writePreferences = (query: Readonly<Record<string, string>>): string =>
  `${pick(SIZES, query['size'], 'normal')}.${pick(CONTRASTS, query['contrast'], 'normal')}`;

/** A path of this site to go back to; anything that could lead elsewhere becomes `otherwise`. */
export function safePath(value: string | undefined, otherwise: string): string {
  if (!value || !/^\/(?![/\\])[^\s\\]*$/.test(value)) return otherwise;
  return new URL(value, 'http://here.invalid').host === 'here.invalid' ? value : otherwise;
}

import { useSyncExternalStore } from 'react';

/** Where the reader is: the page and everything that it shows, so that an address can be shared. */
export interface Place {
  /** Path below /console, `/scorecard`. */
  readonly path: string;
  readonly query: URLSearchParams;
}

const BASE = '/console';
const MOVED = 'jiahu:moved';

export const parsePlace = (address: string): Place => {
  const url = new URL(address, 'http://console');
  return { path: url.pathname.slice(BASE.length) || '/', query: url.searchParams };
};

/** The address of a page below /console; values that are undefined are left out. */
export function addressOf(
  path: string,
  query: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return `${BASE}${path}${search === '' ? '' : `?${search}`}`;
}

export function navigate(address: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  dispatchEvent(new Event(MOVED));
  if (!replace) scrollTo(0, 0);
}

const subscribe = (changed: () => void) => {
  addEventListener('popstate', changed);
  addEventListener(MOVED, changed);
  return () => {
    removeEventListener('popstate', changed);
    removeEventListener(MOVED, changed);
  };
};

/** Follows Back, Forward and `navigate`. */
export const usePlace = (): Place =>
  parsePlace(useSyncExternalStore(subscribe, () => location.pathname + location.search));

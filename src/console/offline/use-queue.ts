import { createContext, useContext, useEffect, useState } from 'react';
import type { Session } from '../api.ts';
import { openBrowserStore } from './browser-store.ts';
import { createQueue, type Item, type Queue } from './queue.ts';
import { sendSubmission } from './send.ts';
import { openSessionKeys } from './session-keys.ts';

const AGAIN_MS = 5000;

export interface Offline {
  /** Null where the browser cannot keep anything safely: without a signed-in clerk, or over plain HTTP. */
  readonly queue: Queue | null;
  readonly items: readonly Item[];
}

const nothing: Offline = { queue: null, items: [] };
export const OfflineContext = createContext<Offline>(nothing);
export const useOffline = (): Offline => useContext(OfflineContext);

async function openQueue(keys: readonly string[]): Promise<Queue> {
  return createQueue({
    store: await openBrowserStore(),
    keys: await openSessionKeys(keys),
    send: sendSubmission,
    now: Date.now,
  });
}

const canKeep = (session: Session | null): session is Session =>
  session !== null &&
  session.permissions.includes('register:write') &&
  session.offlineKeys.length > 0 &&
  'indexedDB' in globalThis &&
  globalThis.isSecureContext;

/** Opens what waits for whoever is signed in, and sends it as soon as the server answers. */
export function useQueue(session: Session | null): Offline {
  const [offline, setOffline] = useState<Offline>(nothing);
  const keys = canKeep(session) ? session.offlineKeys.join(' ') : '';
  useEffect(() => {
    if (keys === '') return;
    const closing = new AbortController();
    void keepSending(keys.split(' '), closing.signal, setOffline);
    return () => {
      closing.abort();
      setOffline(nothing);
    };
  }, [keys]);
  return offline;
}

/** Sends when the network comes back, and now and then; tells what waits whenever it changes. */
async function keepSending(
  keys: readonly string[],
  closing: AbortSignal,
  show: (offline: Offline) => void,
): Promise<void> {
  const queue = await openQueue(keys);
  if (closing.aborted) return;
  const refresh = async () => {
    const items = await queue.items();
    if (!closing.aborted) show({ queue, items });
  };
  // One page of the browser at a time sends; the server records once whoever sends.
  const send = () =>
    navigator.locks.request('jiahu-offline', { ifAvailable: true }, (lock) =>
      lock ? queue.sendAll() : undefined,
    );
  const stopListening = queue.onChange(() => void refresh());
  const timer = setInterval(() => void send(), AGAIN_MS);
  addEventListener('online', () => void send(), { signal: closing });
  closing.addEventListener('abort', () => {
    stopListening();
    clearInterval(timer);
  });
  await refresh();
  await send();
}

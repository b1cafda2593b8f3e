import type { Duplicates } from '../../register/index.ts';

/** A form that was filled in without a network, as it waits in the browser. */
export interface Submission {
  /** The key of the submission: sent twice, it is recorded once. */
  readonly id: string;
  /** When it was filled in, in milliseconds. */
  readonly at: number;
  /** The form that was filled in, and the operation that records it. */
  readonly form: string;
  readonly operation: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly answers: Readonly<Record<string, unknown>>;
  /** Whether somebody comes in by it who may be there already; null when the clerk has looked. */
  readonly newcomer: Readonly<Record<string, unknown>> | null;
}

/** What the browser keeps of a submission: nothing that can be read without the key of the session. */
export interface Kept {
  readonly id: string;
  readonly at: number;
  /** Which key seals it; another one cannot open it. */
  readonly key: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

export interface QueueStore {
  readonly all: () => Promise<readonly Kept[]>;
  readonly put: (kept: Kept) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
}

/** The keys of the session: they seal what waits, and open it again. */
export interface SessionKeys {
  readonly seal: (item: Item) => Promise<Kept>;
  /** Null when it was sealed by a key that the session does not have. */
  readonly open: (kept: Kept) => Promise<Item | null>;
}

/** How an attempt to send ended. */
export type Outcome =
  | { readonly state: 'recorded' }
  /** Nobody answered, or not now: it is tried again. */
  | { readonly state: 'unreached' }
  | { readonly state: 'refused'; readonly message: string; readonly remedy: string }
  | { readonly state: 'duplicates'; readonly rows: Duplicates['rows'] };

export type ItemState = Exclude<Outcome, { state: 'recorded' | 'unreached' }> | { readonly state: 'waiting' };
export type Item = Submission & { readonly status: ItemState };

interface QueueParts {
  readonly store: QueueStore;
  readonly keys: SessionKeys;
  readonly send: (submission: Submission) => Promise<Outcome>;
  readonly now: () => number;
}

/** After this time what was not sent is wiped. */
export const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;

const WAITING: ItemState = { state: 'waiting' };
/** Random, and new with each sealing. */
export const NONCE_BYTES = 12;

/** Items as they were opened, for as long as they stand sealed as they were: a page opens each once. */
function openingOnce(keys: SessionKeys) {
  const opened = new Map<string, { readonly sealing: string; readonly item: Item | null }>();
  return async (kept: Kept): Promise<Item | null> => {
    const sealing = kept.sealed.slice(0, NONCE_BYTES).join();
    const known = opened.get(kept.id);
    if (known?.sealing === sealing) return known.item;
    const item = await keys.open(kept);
    opened.set(kept.id, { sealing, item });
    return item;
  };
}

/**
 * What waits to be sent. An item leaves the browser when the server has acknowledged it, and not before; a refused
 * one stands aside for the clerk to mend, also in the next page, and never holds up the rest.
 */
export function createQueue({ store, keys, send, now }: QueueParts) {
  const open = openingOnce(keys);
  const listeners = new Set<() => void>();
  let sending: Promise<void> | null = null;
  let wiped = false;
  const changed = () => {
    for (const listener of listeners) listener();
  };

  /** Wipes what is too old or of somebody else; gives back the rest, oldest first. */
  async function load(): Promise<readonly Item[]> {
    const own: Item[] = [];
    for (const kept of await store.all()) {
      const item = now() - kept.at < LONGEST_WAIT_MS ? await open(kept) : null;
      if (item) own.push(item);
      else await store.remove(kept.id);
    }
    return own.toSorted((a, b) => a.at - b.at);
  }

  async function put(item: Item): Promise<void> {
    const kept = await keys.seal(item);
    if (!wiped) await store.put(kept);
    changed();
  }

  /** Keeps why an item stands aside; one that was discarded or wiped while it was being sent stays gone. */
  async function setAside(item: Item): Promise<void> {
    const kept = await keys.seal(item);
    const isThere = (await store.all()).some(({ id }) => id === item.id);
    if (isThere && !wiped) await store.put(kept);
    changed();
  }

  async function forget(id: string): Promise<void> {
    await store.remove(id);
    changed();
  }

  async function sendEach(): Promise<void> {
    for (const { status, ...submission } of await load()) {
      if (status.state !== 'waiting') continue;
      const outcome = await send(submission);
      if (outcome.state === 'unreached') return;
      if (outcome.state === 'recorded') await forget(submission.id);
      else await setAside({ ...submission, status: outcome });
    }
  }

  return {
    /** Keeps a submission; when this settles it will be sent, whatever happens to the page. */
    add: (submission: Submission) => put({ ...submission, status: WAITING }),
    items: load,
    /** Sends what waits, one after another; at once when it is under way already. */
    sendAll: (): Promise<void> => {
      sending ??= sendEach().finally(() => {
        sending = null;
      });
      return sending;
    },
    /** The clerk has looked: nobody of those found is the newcomer. */
    confirmNew: async (id: string) => {
      const found = (await load()).find((one) => one.id === id);
      if (found) await put({ ...found, newcomer: null, status: WAITING });
    },
    discard: forget,
    /** At signing out: nothing that was under way comes back. */
    wipe: async () => {
      wiped = true;
      for (const { id } of await store.all()) await store.remove(id);
      changed();
    },
    onChange: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
export type Queue = ReturnType<typeof createQueue>;

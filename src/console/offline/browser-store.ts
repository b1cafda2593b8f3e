import { type DBSchema, openDB } from 'idb';
import type { Kept, QueueStore } from './queue.ts';

interface OfflineDatabase extends DBSchema {
  waiting: { key: string; value: Kept };
}

const NAME = 'jiahu-console';
const VERSION = 1;

/** What waits, in the browser's own database: it outlives the page. */
export async function openBrowserStore(): Promise<QueueStore> {
  const database = await openDB<OfflineDatabase>(NAME, VERSION, {
    upgrade: (one) => {
      one.createObjectStore('waiting', { keyPath: 'id' });
    },
  });
  return {
    all: () => database.getAll('waiting'),
    put: async (kept) => {
      await database.put('waiting', kept, undefined);
    },
    remove: (id) => database.delete('waiting', id),
  };
}

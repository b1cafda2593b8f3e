import { appendFile } from 'node:fs/promises';
import type { MessageAdapter } from '../casework/index.ts';
import type { DataFolder } from '../platform/index.ts';

export const outboxFile = 'outbox.jsonl';

/** The default that needs no gateway: each message is a line of a file that only the owner of the folder reads. */
export const fileAdapter = (folder: DataFolder): MessageAdapter => ({
  send: (message) =>
    appendFile(folder.file(outboxFile), `${JSON.stringify(message)}\n`, { mode: 0o600, flush: true }),
});

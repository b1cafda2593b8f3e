import type { CalendarDate, FactView } from '../../language/index.ts';

/** How a room gives a fact view: the statement that reads it from the live tables. */
export interface SnapshotView {
  readonly view: FactView;
  /**
   * A SELECT whose columns are those of `view`, in their order, holding what had happened by the end of `at`.
   * `link` turns an id column into the link key of this snapshot.
   */
  readonly select: (parameters: {
    readonly at: CalendarDate;
    readonly link: (column: string) => string;
  }) => string;
}

const KEY = /^[0-9a-f]{64}$/;

/** An id under `key` (32 bytes): nobody without the key can tell whose row it is, and the key can be destroyed. */
export function linkUnder(key: Buffer): (column: string) => string {
  const hex = key.toString('hex');
  if (!KEY.test(hex)) throw new Error('a link key has 32 bytes');
  return (column) => `encode(substr(sha256('\\x${hex}'::bytea || uuid_send(${column})), 1, 16), 'hex')`;
}

import type { Caller, Session } from './command.ts';

/** Opens the way to the operations for as long as `work` takes. */
export async function withCaller<T>(session: Session, work: (caller: Caller) => Promise<T>): Promise<T> {
  const caller = await session.open();
  try {
    return await work(caller);
  } finally {
    await caller.close();
  }
}

/**
 * Does something with each of a list, so many at a time. When one fails nothing more is begun, those under way are waited
 * for, and the failure is thrown.
 */
export async function eachAtOnce<T>(
  list: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const waiting = [...list];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  };
  const stopping = async () => {
    try {
      await worker();
    } catch (error) {
      waiting.length = 0;
      throw error;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, stopping));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

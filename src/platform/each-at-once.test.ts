import { describe, expect, it } from 'vitest';
import { eachAtOnce } from './each-at-once.ts';

const soon = () => new Promise((resolve) => setTimeout(resolve, 1));

describe('each of a list, so many at a time', () => {
  it('is done once, with never more under way than were allowed', async () => {
    const done: number[] = [];
    let [underWay, most] = [0, 0];
    await eachAtOnce([0, 1, 2, 3, 4], 2, async (one) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await soon();
      underWay -= 1;
      done.push(one);
    });
    expect(done.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
    expect(most).toBe(2);
  });

  it('stops at a failure when those under way have ended', async () => {
    const [begun, ended]: [number[], number[]] = [[], []];
    const all = eachAtOnce([0, 1, 2, 3], 2, async (one) => {
      begun.push(one);
      if (one === 0) throw new Error('no');
      await soon();
      ended.push(one);
    });
    await expect(all).rejects.toThrow('no');
    expect(begun).toEqual([0, 1]);
    expect(ended).toEqual([1]);
  });
});

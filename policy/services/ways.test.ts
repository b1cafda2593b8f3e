import { describe, expect, it } from 'vitest';
import {
  advance,
  availableActions,
  begin,
  calendarDate,
  isRefusal,
  type Standing,
  type TakenBy,
  type Workflow,
} from '../../src/language/index.ts';
import { services } from './index.ts';

const DAY = calendarDate('2026-03-02');
const WALKS = 1500;
const LONGEST = 60;
const rights = new Set(['handle', 'approve'] as const);
const sides: readonly TakenBy[] = ['officer', 'applicant', 'system'];

/** The same numbers from 0 to 1 at every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Walks on by chance, or by the action taken least so far; a new person at each step. */
function walk(workflow: Workflow, taken: Map<string, number>, chance: () => number): readonly string[] {
  const places: string[] = [];
  let standing: Standing = begin(workflow, DAY);
  for (let turn = 0; turn < LONGEST; turn += 1) {
    const actor = `person-${String(turn)}`;
    const now = standing;
    const ways = sides.flatMap((by) =>
      availableActions(workflow, now, { by, actor, rights }).map((action) => ({ action, by })),
    );
    const rare = ways.toSorted((a, b) => (taken.get(a.action) ?? 0) - (taken.get(b.action) ?? 0))[0];
    const next = chance() < 0.5 ? rare : ways[Math.floor(chance() * ways.length)];
    if (!next) break;
    const after = advance(workflow, standing, { ...next, actor, day: DAY });
    if (isRefusal(after)) throw new Error(`${next.action}: ${after}`);
    taken.set(next.action, (taken.get(next.action) ?? 0) + 1);
    places.push(after.step ?? after.outcome ?? 'nowhere');
    standing = after;
  }
  return places;
}

describe.each(services.map(({ key, workflow }) => ({ key, workflow })))(
  'the ways of $key',
  ({ workflow }) => {
    const taken = new Map<string, number>();
    const chance = numbers(20_260_302);
    const places = Array.from({ length: WALKS }, () => walk(workflow, taken, chance)).flat();

    it('never leave what it declares', () => {
      const declared = new Set([...Object.keys(workflow.steps), ...Object.keys(workflow.outcomes)]);
      expect(places.filter((place) => !declared.has(place))).toEqual([]);
    });

    it('reach every outcome, and every action can be taken', () => {
      expect(Object.keys(workflow.outcomes).filter((key) => !places.includes(key))).toEqual([]);
      expect(Object.keys(workflow.actions).filter((key) => !taken.has(key))).toEqual([]);
    });
  },
);

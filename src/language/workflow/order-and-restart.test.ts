import { describe, expect, it } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import { text } from '../text.ts';
import { advance, begin, isRefusal, type Standing } from './advance.ts';
import { workflowFaults } from './check-workflow.ts';
import { action, outcome, STAY, step, type Workflow } from './workflow.ts';

const label = text('一步', 'a step');
const thirty = { days: 30, count: 'calendar' } as const;

const workflow: Workflow = {
  first: 'panel',
  steps: { panel: step('panel', label, label), again: step('approval', label, label) },
  outcomes: { found: outcome(true, label, label), final: outcome(true, label, label) },
  actions: {
    vote: action({ label, from: ['panel'], to: STAY }),
    find: action({ label, from: ['panel'], to: 'found', after: { action: 'vote', times: 3 } }),
    ask: action({ label, from: ['found'], to: 'again', restartsWith: thirty, effects: ['replies'] }),
    end: action({ label, from: ['again'], to: 'final' }),
  },
};

const day = calendarDate('2026-03-02');
const later = calendarDate('2026-05-04');

const after = (standing: Standing, key: string, on = day): Standing => {
  const next = advance(workflow, standing, { action: key, by: 'officer', actor: 'a', day: on });
  if (isRefusal(next)) throw new Error(next);
  return next;
};

describe('an action that comes after others', () => {
  it('is refused until they were taken so often', () => {
    let standing = after(after(begin(workflow, day), 'vote'), 'vote');
    const taken = { action: 'find', by: 'officer', actor: 'a', day } as const;
    expect(advance(workflow, standing, taken)).toBe('too-early');
    standing = after(standing, 'vote');
    expect(after(standing, 'find').outcome).toBe('found');
  });

  it('is a fault of the declaration when no such action exists', () => {
    const { vote: _, ...actions } = workflow.actions;
    expect(workflowFaults({ ...workflow, actions })).toEqual(['action find must be taken after vote']);
  });
});

describe('clocks that begin anew', () => {
  it('count from that day, and owe no first reply when the action is one', () => {
    const found = ['vote', 'vote', 'vote', 'find'].reduce(
      (one, key) => after(one, key),
      begin(workflow, day),
    );
    const asked = after(found, 'ask', later);
    expect(asked).toMatchObject({ startedOn: later, repliedOn: later, limit: thirty, closedOn: null });
  });
});

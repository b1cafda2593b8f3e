import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { Pause, TimeLimit } from '../working-days/index.ts';
import { type ActionRule, BACK, type Right, STAY, type TakenBy, type Workflow } from './workflow.ts';

/** One action that was taken. */
export interface TakenAction {
  readonly action: string;
  readonly by: TakenBy;
  readonly actor: string;
  readonly day: CalendarDate;
}

/** Where a case stands and how its clocks run: the fold of its actions. */
export interface Standing {
  /** Null when it is closed. */
  readonly step: string | null;
  /** Null while it is open. */
  readonly outcome: string | null;
  /** The step to which `BACK` leads. */
  readonly cameFrom: string | null;
  readonly taken: Readonly<Record<string, { readonly times: number; readonly lastActor: string }>>;
  readonly startedOn: CalendarDate;
  readonly repliedOn: CalendarDate | null;
  readonly closedOn: CalendarDate | null;
  readonly pauses: readonly Pause[];
  readonly extensions: number;
  /** The limit with which the clocks began anew; null: that of the service. */
  readonly limit: TimeLimit | null;
}

export type Refusal =
  | 'unknown-action'
  | 'not-from-here'
  | 'not-yours'
  | 'second-person'
  | 'too-early'
  | 'too-often';

export const isRefusal = (answer: Standing | Refusal): answer is Refusal => typeof answer === 'string';

/** A case of `workflow` on the day it was received. */
export const begin = ({ first }: Workflow, day: CalendarDate): Standing => ({
  step: first,
  outcome: null,
  cameFrom: null,
  taken: {},
  startedOn: day,
  repliedOn: null,
  closedOn: null,
  pauses: [],
  extensions: 0,
  limit: null,
});

/** Who wants to act. */
export interface Acting {
  readonly by: TakenBy;
  readonly actor: string;
  readonly rights: ReadonlySet<Right>;
}

const place = ({ step, outcome }: Standing): string => step ?? outcome ?? '';

const timesTaken = ({ taken }: Standing, key: string) => taken[key]?.times ?? 0;

/** Why `rule` cannot be taken; null when it can. */
function refusalOf(rule: ActionRule, key: string, standing: Standing): Refusal | null {
  if (!rule.from.includes(place(standing))) return 'not-from-here';
  if (rule.to === BACK && standing.cameFrom === null) return 'not-from-here';
  if (rule.after && timesTaken(standing, rule.after.action) < rule.after.times) return 'too-early';
  return rule.most !== null && timesTaken(standing, key) >= rule.most ? 'too-often' : null;
}

/** Why somebody may not take the action now; null when they may. */
export function refuses(
  workflow: Workflow,
  standing: Standing,
  { key, acting }: { readonly key: string; readonly acting: Acting },
): Refusal | null {
  const rule = workflow.actions[key];
  if (!rule) return 'unknown-action';
  const refusal = refusalOf(rule, key, standing);
  if (refusal) return refusal;
  if (!rule.by.includes(acting.by)) return 'not-yours';
  if (acting.by === 'officer' && !acting.rights.has(rule.right)) return 'not-yours';
  const other = rule.otherThan === null ? undefined : standing.taken[rule.otherThan];
  return other?.lastActor === acting.actor ? 'second-person' : null;
}

/** The actions that somebody may take now, in the order of the declaration. */
export const availableActions = (workflow: Workflow, standing: Standing, acting: Acting): readonly string[] =>
  Object.keys(workflow.actions).filter((key) => refuses(workflow, standing, { key, acting }) === null);

function targetOf(rule: ActionRule, standing: Standing): string {
  if (rule.to === STAY) return place(standing);
  return rule.to === BACK ? (standing.cameFrom ?? place(standing)) : rule.to;
}

const isStanding = (workflow: Workflow, step: string | null) =>
  step !== null && workflow.steps[step]?.clock === 'stands';

/** The day of asking counts still, the day of the answer does no more: neither is a day on which somebody waited. */
function pausesAfter(
  standing: Standing,
  day: CalendarDate,
  { was, is }: { readonly was: boolean; readonly is: boolean },
): readonly Pause[] {
  if (!was && is) return [...standing.pauses, { from: addDays(day, 1), to: null }];
  if (!was || is) return standing.pauses;
  return standing.pauses.map((pause) => (pause.to === null ? { ...pause, to: addDays(day, 1) } : pause));
}

interface Steps {
  readonly workflow: Workflow;
  readonly rule: ActionRule;
  readonly target: string;
}

/** An interlude remembers where it came from; whoever goes on from there forgets it. */
function cameFromAfter({ workflow, rule, target }: Steps, standing: Standing): string | null {
  if (target === standing.step) return standing.cameFrom;
  if (rule.to === BACK || !workflow.steps[target]) return null;
  const leadsBack = Object.values(workflow.actions).some(
    (one) => one.to === BACK && one.from.includes(target),
  );
  return leadsBack ? standing.step : null;
}

function clocksAfter(
  rule: ActionRule,
  standing: Standing,
  taken: TakenAction,
): Pick<Standing, 'startedOn' | 'repliedOn' | 'limit' | 'extensions'> {
  const { startedOn, repliedOn, limit, extensions } = standing;
  const replied = rule.effects.includes('replies') ? taken.day : null;
  if (rule.restartsWith)
    return { startedOn: taken.day, repliedOn: replied, limit: rule.restartsWith, extensions: 0 };
  return {
    startedOn,
    limit,
    repliedOn: repliedOn ?? replied,
    extensions: extensions + (rule.effects.includes('extends') ? 1 : 0),
  };
}

/** Where the case stands after an action; the action itself must have been allowed. */
export function advance(workflow: Workflow, standing: Standing, taken: TakenAction): Standing | Refusal {
  const rule = workflow.actions[taken.action];
  if (!rule) return 'unknown-action';
  const refusal = refusalOf(rule, taken.action, standing);
  if (refusal) return refusal;
  const target = targetOf(rule, standing);
  const isOpen = target in workflow.steps;
  const step = isOpen ? target : null;
  const before = rule.restartsWith ? { ...standing, pauses: [] } : standing;
  return {
    step,
    outcome: isOpen ? null : target,
    cameFrom: cameFromAfter({ workflow, rule, target }, standing),
    taken: {
      ...standing.taken,
      [taken.action]: { times: timesTaken(standing, taken.action) + 1, lastActor: taken.actor },
    },
    ...clocksAfter(rule, standing, taken),
    closedOn: isOpen ? null : taken.day,
    pauses: pausesAfter(before, taken.day, {
      was: isStanding(workflow, standing.step),
      is: isStanding(workflow, step),
    }),
  };
}

/** Where a case stands after all its actions, or the first of them that its workflow does not allow. */
export function foldActions(
  workflow: Workflow,
  receivedOn: CalendarDate,
  actions: readonly TakenAction[],
): Standing | { readonly refusal: Refusal; readonly action: TakenAction } {
  let standing = begin(workflow, receivedOn);
  for (const taken of actions) {
    const next = advance(workflow, standing, taken);
    if (isRefusal(next)) return { refusal: next, action: taken };
    standing = next;
  }
  return standing;
}

import type { FormFields } from '../form.ts';
import { type Text, text } from '../text.ts';
import type { TimeLimit } from '../working-days/index.ts';

/** Where open cases stand: each in exactly one. */
export const queues = ['intake', 'handling', 'visit', 'panel', 'approval', 'waiting'] as const;
export type Queue = (typeof queues)[number];

export const queueLabels: Readonly<Record<Queue, Text>> = {
  intake: text('待受理', 'to be taken in'),
  handling: text('办理中', 'being handled'),
  visit: text('待走访', 'to be visited'),
  panel: text('待专家会审', 'before the panel'),
  approval: text('待审核', 'to be approved'),
  waiting: text('等待申请人', 'waiting for the applicant'),
};

export type TakenBy = 'applicant' | 'officer' | 'system';
/** What an officer must be allowed to do for an action. */
export type Right = 'handle' | 'approve';

/** What an action does beside moving the case; the casework room carries each of them out. */
export type Effect =
  /** The officer who acts answers for it from now on. */
  | 'takes'
  /** The officer named in `officer` answers for it. */
  | 'assigns'
  /** It goes to the unit named in `unit`. */
  | 'hands-over'
  /** It goes back to the unit that handed it over. */
  | 'hands-back'
  /** It goes to the unit one level above. */
  | 'escalates'
  /** The unit named in `unit` is asked for its part. */
  | 'shares'
  /** The applicant has had a first reply. */
  | 'replies'
  /** The limit is extended by what the service allows. */
  | 'extends'
  /** It goes on in the case named in `into`. */
  | 'merges'
  /** The certificate of the service is issued. */
  | 'certifies'
  /** What the service writes into the register is recorded. */
  | 'records';

export interface Step {
  readonly label: Text;
  readonly queue: Queue;
  /** Whether the time limits go on while the case stands here. */
  readonly clock: 'runs' | 'stands';
  /** What happens here, for the applicant. */
  readonly says: Text;
}

export interface Outcome {
  readonly label: Text;
  readonly says: Text;
  /** Whether the applicant got what was asked for; null where that is no question. */
  readonly granted: boolean | null;
}

export interface ActionRule {
  readonly label: Text;
  readonly by: readonly TakenBy[];
  readonly right: Right;
  /** Steps or outcomes in which it can be taken. */
  readonly from: readonly string[];
  /** A step or an outcome; where the case stands; or where it came from. */
  readonly to: string;
  readonly fields: FormFields;
  readonly effects: readonly Effect[];
  /** What the applicant is told; null: nothing. */
  readonly tells: Text | null;
  /** Whoever took that action last may not take this one. */
  readonly otherThan: string | null;
  /** What must have been taken before, and how often: votes before a result; null: nothing. */
  readonly after: { readonly action: string; readonly times: number } | null;
  /** How often it can be taken in the life of a case; null: as often as needed. */
  readonly most: number | null;
  /** The clocks begin anew, with this limit for closing; with the effect `replies`, no first reply is due again. */
  readonly restartsWith: TimeLimit | null;
}

/** `to` of an action that leaves the case where it stands. */
export const STAY = 'stay';
/** `to` of an action that leads back to the step before the one in between. */
export const BACK = 'back';

/** All the ways that a case of one kind can go. */
export interface Workflow {
  readonly first: string;
  readonly steps: Readonly<Record<string, Step>>;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly actions: Readonly<Record<string, ActionRule>>;
}

type Given = Partial<ActionRule> & Pick<ActionRule, 'label' | 'from' | 'to'>;

/** An action of an officer who handles the case, unless it says otherwise. */
export const action = (given: Given): ActionRule => ({
  by: ['officer'],
  right: 'handle',
  fields: {},
  effects: [],
  tells: null,
  otherThan: null,
  after: null,
  most: null,
  restartsWith: null,
  ...given,
});

export const step = (queue: Queue, label: Text, says: Text): Step => ({
  label,
  queue,
  says,
  clock: queue === 'waiting' ? 'stands' : 'runs',
});

export const outcome = (granted: boolean | null, label: Text, says: Text): Outcome => ({
  label,
  says,
  granted,
});

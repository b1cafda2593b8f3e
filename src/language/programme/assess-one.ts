import type { CalendarDate } from '../calendar-date.ts';
import { type Expression, evaluate, type Value, type Values } from '../expression/index.ts';
import { fenForPeriod } from './award-expression.ts';
import type { PricedRules } from './price-rules.ts';
import type { ComputedCondition, Condition } from './programme.ts';
import { parametersOf, type RulesInForce } from './rules-in-force.ts';

export const eligibilities = ['eligible', 'eligibleIfDeclared', 'notEligible', 'unknown'] as const;
/** `unknown`: it cannot be determined; never taken for either. */
export type Eligibility = (typeof eligibilities)[number];

export type ConditionOutcome = 'met' | 'notMet' | 'unknown' | 'declared' | 'toBeDeclared';

export interface AssessedCondition {
  readonly condition: Condition;
  readonly outcome: ConditionOutcome;
  readonly value: Value;
  readonly threshold: Value;
  /** The first day on which it is or was met, where it comes with time. */
  readonly metFrom: CalendarDate | null;
  readonly metUntil: CalendarDate | null;
}

export interface AssessedSubject {
  /** A value or null for every column of the benefits view. */
  readonly facts: Values;
  /** Ids of conditions that were declared. */
  readonly declared: ReadonlySet<string>;
}

function computed(
  condition: ComputedCondition,
  situation: { facts: Values; parameters: Values },
): AssessedCondition {
  const ask = (part: Expression | null) => (part === null ? null : evaluate(part, situation));
  const holds = evaluate(condition.holds, situation);
  return {
    condition,
    outcome: holds === null ? 'unknown' : holds ? 'met' : 'notMet',
    value: ask(condition.value),
    threshold: ask(condition.threshold),
    metFrom: ask(condition.metFrom) as CalendarDate | null,
    metUntil: ask(condition.metUntil) as CalendarDate | null,
  };
}

const declarable = (condition: Condition, declared: AssessedSubject['declared']): AssessedCondition => ({
  condition,
  outcome: declared.has(condition.id) ? 'declared' : 'toBeDeclared',
  value: null,
  threshold: null,
  metFrom: null,
  metUntil: null,
});

/** Each condition for one subject, in the order of the declaration. */
export function assessConditions(
  rules: RulesInForce,
  { facts, declared }: AssessedSubject,
): readonly AssessedCondition[] {
  const situation = { facts, parameters: parametersOf(rules) };
  return rules.conditions.map((condition) =>
    condition.kind === 'declared' ? declarable(condition, declared) : computed(condition, situation),
  );
}

/** One that is not met refuses; otherwise one that is unknown leaves it open. */
export function outcomeOf(conditions: readonly Pick<AssessedCondition, 'outcome'>[]): Eligibility {
  const has = (outcome: ConditionOutcome) => conditions.some((one) => one.outcome === outcome);
  if (has('notMet')) return 'notEligible';
  if (has('unknown')) return 'unknown';
  return has('toBeDeclared') ? 'eligibleIfDeclared' : 'eligible';
}

/** What is due for each period, for somebody who is eligible: the same expressions that assess everyone. */
export const fenByPeriod = (
  { award, periods }: PricedRules,
  facts: Values,
): readonly { readonly first: CalendarDate; readonly fen: number }[] =>
  periods.map((period) => ({
    first: period.first,
    fen: evaluate(fenForPeriod(award, period), { facts }) ?? 0,
  }));

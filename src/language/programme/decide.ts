import type { CalendarDate } from '../calendar-date.ts';
import { type Expression, partsOf } from '../expression/index.ts';
import {
  type AssessedCondition,
  type AssessedSubject,
  assessConditions,
  type Eligibility,
  fenByPeriod,
  outcomeOf,
} from './assess-one.ts';
import type { Moment, Parameter } from './dated-value.ts';
import { type PricedRules, priceRules } from './price-rules.ts';
import { DAY_PARAMETERS, type Programme } from './programme.ts';
import { type EnteredValue, type RulesInForce, rulesInForce } from './rules-in-force.ts';

/** A programme at a moment, ready to be asked. */
export interface ReadyRules {
  readonly rules: RulesInForce;
  /** Null for what is given in kind. */
  readonly priced: PricedRules | null;
  /** What is asked for and nobody said: whoever assesses must refuse. */
  readonly missing: readonly MissingValue[];
}

export interface MissingValue {
  readonly parameter: Parameter;
  /** The day for which nothing is said. */
  readonly day: CalendarDate;
}

/** Names of the parameters in an expression, days left out. */
export function parametersIn(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  const walk = (part: Expression) => {
    if (part.kind === 'parameter' && !(part.name in DAY_PARAMETERS)) names.add(part.name);
    for (const inner of partsOf(part)) walk(inner);
  };
  walk(expression);
  return names;
}

function usedBy({ conditions, programme }: RulesInForce): ReadonlySet<string> {
  const { award } = programme;
  const asked = conditions.flatMap((one) => (one.kind === 'computed' ? [one.holds] : []));
  const given = award.kind === 'money' ? [award.since, award.until, award.variant] : [];
  return new Set([...asked, ...given].flatMap((one) => [...parametersIn(one)]));
}

/** What decides who is entitled, and to how much; the other parameters say how it is gone about. */
export function decidingParameters(rules: RulesInForce): ReadonlySet<string> {
  const { award } = rules.programme;
  return new Set([...usedBy(rules), ...(award.kind === 'money' ? Object.values(award.rates) : [])]);
}

/** The rules of a programme at a moment with prices and what is missing; null when there is no such programme then. */
export function readyRules(
  programme: Programme,
  moment: Moment,
  entered: readonly EnteredValue[] = [],
): ReadyRules | null {
  const rules = rulesInForce(programme, moment, entered);
  if (!rules) return null;
  const priced = priceRules(rules, entered);
  const used = usedBy(rules);
  const missing = [
    ...rules.missing.filter(({ key }) => used.has(key)).map((parameter) => ({ parameter, day: moment.day })),
    ...(priced?.missing ?? []).map(({ parameter, first }) => ({ parameter, day: first })),
  ];
  return { rules, priced, missing };
}

export interface Decision {
  readonly outcome: Eligibility;
  readonly conditions: readonly AssessedCondition[];
  /** What the year of the day brings; null in kind, and where nothing is due or nobody can tell. */
  readonly amountFen: number | null;
  readonly periods: readonly { readonly first: CalendarDate; readonly fen: number }[];
}

const isDue = (outcome: Eligibility) => outcome === 'eligible' || outcome === 'eligibleIfDeclared';

/** What the rules say of one subject: never called with values missing. */
export function decide({ rules, priced, missing }: ReadyRules, subject: AssessedSubject): Decision {
  if (missing.length > 0)
    throw new Error(`no value of ${missing.map(({ parameter }) => parameter.key).join(', ')}`);
  const conditions = assessConditions(rules, subject);
  const outcome = outcomeOf(conditions);
  const periods = priced && isDue(outcome) ? fenByPeriod(priced, subject.facts) : [];
  const amountFen = priced && isDue(outcome) ? periods.reduce((sum, { fen }) => sum + fen, 0) : null;
  return { outcome, conditions, amountFen, periods };
}

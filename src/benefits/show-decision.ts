import { z } from 'zod';
import {
  type AssessedCondition,
  benefitPersons,
  type Condition,
  columnsOf,
  type Decision,
  decide,
  eligibilities,
  type LegalBasis,
  type ReadyRules,
  type Text,
  text,
  textPair,
  type Values,
} from '../language/index.ts';
import { usedValue, usedValuesOf } from './used-values.ts';

const plain = z.union([z.string(), z.number(), z.boolean()]).nullable();

const shownCondition = z.object({
  id: z.string(),
  text: textPair,
  outcome: z.enum(['met', 'notMet', 'unknown', 'declared', 'toBeDeclared']),
  value: plain,
  threshold: plain,
  clause: textPair,
  metFrom: z.string().nullable(),
  metUntil: z.string().nullable(),
  /** What is to be declared, in full. */
  declaration: textPair.nullable(),
  /** Facts of which nothing is known and without which it cannot be told. */
  missing: z.array(z.object({ column: z.string(), label: textPair })),
});

/** What the rules say of one subject, and why. */
export const shownDecision = z.object({
  outcome: z.enum(eligibilities),
  /** What the year of the day brings; null in kind, and where nothing is due or nobody can tell. */
  amountFen: z.number().nullable(),
  conditions: z.array(shownCondition),
  /** Month by month, or the year as one. */
  periods: z.array(z.object({ first: z.string(), fen: z.number() })),
  values: z.array(usedValue),
});

export type ShownDecision = z.output<typeof shownDecision>;

/** The document and the words in it by which a rule is known. */
export const clauseOf = ({ title, clause }: LegalBasis): Text =>
  text(`${title.zh}：${clause.zh}`, `${title.en}: ${clause.en}`);

const columns: Readonly<Record<string, { readonly label: Text }>> = benefitPersons.columns;

/** The columns that a condition asks about and of which nothing is known. */
export const missingColumns = (condition: Condition, facts: Values) =>
  condition.kind === 'declared'
    ? []
    : [...columnsOf(condition.holds)]
        .filter((column) => facts[column] === null)
        .flatMap((column) => {
          const label = columns[column]?.label;
          return label ? [{ column, label }] : [];
        });

const showCondition = (one: AssessedCondition, facts: Values): z.input<typeof shownCondition> => ({
  id: one.condition.id,
  text: one.condition.text,
  outcome: one.outcome,
  value: one.value,
  threshold: one.threshold,
  clause: clauseOf(one.condition.source),
  metFrom: one.metFrom,
  metUntil: one.metUntil,
  declaration: one.condition.kind === 'declared' ? one.condition.declaration : null,
  missing: one.outcome === 'unknown' ? missingColumns(one.condition, facts) : [],
});

interface Subject {
  readonly facts: Values;
  readonly declared: ReadonlySet<string>;
}

/** A decision in the words in which it is read. */
export function showDecision(ready: ReadyRules, subject: Subject): z.input<typeof shownDecision> {
  const { outcome, amountFen, conditions, periods }: Decision = decide(ready, subject);
  return {
    outcome,
    amountFen,
    conditions: conditions.map((one) => showCondition(one, subject.facts)),
    periods: [...periods],
    values: usedValuesOf(ready),
  };
}

import type { CalendarDate } from '../calendar-date.ts';
import type { Expression } from '../expression/index.ts';
import type { LegalBasis } from '../service.ts';
import type { Text } from '../text.ts';
import type { Dated, Parameter } from './dated-value.ts';

/** Whether a number of years is reached on the day itself, by the end of its month, or by the end of its year. */
export const ageReferences = ['day', 'month', 'year'] as const;
export type AgeReference = (typeof ageReferences)[number];

interface ConditionWords extends Dated {
  /** Stands in masks, explanations and test cases; the same in every place and time. */
  readonly id: string;
  readonly text: Text;
}

/** What can be told from facts. */
export interface ComputedCondition extends ConditionWords {
  readonly kind: 'computed';
  /** Over the columns of the benefits view; parameters: those of the programme, and the days of `DAY_PARAMETERS`. */
  readonly holds: Expression<'boolean'>;
  /** What an explanation shows of the person, and with what it is compared; null where the condition says it all. */
  readonly value: Expression | null;
  readonly threshold: Expression | null;
  /** The first day on which it is met, where it comes with time; null where time alone does not bring it. */
  readonly metFrom: Expression<'date'> | null;
  /** The last day on which it is met, where time takes it away. */
  readonly metUntil: Expression<'date'> | null;
}

/** What only the applicant can say: whoever meets everything else is eligible if it is declared. */
export interface DeclaredCondition extends ConditionWords {
  readonly kind: 'declared';
  /** The words that are declared, in full. They stand on the application alone. */
  readonly declaration: Text;
  /** Years after the end of the entitlement for which the declaration is kept. */
  readonly keptYears: number;
}

export type Condition = ComputedCondition | DeclaredCondition;

/** From when something is given: with the month in which the last condition is met, the month after, or its year. */
export const startRules = ['same-month', 'next-month', 'same-year'] as const;
export type StartRule = (typeof startRules)[number];
/** Until when: through the month in which a condition ends, or through its year. */
export const stopRules = ['same-month', 'same-year'] as const;
export type StopRule = (typeof stopRules)[number];

/** What is given in money. */
export interface Award {
  readonly kind: 'money';
  /** For each month, or for a year as a whole. */
  readonly per: 'month' | 'year';
  /** Which of the rates somebody gets, as a code. It may change with time: the code at the first day of each month counts. */
  readonly variant: Expression<'code'>;
  /** Parameter (in fen) by variant. */
  readonly rates: Readonly<Record<string, string>>;
  /** The parameters say what a whole year brings: its months share it, to the fen. */
  readonly ratesPer?: 'year';
  /** The day on which the last of the conditions came to be met; unknown: nothing tells, it is given for the whole period. */
  readonly since: Expression<'date'>;
  readonly start: StartRule;
  /** The last day on which the conditions are met; unknown: no end is known. */
  readonly until: Expression<'date'>;
  readonly stop: StopRule;
  /** The quarter in which a yearly amount is paid. */
  readonly paidInQuarter: 1 | 2 | 3 | 4 | null;
}

/** What is given in kind: a check-up, an operation, an insurance. */
export interface InKind {
  readonly kind: 'in-kind';
  readonly what: Text;
}

/** How a programme is heard of in the village: not at all, or by name and programme alone. */
export const noticeRules = ['never', 'masked'] as const;

/** Who is entitled to what, since when, by which clause: everything about it is made from this. */
export interface Programme {
  readonly key: string;
  readonly version: number;
  readonly title: Text;
  readonly summary: Text;
  /** Whom it is about: who has the row of facts in hand. */
  readonly subject: 'parent' | 'child' | 'adult';
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  /** Since when it could be known that there is such a programme. */
  readonly publishedOn: CalendarDate;
  readonly sources: readonly [LegalBasis, ...LegalBasis[]];
  readonly conditions: readonly Condition[];
  readonly parameters: readonly Parameter[];
  readonly award: Award | InKind;
  /** The service by which one applies; null: nobody applies (the house proposes, or a unit enters it). */
  readonly service: string | null;
  readonly notice: (typeof noticeRules)[number];
  /** Days for which each level gives notice, by parameter key; empty where nothing is ever posted. */
  readonly noticeDays: Readonly<Partial<Record<'village' | 'township' | 'county', string>>>;
  /** Programmes that cannot be drawn beside it. */
  readonly exclusiveWith: readonly string[];
  /** Whether each entitlement is checked again every year. */
  readonly yearlyCheck: boolean;
  /** What nobody could find out, said on the page. */
  readonly openQuestions: readonly Text[];
}

/** Days that conditions may speak of, beside the parameters of their programme: all belong to the day of assessment. */
export const DAY_PARAMETERS = {
  day: 'date',
  monthStart: 'date',
  monthEnd: 'date',
  yearStart: 'date',
  yearEnd: 'date',
} as const;

import {
  type CalendarDate,
  type Combining,
  type ComputedCondition,
  calendarDate,
  country,
  type Dated,
  type DatedValue,
  type DeclaredCondition,
  type Expression,
  type LegalBasis,
  type Parameter,
  type ParameterUnit,
  type Place,
  place,
  plainly,
  type Text,
  text,
} from '../../src/language/index.ts';
import { alive, registeredOn } from './derived.ts';
import { facts } from './facts.ts';

export const sichuan = place('51', text('四川省', 'Sichuan'));
export const anhui = place('34', text('安徽省', 'Anhui'));
export const hunan = place('43', text('湖南省', 'Hunan'));
export const chongqing = place('50', text('重庆市', 'Chongqing'));
export const mianyang = place('5107', text('绵阳市', 'Mianyang'));

/** A rule with number and date; `pieces` in both languages. */
export const source = (title: Text, clause: Text): LegalBasis => ({ title, clause });

export const yuan = (amount: number): number => Math.round(amount * 100);

interface Since {
  readonly from: string;
  readonly to?: string;
  readonly place?: Place;
  /** When it could first be known; where the source has no date, the day on which it begins. */
  readonly published?: string;
}

const dated = (since: Since, basis: LegalBasis): Dated => ({
  place: since.place ?? country,
  from: calendarDate(since.from),
  to: since.to === undefined ? null : calendarDate(since.to),
  publishedOn: calendarDate(since.published ?? since.from),
  source: basis,
});

/** A value of a rule: `confirmed` is the last day for which somebody has seen that it holds. */
export const value = (
  amount: number,
  since: Since & { readonly confirmed?: string; readonly source: LegalBasis },
): DatedValue => ({
  ...dated(since, since.source),
  value: amount,
  confirmedThrough: since.confirmed === undefined ? null : calendarDate(since.confirmed),
});

interface Described {
  readonly label: Text;
  readonly unit: ParameterUnit;
  readonly combine?: Combining;
  readonly values?: readonly DatedValue[];
}

export const parameterOf = (key: string, { label, unit, combine, values }: Described): Parameter => ({
  key,
  label,
  unit,
  combine: combine ?? 'replace',
  values: values ?? [],
});

interface Stated extends Since {
  readonly id: string;
  readonly text: Text;
  readonly source: LegalBasis;
}

type Asked = Pick<ComputedCondition, 'holds' | 'value' | 'threshold' | 'metFrom' | 'metUntil'>;

/** A condition that facts decide. */
export const condition = (
  { id, text: words, source: basis, ...since }: Stated,
  asked: Asked,
): ComputedCondition => ({
  ...dated(since, basis),
  kind: 'computed',
  id,
  text: words,
  ...asked,
});

/** A condition that the applicant declares. */
export const declared = (
  { id, text: words, source: basis, ...since }: Stated,
  declaration: Text,
): DeclaredCondition => ({
  ...dated(since, basis),
  kind: 'declared',
  id,
  text: words,
  declaration,
  keptYears: KEPT,
});

/** Years for which a declaration is kept after the entitlement ended: our choice, since no rule was found. */
const KEPT = 3;

/** What every programme asks for: who receives it lives. */
export const isAlive = (since: Since & { readonly source: LegalBasis }): ComputedCondition =>
  condition({ ...since, id: 'alive', text: text('本人健在', 'is alive') }, plainly(alive()));

/** Registered in the city: benefits are given where the household book is. */
export const isRegistered = (since: Since & { readonly source: LegalBasis }): ComputedCondition =>
  condition(
    { ...since, id: 'registered', text: text('户籍在本市', 'is registered in the city') },
    { ...plainly(registeredOn()), value: facts.registered_from, metFrom: facts.registered_from },
  );

/** Days for which each level gives notice: no rule of the province was found. */
export const noticeParameters: readonly Parameter[] = (
  [
    ['village', '村（社区）公示天数', 'days of notice in the village'],
    ['township', '乡镇（街道）公示天数', 'days of notice in the township'],
    ['county', '县（市、区）公示天数', 'days of notice in the county'],
  ] as const
).map(([level, zh, en]) => parameterOf(`${level}-notice`, { label: text(zh, en), unit: 'days' }));

export const noticeDays = {
  village: 'village-notice',
  township: 'township-notice',
  county: 'county-notice',
} as const;

export const on = (written: string): CalendarDate => calendarDate(written);
export type Days = Expression<'date'>;

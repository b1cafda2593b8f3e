import {
  areaCode,
  calendarDate,
  type Decision,
  decide,
  type EnteredValue,
  type Programme,
  type ReadyRules,
  readyRules,
  type Value,
} from '../../src/language/index.ts';
import { demoBenefitValues } from '../demo/benefit-values.ts';
import { factsWith, type ProgrammeCase, programmeCases } from './cases.ts';
import { programmeOf } from './programmes.ts';

export const theProgramme = (key: string): Programme => {
  const found = programmeOf(key);
  if (!found) throw new Error(key);
  return found;
};

export interface At {
  readonly day: string;
  readonly area?: string;
  readonly knownAt?: string;
  readonly entered?: readonly EnteredValue[];
}

export function rulesAt(
  key: string,
  { day, area = '510703', knownAt = day, entered = demoBenefitValues }: At,
): ReadyRules {
  const moment = { day: calendarDate(day), knownAt: calendarDate(knownAt), area: areaCode(area) };
  const ready = readyRules(theProgramme(key), moment, entered);
  if (!ready) throw new Error(`no ${key} on ${day}`);
  return ready;
}

export const decided = (
  key: string,
  at: At,
  ...known: readonly Readonly<Record<string, Value>>[]
): Decision => decide(rulesAt(key, at), { facts: factsWith(...known), declared: new Set() });

export const outcomeOfCondition = ({ conditions }: Decision, id: string) =>
  conditions.find(({ condition }) => condition.id === id)?.outcome;

export const caseOf = (key: string): ProgrammeCase => {
  const found = programmeCases.find(({ programme }) => programme === key);
  if (!found) throw new Error(key);
  return found;
};

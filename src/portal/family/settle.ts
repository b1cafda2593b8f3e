import { addMonths, type CalendarDate } from '../../language/index.ts';
import type { ScreenedCondition, ScreenedProgramme } from '../benefit-desk.ts';
import { type Given } from './question.ts';
import { isPastPlans } from './questions.ts';

/** How a programme stands to a family. `soon`: time alone brings it; `notAsked`: it hangs on what nobody is asked. */
export type Standing = 'yes' | 'ifDeclared' | 'soon' | 'unclear' | 'notAsked' | 'no';

/** From the worst on. */
export const standings: readonly Standing[] = ['no', 'notAsked', 'unclear', 'soon', 'ifDeclared', 'yes'];

/** Further off than this it is not asked about any more, only told. */
const SOON_MONTHS = 24;

const CERTIFICATE = 'honour_certificate_on';

/** Whoever holds no certificate has answered what the rules could not tell; the same of plans. */
function withAnswer(given: Given, day: string, condition: ScreenedCondition): ScreenedCondition {
  const lacksCertificate =
    given['certificate'] === 'no' && condition.missing.some(({ column }) => column === CERTIFICATE);
  const hasNoPlans =
    (given['planning'] === 'no' || isPastPlans(given, day)) &&
    condition.id === 'planning' &&
    condition.outcome === 'toBeDeclared';
  return lacksCertificate || hasNoPlans ? { ...condition, outcome: 'notMet', missing: [] } : condition;
}

export const settled = (given: Given, day: string, one: ScreenedProgramme): ScreenedProgramme => {
  const conditions = one.conditions.map((condition) => withAnswer(given, day, condition));
  const fails = conditions.some(({ outcome }) => outcome === 'notMet');
  return { ...one, conditions, ...(fails ? { outcome: 'notEligible', amountFen: null } : {}) };
};

export const failing = ({ conditions }: ScreenedProgramme): readonly ScreenedCondition[] =>
  conditions.filter(({ outcome }) => outcome === 'notMet');

/** The day on which time alone brings everything that is not met yet; null where it does not. */
export function comesOn(one: ScreenedProgramme, day: string): string | null {
  const failures = failing(one);
  const days = failures.flatMap(({ metFrom }) => (metFrom !== null && metFrom > day ? [metFrom] : []));
  if (days.length === 0 || days.length < failures.length) return null;
  return days.reduce((latest, met) => (met > latest ? met : latest));
}

const isSoon = (one: ScreenedProgramme, day: string) => {
  const comes = comesOn(one, day);
  return comes !== null && comes <= addMonths(day as CalendarDate, SOON_MONTHS);
};

const ofOutcomes: Readonly<Record<ScreenedProgramme['outcome'], Standing>> = {
  eligible: 'yes',
  eligibleIfDeclared: 'ifDeclared',
  unknown: 'unclear',
  notEligible: 'no',
};

export function standingOf(one: ScreenedProgramme, day: string): Standing {
  return one.outcome === 'notEligible' && isSoon(one, day) ? 'soon' : ofOutcomes[one.outcome];
}

import type { Programme } from '../../src/language/index.ts';
import { childcareSubsidy } from './childcare-subsidy.ts';
import { complicationSupport } from './complication-support.ts';
import { cleftOperation, familyInsurance, preconceptionCheckup } from './in-kind.ts';
import { onlyChildReward } from './only-child-reward.ts';
import { ruralReward } from './rural-reward.ts';
import { specialSupport } from './special-support.ts';

/** Everything that somebody may be entitled to, in the order in which it is shown. */
export const programmes: readonly Programme[] = [
  ruralReward,
  specialSupport,
  complicationSupport,
  onlyChildReward,
  childcareSubsidy,
  familyInsurance,
  preconceptionCheckup,
  cleftOperation,
];

/** The programme of that key; null when there is none. */
export const programmeOf = (key: string): Programme | null =>
  programmes.find((one) => one.key === key) ?? null;

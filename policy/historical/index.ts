import type { HistoricalSeries } from '../../src/language/index.ts';
import { policyCompliantBirthRate } from './policy-compliant-birth-rate.ts';
import { reproductiveMonitoring } from './reproductive-monitoring.ts';
import { socialMaintenanceFee } from './social-maintenance-fee.ts';

/** Series that have ended: read-only aggregates with the date and the law that ended them. */
export const historicalSeries: readonly HistoricalSeries[] = [
  policyCompliantBirthRate,
  socialMaintenanceFee,
  reproductiveMonitoring,
];

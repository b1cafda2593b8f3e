import { type AreaCode, type AreaLevel, areaLevel, areaLevels } from '../../language/index.ts';
import type { ReturnStep } from '../tables.ts';

const above = (level: AreaLevel): AreaLevel => areaLevels[areaLevels.indexOf(level) - 1] ?? 'city';

/** What is known of a return when somebody asks whether it can be approved. */
export interface Approvable {
  readonly area: AreaCode;
  readonly state: ReturnStep;
  /** The highest level that has approved it. */
  readonly approvedLevel: AreaLevel | null;
}

/**
 * The level whose turn it is: the one above the reporting area first, then one further each time, up to the city;
 * null when nobody's (it was sent back, or the city has approved it). The city's own returns are approved by the city.
 */
export function nextApprover({ area, state, approvedLevel }: Approvable): AreaLevel | null {
  if (state === 'sent_back' || approvedLevel === 'city') return null;
  const reached = approvedLevel ?? areaLevel(area);
  return reached === 'city' ? 'city' : above(reached);
}

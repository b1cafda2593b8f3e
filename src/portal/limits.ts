import type { ServiceGuide } from '../casework/index.ts';
import type { View } from './page.ts';

type Limit = ServiceGuide['limits']['closing'];

/** `15 working days`, with what becomes of a last day that is a day of rest. */
export function limitInWords({ say }: Pick<View, 'say'>, { days, count, lastDay }: Limit): string {
  const words = say(count === 'working' ? 'workingDays' : 'calendarDays', { n: days });
  return lastDay === 'moves-to-working-day' ? `${words} (${say('movesToWorkingDay')})` : words;
}

/** What the law allows; null where only the office promises something. */
export const statutoryLimit = ({ limits }: Pick<ServiceGuide, 'limits'>): Limit | null =>
  limits.closingFrom === 'rule' ? limits.closing : null;

/** What the office promises: nothing below the limit of the rule when it promises nothing of its own. */
export const promisedLimit = ({ limits, promised }: Pick<ServiceGuide, 'limits' | 'promised'>): Limit =>
  promised ?? limits.closing;

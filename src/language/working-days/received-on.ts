import type { CalendarDate } from '../calendar-date.ts';
import { cityTimeZone, civilDate } from '../civil-time.ts';

/**
 * The day on which something was received, from which time limits run: the civil day in the city, whatever the
 * hour. What comes in at five to midnight has come in that day (Civil Code, art. 203: a day ends at 24:00).
 */
export const receivedOn = (instant: Date, timeZone: string = cityTimeZone): CalendarDate =>
  civilDate(instant, timeZone);

import { type CalendarDate, calendarDate } from './calendar-date.ts';

/** The time zone in which the city's days begin and end. */
export const cityTimeZone = 'Asia/Shanghai';

// Made once: making one costs a hundred times as much as using it.
const datesIn = (timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
const dates = datesIn(cityTimeZone);
const times = new Intl.DateTimeFormat('en-GB', {
  timeZone: cityTimeZone,
  hour: '2-digit',
  minute: '2-digit',
});

/** The civil date of an instant in the city, or in another time zone. */
export const civilDate = (instant: Date, timeZone: string = cityTimeZone): CalendarDate =>
  calendarDate((timeZone === cityTimeZone ? dates : datesIn(timeZone)).format(instant));

/** `YYYY-MM-DD HH:MM` of an instant in the city, as public pages show it. */
export const civilMinute = (instant: Date): string => `${civilDate(instant)} ${times.format(instant)}`;

/** The last instant of a civil day in the city, which keeps one offset the year round. */
export const endOfCivilDay = (day: CalendarDate): Date => new Date(`${day}T23:59:59.999+08:00`);

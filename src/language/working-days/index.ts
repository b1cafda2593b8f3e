export { calendarOf, chinaCalendar, type NoticeData } from './china-calendar.ts';
export { daysUntil } from './days-until.ts';
export { type DueDay, dueDay, type RunningLimit, type SkippedDay } from './due-day.ts';
export type { Pause } from './pause.ts';
export { receivedOn } from './received-on.ts';
export type { DayCount, TimeLimit } from './time-limit.ts';
export type { CalendarDay, WorkingCalendar } from './working-calendar.ts';

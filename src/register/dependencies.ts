import type { CalendarDate } from '../language/index.ts';

/** What the register needs from outside, given at start. */
export interface RegisterDependencies {
  /** The civil date in the city's time zone. */
  readonly today: () => CalendarDate;
  /** Key of the identity directory; kept outside the database. */
  readonly idSecret: Buffer;
}

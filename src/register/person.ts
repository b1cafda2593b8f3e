import type { AreaCode } from '../language/index.ts';

export type Sex = 'male' | 'female';

/** What can happen to a person in the register's first cut. */
export type EventKind = 'enrolment' | 'birth' | 'death' | 'move' | 'hukou_transfer' | 'marriage';

/** Where a person is: 户籍 (registered) and 常住 (resident) are two things; null is outside the city. */
export interface Places {
  readonly registered: AreaCode | null;
  readonly resident: AreaCode | null;
}

export const nowhere: Places = { registered: null, resident: null };

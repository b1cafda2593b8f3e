import { z } from 'zod';
import { dateInput } from '../language/index.ts';
import { subjects } from './tables.ts';

/** What inputs of the health room have in common. */

export const LONGEST_NOTE = 5000;

export const noteInput = z.string().trim().min(1).max(LONGEST_NOTE);

/** Something that happened to somebody in a case, at a station, on a day. */
export const happenedInput = {
  caseId: z.uuid(),
  subject: z.enum(subjects).describe('whose record it is'),
  stationId: z.uuid(),
  day: dateInput,
};

export const recordOutput = z.object({ caseId: z.uuid(), recordId: z.uuid() });

import { z } from 'zod';
import { type AreaCode, parseAreaCode } from './area-code.ts';
import { type CalendarDate, readTypedDate } from './calendar-date.ts';

/** A civil date as `YYYY-MM-DD`, or in another way in which people type one. */
export const dateInput = z
  .string()
  .transform((value, context): CalendarDate => {
    const date = readTypedDate(value);
    if (date) return date;
    context.addIssue({ code: 'custom', message: `not a date: ${value} (write YYYY-MM-DD)` });
    return z.NEVER;
  })
  .meta({ format: 'date', description: 'YYYY-MM-DD' });

/** A division code, 12 digits or shortened (`510703`). */
export const areaInput = z
  .string()
  .transform((value, context): AreaCode => {
    const code = parseAreaCode(value.trim());
    if (code) return code;
    context.addIssue({
      code: 'custom',
      message: `not a division code: ${value} (12 digits, or 2, 4, 6 or 9)`,
    });
    return z.NEVER;
  })
  .meta({ description: '12-digit division code, or its first 2, 4, 6 or 9 digits' });

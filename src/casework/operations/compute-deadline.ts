import { z } from 'zod';
import { type DueDay, dateInput, receivedOn, text, textPair } from '../../language/index.ts';
import { DomainError, defineOperation } from '../../platform/index.ts';
import { clocksOf } from '../clocks.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import { findService } from '../find-service.ts';

const input = z.object({
  service: z.string().max(60),
  /** The instant at which it came in, with its offset; or a day. */
  received: z.string().max(40),
  /** Days on which the clock stands: from the first that does not count up to the first that counts again. */
  pauses: z
    .array(z.object({ from: dateInput, to: dateInput.nullable().default(null) }))
    .max(50)
    .default([]),
  /** How often closing was put off. */
  extensions: z.number().int().min(0).max(1).default(0),
});

const clock = z.object({
  kind: z.enum(['due', 'paused', 'outside-calendar', 'none']),
  due: z.string().nullable(),
  /** Of a clock that stands: since when, and how many days are left. */
  since: z.string().nullable(),
  daysLeft: z.number().int().nullable(),
  /** The year whose holidays are not announced. */
  year: z.number().int().nullable(),
  skipped: z.array(z.object({ date: z.string(), why: textPair })),
});

const output = z.object({
  service: z.string(),
  receivedOn: z.string(),
  firstReply: clock,
  closing: clock,
  basis: textPair,
});
export type Deadline = z.output<typeof output>;

const nothing = { due: null, since: null, daysLeft: null, year: null, skipped: [] };

const show = (due: DueDay | null): z.input<typeof clock> => {
  if (due === null) return { ...nothing, kind: 'none' };
  if (due.kind === 'due')
    return { ...nothing, kind: 'due', due: due.due, skipped: due.skipped.map((one) => ({ ...one })) };
  return due.kind === 'paused'
    ? { ...nothing, kind: 'paused', since: due.since, daysLeft: due.daysLeft }
    : { ...nothing, kind: 'outside-calendar', year: due.year };
};

const noInstant = (given: string) =>
  new DomainError({
    code: 'invalid_input',
    field: 'received',
    message: text(`${given} 不是时间。`, `${given} is no instant.`),
    remedy: text(
      '写成 2026-09-24T10:00:00+08:00 或 2026-09-24。',
      'Write 2026-09-24T10:00:00+08:00 or 2026-09-24.',
    ),
  });

/** An instant without an offset is the city's time. */
function dayOf(given: string) {
  const day = dateInput.safeParse(given);
  if (day.success) return day.data;
  const hasOffset = /(Z|[+-]\d{2}:?\d{2})$/.test(given);
  const instant = new Date(hasOffset ? given : `${given}+08:00`);
  if (Number.isNaN(instant.getTime())) throw noInstant(given);
  return receivedOn(instant);
}

/** Both clocks of a case that came in at an instant, with the days that did not count and why. */
export const computeDeadline = (dependencies: Pick<CaseworkDependencies, 'services' | 'calendar'>) =>
  defineOperation({
    name: 'casework/compute-deadline',
    kind: 'query',
    summary: text('计算办理时限', 'Compute the deadlines of a case'),
    permission: 'public',
    input,
    output,
    handle: (_context, { service: key, received, pauses, extensions }) => {
      const service = findService(dependencies, key);
      const startedOn = dayOf(received);
      const clocks = clocksOf(service, { startedOn, pauses, extensions, limit: null }, dependencies.calendar);
      return Promise.resolve({
        service: key,
        receivedOn: startedOn,
        firstReply: show(clocks.reply),
        closing: show(clocks.close),
        basis: service.limits.basis,
      });
    },
  });

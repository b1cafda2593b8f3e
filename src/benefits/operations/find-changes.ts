import { sql } from 'kysely';
import { z } from 'zod';
import { areaInput, areaRange, type CalendarDate, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import { paymentsWide } from '../payments-wide.ts';

const MOST = 1000;
const changes = ['died', 'left-the-city', 'moved', 'merged', 'unknown-person'] as const;

const output = z.object({
  rows: z.array(
    z.object({
      personId: z.uuid(),
      entitlementId: z.uuid(),
      programme: z.string(),
      change: z.enum(changes),
      since: z.string().nullable(),
      area: z.string(),
      /** Where the person belongs now, if elsewhere in the city. */
      now: z.string().nullable(),
    }),
  ),
});
export type FoundChanges = z.output<typeof output>;

interface Found {
  readonly person_id: string;
  readonly entitlement_id: string;
  readonly programme: string;
  readonly change: (typeof changes)[number];
  readonly since: CalendarDate | null;
  readonly area_code: string;
  readonly now: string | null;
}

/**
 * What the register has learnt of people who draw something: death, leaving, moving. It lists them for somebody to
 * decide and stops nothing; only the months after a recorded death are paid to nobody until a person has decided.
 */
export const findChanges = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/find-changes',
    kind: 'query',
    summary: text('查找需要核实的变化', 'Find changes that somebody has to look into'),
    permission: 'benefits:read',
    auditReads: true,
    auditDetail: ({ area }) => ({ area }),
    input: z.object({ area: areaInput.optional() }),
    output,
    handle: (context, { area }) => {
      const own = areaRange(context.actor.area);
      const { from, to } = area === undefined ? own : areaRange(area);
      return paymentsWide(context, dependencies, async () => {
        const { rows } = await sql<Found>`
          SELECT * FROM (
            SELECT e.person_id, e.entitlement_id, e.programme, e.area_code, p.registered_village AS now,
              p.death_date AS since,
              CASE
                WHEN p.person_id IS NULL THEN 'unknown-person'
                WHEN p.merged_into IS NOT NULL THEN 'merged'
                WHEN p.death_date IS NOT NULL THEN 'died'
                WHEN p.registered_village IS NULL AND p.resident_village IS NULL THEN 'left-the-city'
                WHEN p.registered_village IS NOT NULL AND left(p.registered_village, 6) <> left(e.area_scope, 6)
                  THEN 'moved'
              END AS change
            FROM benefits_entitlements e LEFT JOIN register_persons p ON p.person_id = e.person_id
            WHERE e.step IN ('active', 'paused') AND e.area_scope >= ${from} AND e.area_scope < ${to}
              AND e.area_scope >= ${own.from} AND e.area_scope < ${own.to}
          ) found WHERE change IS NOT NULL ORDER BY area_code, person_id LIMIT ${MOST}`.execute(context.tx);
        return {
          rows: rows.map((row) => ({
            personId: row.person_id,
            entitlementId: row.entitlement_id,
            programme: row.programme,
            change: row.change,
            since: row.since,
            area: row.area_code,
            now: row.now,
          })),
        };
      });
    },
  });

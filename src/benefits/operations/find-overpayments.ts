import { sql } from 'kysely';
import { z } from 'zod';
import { areaInput, areaRange, type CalendarDate, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import { paymentsWide } from '../payments-wide.ts';

const MOST = 500;
const output = z.object({
  /** Months that were paid and for which nothing is given, by what people have decided. */
  found: z.array(
    z.object({
      personId: z.uuid(),
      entitlementId: z.uuid(),
      programme: z.string(),
      fromMonth: z.string(),
      toMonth: z.string(),
      months: z.number().int(),
      fen: z.number().int(),
    }),
  ),
  /** What people have noted already. */
  noted: z.array(
    z.object({
      personId: z.uuid(),
      entitlementId: z.uuid(),
      overpaymentId: z.uuid(),
      programme: z.string(),
      fromMonth: z.string(),
      toMonth: z.string(),
      fen: z.number().int(),
      settledAs: z.string().nullable(),
      returnedFen: z.number().int().nullable(),
    }),
  ),
});
export type FoundOverpayments = z.output<typeof output>;

interface Found {
  readonly personId: string;
  readonly entitlementId: string;
  readonly programme: string;
  readonly fromMonth: CalendarDate;
  readonly toMonth: CalendarDate;
  readonly months: number;
  readonly fen: number;
}
interface Noted extends Omit<Found, 'months'> {
  readonly overpaymentId: string;
  readonly settledAs: string | null;
  readonly returnedFen: number | null;
}

/**
 * Months that were paid although nothing is given for them any more, or after a death that was recorded later, for
 * somebody to look into. The machine takes
 * nothing back, holds nothing back and notes nothing: people do.
 */
export const findOverpayments = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/find-overpayments',
    kind: 'query',
    summary: text('查找多发', 'Find overpayments'),
    permission: 'benefits:read',
    auditReads: true,
    input: z.object({ area: areaInput.optional() }),
    output,
    handle: (context, { area }) => {
      const own = areaRange(context.actor.area);
      const { from, to } = area === undefined ? own : areaRange(area);
      return paymentsWide(context, dependencies, async () => {
        const found = await sql<Found>`
          SELECT m.person_id AS "personId", m.entitlement_id AS "entitlementId", m.programme,
            min(m.month) AS "fromMonth", max(m.month) AS "toMonth", count(*)::integer AS months,
            sum(m.fen)::bigint AS fen
          FROM benefits_paid_months m
          JOIN benefits_entitlements e ON e.person_id = m.person_id AND e.entitlement_id = m.entitlement_id
          JOIN benefits_batches b ON b.batch_id = m.batch_id AND b.state IN ('exported', 'reconciled')
          WHERE e.area_scope >= ${from} AND e.area_scope < ${to}
            AND e.area_scope >= ${own.from} AND e.area_scope < ${own.to}
            AND (NOT EXISTS (
              SELECT 1 FROM benefits_segments s
              WHERE s.person_id = m.person_id AND s.entitlement_id = m.entitlement_id
                AND (s.to_month IS NULL OR s.to_month >= m.month)
                AND s.from_month <= (CASE WHEN m.programme = ANY (${yearly(dependencies)})
                  THEN (m.month + interval '11 months')::date ELSE m.month END))
            OR EXISTS (
              SELECT 1 FROM register_persons p
              WHERE p.person_id = m.person_id AND p.death_date < m.month AND NOT EXISTS (
                SELECT 1 FROM benefits_segments d
                WHERE d.person_id = m.person_id AND d.entitlement_id = m.entitlement_id AND d.beyond_death)))
            AND NOT EXISTS (
              SELECT 1 FROM benefits_overpayments o
              WHERE o.person_id = m.person_id AND o.entitlement_id = m.entitlement_id
                AND m.month BETWEEN o.from_month AND o.to_month)
          GROUP BY 1, 2, 3 ORDER BY 3, 1 LIMIT ${MOST}`.execute(context.tx);
        const noted = await sql<Noted>`
          SELECT person_id AS "personId", entitlement_id AS "entitlementId", overpayment_id AS "overpaymentId",
            programme, from_month AS "fromMonth", to_month AS "toMonth", fen, settled_as AS "settledAs",
            settled_fen AS "returnedFen"
          FROM benefits_overpayments WHERE area_scope >= ${from} AND area_scope < ${to}
            AND area_scope >= ${own.from} AND area_scope < ${own.to}
          ORDER BY noted_on DESC, overpayment_id LIMIT ${MOST}`.execute(context.tx);
        return { found: found.rows, noted: noted.rows };
      });
    },
  });

const yearly = ({ programmes }: PaymentDependencies) =>
  programmes.flatMap(({ key, award }) => (award.kind === 'money' && award.per === 'year' ? [key] : []));

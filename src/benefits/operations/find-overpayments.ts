import { sql } from 'kysely';
import { z } from 'zod';
import { areaInput, areaRange, type CalendarDate, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { comparedMonths, comparisonOf } from '../compare-months.ts';
import { withNames } from '../names-of-persons.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import { paymentsWide } from '../payments-wide.ts';

const MOST = 500;
const output = z.object({
  /** Months that were paid and for which nothing is given, or less, by what people have decided. */
  found: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string().nullable(),
      entitlementId: z.uuid(),
      programme: z.string(),
      fromMonth: z.string(),
      toMonth: z.string(),
      months: z.number().int(),
      /** Nothing is due for these months, or less than was paid. */
      isDue: z.enum(['nothing', 'less']),
      /** What was paid beyond what is due. */
      fen: z.number().int(),
    }),
  ),
  /** What people have noted already. */
  noted: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string().nullable(),
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
  readonly isDue: 'nothing' | 'less';
  readonly fen: number;
}
interface Noted extends Omit<Found, 'months' | 'isDue'> {
  readonly overpaymentId: string;
  readonly settledAs: string | null;
  readonly returnedFen: number | null;
}

/** What was paid of a month beside the list that gave it: arrears that went to the bank. */
const paidArrears = sql`SELECT t.person_id, t.programme, t.month, sum(t.fen)::bigint AS fen FROM benefits_paid_arrears t
  JOIN benefits_batches l ON l.batch_id = t.batch_id AND l.state IN ('exported', 'reconciled') GROUP BY 1, 2, 3`;

/**
 * Months that were paid although nothing is given for them any more, or less than was paid, or after a death that was
 * recorded later, for somebody to look into. Where no rate is said it cannot be told. The machine takes nothing back,
 * holds nothing back and notes nothing: people do.
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
    handle: async (context, { area }) => {
      const own = areaRange(context.actor.area);
      const { from, to } = area === undefined ? own : areaRange(area);
      const { found, noted } = await paymentsWide(context, dependencies, async () => {
        const ranges = [own, { from, to }];
        const { programmes } = dependencies;
        const comparison = await comparisonOf(context, dependencies, { programmes, ranges });
        const beyond = await sql<Found>`
          SELECT c.person_id AS "personId", c.entitlement_id AS "entitlementId", c.programme,
            min(c.month) AS "fromMonth", max(c.month) AS "toMonth", count(*)::integer AS months,
            CASE WHEN c.given THEN 'less' ELSE 'nothing' END AS "isDue",
            sum(c.granted - CASE WHEN c.given THEN c.due ELSE 0 END)::bigint AS fen
          FROM (${comparedMonths(comparison, { states: ['exported', 'reconciled'], more: paidArrears })}) c
          WHERE (NOT c.given OR c.due < c.granted) AND NOT EXISTS (
            SELECT 1 FROM benefits_overpayments o
            WHERE o.person_id = c.person_id AND o.entitlement_id = c.entitlement_id
              AND c.month BETWEEN o.from_month AND o.to_month)
          GROUP BY 1, 2, 3, c.given ORDER BY 3, 1, 4 LIMIT ${MOST}`.execute(context.tx);
        const known = await sql<Noted>`
          SELECT person_id AS "personId", entitlement_id AS "entitlementId", overpayment_id AS "overpaymentId",
            programme, from_month AS "fromMonth", to_month AS "toMonth", fen, settled_as AS "settledAs",
            settled_fen AS "returnedFen"
          FROM benefits_overpayments WHERE area_scope >= ${from} AND area_scope < ${to}
            AND area_scope >= ${own.from} AND area_scope < ${own.to}
          ORDER BY noted_on DESC, overpayment_id LIMIT ${MOST}`.execute(context.tx);
        return { found: beyond.rows, noted: known.rows };
      });
      return { found: await withNames(context, found), noted: await withNames(context, noted) };
    },
  });

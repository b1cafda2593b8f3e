import { sql } from 'kysely';
import { z } from 'zod';
import { accountsKept } from '../../../policy/payment/index.ts';
import { addMonths, areaRange, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';

const MONTHS = 12;

/**
 * Destroys accounts that nobody is paid to any more: another one took their place, or the entitlement is over; no list
 * of the years for which vouchers are kept names them, and nothing is still owed. What was paid stays.
 */
export const forgetAccounts = ({ casework }: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/forget-accounts',
    kind: 'command',
    summary: text('销毁保存期满的账户', 'Destroy accounts whose time is over'),
    permission: 'benefits:pay',
    input: z.object({}),
    output: z.object({ forgotten: z.number().int() }),
    handle: async ({ tx, actor }) => {
      const today = casework.today();
      const before = addMonths(today, -accountsKept.years * MONTHS);
      const { from, to } = areaRange(actor.area);
      const { rows } = await sql<{ readonly forgotten: number }>`
        WITH old AS (
          SELECT a.person_id, a.entitlement_id, a.version
          FROM benefits_accounts a
          JOIN benefits_entitlements e ON e.person_id = a.person_id AND e.entitlement_id = a.entitlement_id
          WHERE a.account IS NOT NULL AND a.recorded_at < ${before}::date
            AND a.area_scope >= ${from} AND a.area_scope < ${to}
            AND (a.version <> e.account_version OR (e.outcome IS NOT NULL AND NOT EXISTS (
              SELECT 1 FROM benefits_entitlement_actions t
              WHERE t.person_id = e.person_id AND t.entitlement_id = e.entitlement_id AND t.day >= ${before})))
            AND NOT EXISTS (SELECT 1 FROM benefits_payments p JOIN benefits_batches b ON b.batch_id = p.batch_id
              WHERE p.person_id = a.person_id AND p.entitlement_id = a.entitlement_id
                AND p.account_version = a.version AND b.created_at >= ${before}::date)
            AND NOT EXISTS (SELECT 1 FROM benefits_failed_lines f
              WHERE f.person_id = a.person_id AND f.entitlement_id = a.entitlement_id AND NOT EXISTS (
                SELECT 1 FROM benefits_retries y WHERE y.person_id = f.person_id
                  AND y.entitlement_id = f.entitlement_id AND y.failed_batch_id = f.batch_id))
            AND NOT EXISTS (SELECT 1 FROM benefits_arrears r
              WHERE r.person_id = a.person_id AND r.entitlement_id = a.entitlement_id AND NOT EXISTS (
                SELECT 1 FROM benefits_paid_arrears t WHERE t.person_id = r.person_id
                  AND t.programme = r.programme AND t.month = r.month AND t.paid_fen = r.paid_fen))
        ), gone AS MATERIALIZED (
          SELECT benefits_forget_account(person_id, entitlement_id, version, ${today}::date) FROM old
        ) SELECT count(*)::integer AS forgotten FROM gone`.execute(tx);
      return { forgotten: rows[0]?.forgotten ?? 0 };
    },
  });

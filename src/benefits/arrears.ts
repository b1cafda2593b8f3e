import { type RawBuilder, sql } from 'kysely';
import type { areaRange, Programme } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import { type Comparison, comparedMonths, comparisonOf } from './compare-months.ts';
import type { PaymentDependencies } from './payment-dependencies.ts';

/** Of whom: everybody of a programme in some areas, or one entitlement of it. */
export interface Owing {
  readonly programme: Programme;
  readonly ranges: readonly ReturnType<typeof areaRange>[];
  readonly personId?: string | undefined;
  readonly entitlementId?: string | undefined;
}

/** Whatever was noted for a month counts as given: what was refused is no longer there. */
const noted = sql`SELECT person_id, programme, month, sum(fen)::bigint AS fen FROM benefits_arrears GROUP BY 1, 2, 3`;

/** An approved list grants its months, whatever the bank answers: what failed is paid again as it was. */
const compared = (comparison: Comparison) =>
  comparedMonths(comparison, { states: ['approved', 'exported', 'reconciled'], more: noted });

/** Of what people have found to be paid too much, nothing is topped up, unless they found that it was owed. */
const isQuestioned = sql`EXISTS (SELECT 1 FROM benefits_overpayments o
  WHERE o.person_id = c.person_id AND o.entitlement_id = c.entitlement_id
    AND c.month BETWEEN o.from_month AND o.to_month AND o.settled_as IS DISTINCT FROM 'not-owed')`;

const isWaiting = sql`EXISTS (SELECT 1 FROM benefits_arrears a
  JOIN benefits_arrears_decisions d ON d.decision_id = a.decision_id AND d.decided_as IS NULL
  WHERE a.person_id = c.person_id AND a.programme = c.programme AND a.month = c.month)`;

const comparisonFor = (
  context: TransactionContext,
  dependencies: PaymentDependencies,
  { programme, ranges }: Owing,
) => comparisonOf(context, dependencies, { programmes: [programme], ranges });

/** Every month that was given to them, with what is due for it. */
export const givenMonths = async (
  context: TransactionContext,
  dependencies: PaymentDependencies,
  owing: Owing,
) => compared(await comparisonFor(context, dependencies, owing));

/** Of given months, those that were given less than is due and of which nobody has noted it yet, by `fen`. */
export const owedAmong = (months: RawBuilder<unknown>, { personId, entitlementId }: Owing) => sql`
  SELECT c.*, c.due - c.granted AS fen FROM (${months}) c
  WHERE c.due > c.granted AND NOT ${isQuestioned} AND NOT ${isWaiting}
    AND ${
      entitlementId === undefined
        ? sql`true`
        : sql`c.person_id = ${personId}::uuid AND c.entitlement_id = ${entitlementId}::uuid`
    }`;

/** How many months of what was noted are not what is due today: these cannot be approved any more. */
export async function changedSinceNoted(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  { decisionId, ...owing }: Owing & { readonly decisionId: string },
): Promise<number> {
  const comparison = await comparisonFor(context, dependencies, owing);
  const { rows } = await sql<{ readonly n: number }>`
    SELECT count(*) AS n FROM benefits_arrears a
    LEFT JOIN (${compared(comparison)}) c
      ON c.person_id = a.person_id AND c.programme = a.programme AND c.month = a.month
    WHERE a.decision_id = ${decisionId}
      AND (c.due IS DISTINCT FROM c.granted OR c.due IS NULL OR ${isQuestioned})`.execute(context.tx);
  return rows[0]?.n ?? 0;
}

import type { AreaCode } from '../language/index.ts';
import type { Transaction } from '../platform/index.ts';
import type { FollowPerson } from '../register/index.ts';
import { cityWide } from './city-wide.ts';
import type { BenefitsDependencies } from './dependencies.ts';
import { recordsOf } from './records-of-person.ts';
import type { BenefitsTables } from './tables.ts';

/** Keeps the codes that permissions read right when areas became another. */
export async function moveBenefitScopes(
  tx: Transaction,
  from: readonly AreaCode[],
  to: AreaCode,
): Promise<void> {
  const db = tx.withTables<BenefitsTables>();
  for (const column of ['registered_scope', 'resident_scope'] as const)
    await db
      .updateTable('benefits_facts')
      .set({ [column]: to })
      .where(column, 'in', from)
      .execute();
}

/**
 * Who answers for a person answers for what was attested of them, also under records that were merged into theirs.
 * Entitlements stay where they are: these go elsewhere when people decide so.
 */
export const moveFactsWithPerson =
  (dependencies: Pick<BenefitsDependencies, 'city'>): FollowPerson =>
  (context, { personId, scopes }) =>
    cityWide(context, dependencies, async () => {
      await context.tx
        .withTables<BenefitsTables>()
        .updateTable('benefits_facts')
        .set(scopes)
        .where('person_id', 'in', await recordsOf(context, personId))
        .execute();
    });

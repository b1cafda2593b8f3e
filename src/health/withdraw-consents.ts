import { sql } from 'kysely';
import type { AreaCode } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import { withdrawingActions } from './health-case.ts';
import { releaseBooking } from './release-booking.ts';
import { caseTables, type HealthTables, type Subject } from './tables.ts';

/** Everything that leans on a consent is put away where nobody reads it; only then can the consent stop standing. */
async function withhold({ tx, now }: TransactionContext, caseId: string, consentId: string): Promise<void> {
  await sql`INSERT INTO health_withheld (case_id, record_id, consent_id, subject, kind, station_id, day, content,
      recorded_at, recorded_by, withheld_at, area_scope)
    SELECT case_id, record_id, consent_id, subject, kind, station_id, day, content, recorded_at, recorded_by,
      ${now()}::timestamptz, area_scope
    FROM health_records WHERE case_id = ${caseId} AND consent_id = ${consentId}`.execute(tx);
  await tx
    .withTables<HealthTables>()
    .deleteFrom('health_records')
    .where('case_id', '=', caseId)
    .where('consent_id', '=', consentId)
    .execute();
}

interface Withdrawal {
  readonly caseId: string;
  /** All who consented in the case, unless one is named. */
  readonly subject?: Subject | undefined;
}

/** Ends consents that stand; how many. The transaction must be in the scope of health for the whole city. */
export async function withdrawConsents(
  context: TransactionContext,
  { caseId, subject }: Withdrawal,
): Promise<number> {
  const db = context.tx.withTables<HealthTables>();
  const standing = await db
    .selectFrom('health_standing_consents')
    .selectAll()
    .where('case_id', '=', caseId)
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? 'woman'))
    .execute();
  for (const { consent_id, area_scope } of standing) {
    await withhold(context, caseId, consent_id);
    await releaseBooking(context, { caseId, consentId: consent_id });
    const row = { case_id: caseId, consent_id, area_scope };
    const noted = { withdrawn_at: context.now(), recorded_by: context.actor.name };
    await db
      .insertInto('health_withdrawals')
      .values({ ...row, ...noted })
      .execute();
    await db
      .deleteFrom('health_standing_consents')
      .where('case_id', '=', caseId)
      .where('consent_id', '=', consent_id)
      .execute();
  }
  return standing.length;
}

interface TakenOnCase {
  readonly caseId: string;
  readonly action: string;
  /** The unit that has the case now. */
  readonly area: AreaCode;
}

/** What health records do when something is done to their case: they follow it to another unit, and end with consent. */
export async function followCase(context: TransactionContext, taken: TakenOnCase): Promise<void> {
  const { caseId, action, area } = taken;
  if (withdrawingActions.includes(action)) await withdrawConsents(context, { caseId });
  for (const table of caseTables)
    await context.tx
      .withTables<HealthTables>()
      .updateTable(table)
      .set({ area_scope: area })
      .where('case_id', '=', caseId)
      .where('area_scope', '<>', area)
      .execute();
}

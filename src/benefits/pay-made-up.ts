import { sql } from 'kysely';
import { type AreaCode, type CalendarDate, text } from '../language/index.ts';
import { failure, readCity, type TransactionContext } from '../platform/index.ts';
import { newBatchNumber } from './batches.ts';
import { bookGranted } from './book-granted.ts';
import { buildLines, neededRates } from './build-batch.ts';
import { monthsOf, type Quarter } from './entitlement-months.ts';
import { book } from './ledger.ts';
import type { PaymentDependencies } from './payment-dependencies.ts';
import { ratesOf } from './payment-rates.ts';
import type { PaymentTables } from './payment-tables.ts';

interface MadeUp extends Quarter {
  readonly programme: string;
  readonly area: AreaCode;
  /** The day on which all of it happens. */
  readonly day: CalendarDate;
}

const onlyMadeUp = () =>
  failure(
    'wrong_database_kind',
    text('只能在虚构城市中这样发放。', 'Nothing is paid like this but in a made-up city.'),
    text('请由两人分别生成和审批名单。', 'Have two people make and approve a list.'),
  );

const MAKER = 'synthetic';
const APPROVER = 'synthetic-approver';

/**
 * A list of a made-up city that goes its whole way at once: built by the statement that builds every list, approved,
 * sent and paid on one day, and booked as any other.
 */
export async function payMadeUp(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  { programme: key, year, quarter, area, day }: MadeUp,
): Promise<number> {
  const city = await readCity(context.tx);
  if (city?.kind !== 'synthetic') throw onlyMadeUp();
  const programme = dependencies.programmes.find((one) => one.key === key);
  if (!programme) throw new Error(`no programme ${key}`);
  const through = monthsOf({ year, quarter })[2] as CalendarDate;
  const batchId = context.newId();
  const building = { batchId, programme, area, through };
  const pricing = {
    programme,
    through,
    knownAt: dependencies.casework.today(),
    entered: await dependencies.entered(context),
  };
  const rates = ratesOf(pricing, await neededRates(context, building));
  // Entitlements of this very transaction are not in the statistics: they are joined as those of a whole city.
  const built = await buildLines(context, building, { rates, people: Number.POSITIVE_INFINITY });
  if (built.lines === 0) return 0;
  const at = context.now();
  await context.tx
    .withTables<PaymentTables>()
    .insertInto('benefits_batches')
    .values({
      batch_id: batchId,
      number: newBatchNumber({ year, quarter }, context.randomBytes),
      programme: key,
      year,
      quarter,
      area_code: area,
      state: 'reconciled',
      ...built,
      rates: JSON.stringify(rates),
      created_at: at,
      created_by: MAKER,
      approved_at: at,
      approved_by: APPROVER,
      exported_at: at,
      exported_by: MAKER,
      reconciled_at: at,
      reconciled_by: MAKER,
      area_scope: area,
    })
    .execute();
  await sql`
    INSERT INTO benefits_payment_results
      (person_id, entitlement_id, batch_id, result, fen, reason, day, file_digest, area_scope)
    SELECT person_id, entitlement_id, batch_id, 'paid', fen, NULL, ${day}::date, 'made-up', area_scope
    FROM benefits_payments WHERE batch_id = ${batchId} ORDER BY person_id`.execute(context.tx);
  await sql`
    UPDATE benefits_segments s SET next_month = (${through}::date + interval '1 month')::date
    FROM benefits_payments p WHERE p.batch_id = ${batchId}
      AND s.person_id = p.person_id AND s.entitlement_id = p.entitlement_id`.execute(context.tx);
  const booking = { sourceId: batchId, programme: key, area, fen: built.fen, day };
  await bookGranted(context, { batch_id: batchId, programme: key, area_code: area }, day);
  await book(context, { ...booking, kind: 'sent', once: true });
  await book(context, { ...booking, kind: 'paid' });
  return built.fen;
}

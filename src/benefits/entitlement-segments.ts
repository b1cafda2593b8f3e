import type { AreaCode, CalendarDate } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import { monthBefore } from './entitlement-months.ts';
import type { EntitlementRow } from './open-entitlement.ts';
import type { PaymentTables } from './payment-tables.ts';

type Whose = Pick<EntitlementRow, 'person_id' | 'entitlement_id' | 'programme' | 'area_scope'>;

const ofEntitlement = ({ person_id, entitlement_id }: Whose) => ({ person_id, entitlement_id });

/** The segments of an entitlement, oldest first. */
export const segmentsOf = ({ tx }: TransactionContext, whose: Whose) =>
  tx
    .withTables<PaymentTables>()
    .selectFrom('benefits_segments')
    .selectAll()
    .where('person_id', '=', whose.person_id)
    .where('entitlement_id', '=', whose.entitlement_id)
    .orderBy('from_month')
    .execute();

interface NewSegment {
  readonly fromMonth: CalendarDate;
  readonly variant: string;
  readonly area: AreaCode;
}

/** From a month on something is given, until something else is said. */
export async function openSegment(
  { tx }: TransactionContext,
  whose: Whose,
  { fromMonth, variant, area }: NewSegment,
): Promise<void> {
  await tx
    .withTables<PaymentTables>()
    .insertInto('benefits_segments')
    .values({
      ...ofEntitlement(whose),
      from_month: fromMonth,
      to_month: null,
      next_month: fromMonth,
      programme: whose.programme,
      variant,
      area_code: area,
      beyond_death: false,
      area_scope: whose.area_scope,
    })
    .execute();
}

/** After a month nothing is given any more. What was paid already stays paid: whether it was too much, people decide. */
export async function endSegments(
  { tx }: TransactionContext,
  whose: Whose,
  lastMonth: CalendarDate,
): Promise<void> {
  const db = tx.withTables<PaymentTables>();
  await db
    .deleteFrom('benefits_segments')
    .where('person_id', '=', whose.person_id)
    .where('entitlement_id', '=', whose.entitlement_id)
    .where('from_month', '>', lastMonth)
    .execute();
  await db
    .updateTable('benefits_segments')
    .set({ to_month: lastMonth })
    .where('person_id', '=', whose.person_id)
    .where('entitlement_id', '=', whose.entitlement_id)
    .where((where) => where.or([where('to_month', 'is', null), where('to_month', '>', lastMonth)]))
    .execute();
}

/** A person has decided until when it is given: a recorded death holds back none of these months any more. */
export async function decideMonths({ tx }: TransactionContext, whose: Whose): Promise<void> {
  await tx
    .withTables<PaymentTables>()
    .updateTable('benefits_segments')
    .set({ beyond_death: true })
    .where('person_id', '=', whose.person_id)
    .where('entitlement_id', '=', whose.entitlement_id)
    .execute();
}

/** From a month on something else is given, or the same elsewhere. */
export async function replaceFrom(
  context: TransactionContext,
  whose: Whose,
  segment: NewSegment,
): Promise<void> {
  await endSegments(context, whose, monthBefore(segment.fromMonth));
  await openSegment(context, whose, segment);
}

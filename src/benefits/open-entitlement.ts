import type { Selectable } from 'kysely';
import { entitlementLife } from '../../policy/programmes/index.ts';
import { foldActions, type Standing, text } from '../language/index.ts';
import { failure, type TransactionContext } from '../platform/index.ts';
import type { PaymentTables } from './payment-tables.ts';

export type EntitlementRow = Selectable<PaymentTables['benefits_entitlements']>;
export type EntitlementActionRow = Selectable<PaymentTables['benefits_entitlement_actions']>;

/** An entitlement with its whole life so far. */
export interface OpenEntitlement {
  readonly row: EntitlementRow;
  readonly actions: readonly EntitlementActionRow[];
  readonly standing: Standing;
}

export const unknownEntitlement = () =>
  failure(
    'not_found',
    text(
      '没有这项待遇记录，或者不在您的管辖范围内。',
      'There is no such entitlement, or it lies outside your area.',
    ),
    text('请核对。', 'Check it.'),
  );

const asTaken = ({ action, taken_by: by, actor, day }: EntitlementActionRow) => ({ action, by, actor, day });

/** Where the actions have led; one that the life does not allow is a bug, for each was checked when it was taken. */
export function standingOf(row: EntitlementRow, actions: readonly EntitlementActionRow[]): Standing {
  const folded = foldActions(entitlementLife, row.made_on, actions.map(asTaken));
  if ('refusal' in folded)
    throw new Error(
      `entitlement ${row.entitlement_id}: ${folded.action.action} is refused: ${folded.refusal}`,
    );
  return folded;
}

interface Opening {
  readonly personId: string;
  readonly entitlementId: string;
  /** Locked when it is to be acted on. */
  readonly lock: boolean;
}

/** Reads an entitlement that the open transaction may see; `not_found`. */
export async function openEntitlement(
  { tx }: TransactionContext,
  { personId, entitlementId, lock }: Opening,
): Promise<OpenEntitlement> {
  const db = tx.withTables<PaymentTables>();
  const row = await db
    .selectFrom('benefits_entitlements')
    .selectAll()
    .where('person_id', '=', personId)
    .where('entitlement_id', '=', entitlementId)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw unknownEntitlement();
  const actions = await db
    .selectFrom('benefits_entitlement_actions')
    .selectAll()
    .where('person_id', '=', personId)
    .where('entitlement_id', '=', entitlementId)
    .orderBy('seq')
    .execute();
  return { row, actions, standing: standingOf(row, actions) };
}

import type { Selectable } from 'kysely';
import { areaContains } from '../language/index.ts';
import type { Actor } from '../platform/index.ts';
import type { RegisterTables } from './tables.ts';

type RequestRow = Pick<
  Selectable<RegisterTables['register_requests']>,
  'state' | 'requested_by' | 'agreeing_side' | 'receiving_scope' | 'registered_scope' | 'resident_scope'
>;

/** Whether the area of the side that has to agree to a transfer is the actor's. */
function isAgreeingSide({ area }: Actor, row: RequestRow): boolean {
  const scopes =
    row.agreeing_side === 'receiving' ? [row.receiving_scope] : [row.registered_scope, row.resident_scope];
  return scopes.some((scope) => scope !== null && areaContains(area, scope));
}

/**
 * Nobody decides on what they asked for themselves. A registrar of the other side agrees to a transfer; a reviewer
 * decides on everything else.
 */
export function mayDecide(actor: Actor, row: RequestRow): boolean {
  if (row.state !== 'requested' || row.requested_by === actor.name) return false;
  return row.agreeing_side === null
    ? actor.permissions.has('register:approve')
    : actor.permissions.has('register:write') && isAgreeingSide(actor, row);
}

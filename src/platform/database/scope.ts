import { type AreaCode, areaRange } from '../../language/index.ts';
import type { Actor, Purpose } from '../operation/operation.ts';

/** What row-level security is told about a transaction: who, where, why. */
export interface Scope {
  readonly actor: string;
  /** Null sees no row of any person. */
  readonly area: AreaCode | null;
  readonly purpose: Purpose | null;
  /** Whether files of children under 14 may be seen. */
  readonly children?: boolean;
}

/** The permission behind the second lock on files of children. */
export const READ_CHILDREN = 'register:read-children';

export const actorScope = (actor: Actor): Scope => ({
  actor: actor.accountId,
  area: actor.area,
  purpose: actor.purpose,
  children: actor.permissions.has(READ_CHILDREN),
});

const SAFE = /^[A-Za-z0-9~:._-]{0,64}$/;

/** A literal for SET LOCAL, which takes no parameters: validated strictly, then quoted. */
function literal(value: string): string {
  if (!SAFE.test(value)) throw new Error('a scope value holds a character that is not allowed');
  return `'${value}'`;
}

/** The SET LOCAL statements of `scope`; an absent part is set to '' and policies then show nothing. */
export function scopeStatements(scope: Scope): string {
  const range = scope.area ? areaRange(scope.area) : { from: '', to: '' };
  return [
    `SET LOCAL app.actor = ${literal(scope.actor)}`,
    `SET LOCAL app.area_from = ${literal(range.from)}`,
    `SET LOCAL app.area_to = ${literal(range.to)}`,
    `SET LOCAL app.children = ${literal(scope.children === true ? 'yes' : '')}`,
    `SET LOCAL app.purpose = ${literal(scope.purpose ?? '')}`,
  ].join('; ');
}

import { sql } from 'kysely';
import type { Actor } from '../platform/index.ts';

/**
 * Of restricted cases an officer sees the own ones and those that wait for somebody to take them; supervisors and the
 * operator see all. Area and compartment are row-level security's affair.
 */
export const visibleTo = ({ name, permissions }: Pick<Actor, 'name' | 'permissions'>) =>
  permissions.has('casework:approve')
    ? sql<boolean>`true`
    : sql<boolean>`(NOT restricted OR assignee IS NULL OR assignee = ${name})`;

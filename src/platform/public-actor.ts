import type { AreaCode } from '../language/index.ts';
import type { Actor } from './operation/operation.ts';

/** Whoever reads the portal: no permission, and a purpose for which row-level security shows no person. */
export const publicActor = (city: AreaCode): Actor => ({
  accountId: 'public',
  name: 'public',
  role: 'public',
  area: city,
  purpose: 'publishing',
  permissions: new Set(),
});

export { createPortal } from './create-portal.tsx';
export type { EditionListing, PortalDependencies } from './dependencies.ts';

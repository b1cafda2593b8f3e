export { createPortal, type EditionListing, type PortalDependencies } from './create-portal.tsx';

export type { BenefitDependencies, Notice } from './benefit-desk.ts';
export { createPortal } from './create-portal.tsx';
export type { EditionListing, PortalDependencies } from './dependencies.ts';
export type { Desk, ServiceDependencies } from './desk.ts';
export type { Site } from './page.ts';

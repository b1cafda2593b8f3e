export { archivedServices } from './archived.ts';
export { type CaseSpread, type DemoCases, demoCases2013, demoYear } from './demo-2013.ts';
export { type Sample, samples } from './samples.ts';
export { services } from './services.ts';
export { supportLine } from './support-line.ts';

export { indicators } from './indicators.ts';
export { measures } from './measures.ts';
export { targets } from './targets.ts';

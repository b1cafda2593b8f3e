export * from './demo-2013.ts';
export * from './given.ts';
export * from './items.ts';
export * from './risk.ts';
export * from './stations.ts';
export * from './supplies.ts';
export type * from './vocabulary.ts';

export * from './advance.ts';
export * from './check-workflow.ts';
export * from './common-actions.ts';
export * from './workflow.ts';

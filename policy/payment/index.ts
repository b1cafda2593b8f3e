export * from './applications.ts';
export * from './demo-2013.ts';
export * from './demo-today.ts';
export * from './formats.ts';
export * from './keeping.ts';
export * from './ledger.ts';
export * from './routes.ts';

export { type BuildOptions, buildCity, type SyntheticCity } from './build-city.ts';
export { type DemoReturn, demoReturns } from './demo-returns.ts';
export { type LoadOptions, loadCity } from './load-city.ts';
export { seedCases } from './operations/seed-cases.ts';
export { type SeedDependencies, seedCity } from './operations/seed-city.ts';
export { seedReturns } from './operations/seed-returns.ts';
export { type YearQuota, yearQuota, yearQuotas } from './quotas.ts';
export { summarize, type YearSummary } from './summarize.ts';
export { copyRows, type LoadedTable, loadedTables } from './write-rows.ts';

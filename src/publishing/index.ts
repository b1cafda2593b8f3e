export type { CellValue, Edition, EditionContent, Figure, FigureSource, FigureTerm } from './edition.ts';
export { listEditions } from './operations/list-editions.ts';
export { publishReport } from './operations/publish-report.ts';
export { readEdition } from './operations/read-edition.ts';
export { toPublicJson } from './public-json.ts';
export { canonicalJson, sealEdition } from './seal-edition.ts';
export { type PublishingTables, publishingTableKinds } from './tables.ts';

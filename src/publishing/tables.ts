import type { ColumnType, JSONColumnType } from 'kysely';
import type { AreaCode } from '../language/index.ts';
import type { EditionContent } from './edition.ts';

// Type aliases, not interfaces: Kysely's withTables asks for an implicit index signature.
type EditionsTable = {
  year: ColumnType<number, number, never>;
  edition: ColumnType<number, number, never>;
  area_code: ColumnType<AreaCode, AreaCode, never>;
  published_at: ColumnType<Date, Date, never>;
  published_by: ColumnType<string, string, never>;
  snapshot_id: ColumnType<string, string, never>;
  content: JSONColumnType<EditionContent, string, never>;
  sha256: ColumnType<string, string, never>;
};

/** The tables of the publishing room. */
export type PublishingTables = { publishing_editions: EditionsTable };

export const publishingTableKinds = { publishing_editions: { kind: 'reference' } } as const;

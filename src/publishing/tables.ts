import type { ColumnType, JSONColumnType } from 'kysely';
import type { AreaCode, CalendarDate, DocumentKind, LibraryDocument } from '../language/index.ts';
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

type Fixed<T> = ColumnType<T, T, never>;
type DocumentsTable = {
  document_key: Fixed<string>;
  kind: Fixed<DocumentKind>;
  title_zh: Fixed<string>;
  title_en: Fixed<string>;
  number: Fixed<string | null>;
  issuer_zh: Fixed<string>;
  issuer_en: Fixed<string>;
  issued_on: Fixed<CalendarDate>;
  ended_on: CalendarDate | null;
  ended_by_zh: string | null;
  ended_by_en: string | null;
  subject: Fixed<string>;
  area_code: Fixed<AreaCode>;
  explains: Fixed<string | null>;
  body: JSONColumnType<LibraryDocument['body'], string, never>;
  source_zh: Fixed<string>;
  source_en: Fixed<string>;
  published_at: Fixed<Date>;
  published_by: Fixed<string>;
};

/** The tables of the publishing room. */
export type PublishingTables = {
  publishing_editions: EditionsTable;
  publishing_documents: DocumentsTable;
};

export const publishingTableKinds = {
  publishing_editions: { kind: 'reference' },
  publishing_documents: { kind: 'reference' },
} as const;

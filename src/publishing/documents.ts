import {
  evaluate,
  type Indicator,
  type LibraryDocument,
  libraryDocuments,
  type Text,
  text,
} from '../language/index.ts';
import type { SnapshotView, Transaction } from '../platform/index.ts';
import { measuresOf, yearPeriod } from '../statistics/index.ts';
import type { PublishingTables } from './tables.ts';

/** A document with the instant at which it was put online. */
export interface PublishedDocument extends LibraryDocument {
  readonly publishedAt: Date;
}

const ending = (zh: string | null, en: string | null): Text | null =>
  zh !== null && en !== null ? text(zh, en) : null;

/** The library, newest document first; one document when its key is given. */
export async function readLibrary(tx: Transaction, key?: string): Promise<readonly PublishedDocument[]> {
  const all = tx.withTables<PublishingTables>().selectFrom('publishing_documents').selectAll();
  const wanted = key === undefined ? all : all.where('document_key', '=', key);
  const rows = await wanted.orderBy('issued_on', 'desc').orderBy('document_key').execute();
  return rows.map((row) => ({
    key: row.document_key,
    kind: row.kind,
    title: text(row.title_zh, row.title_en),
    number: row.number,
    issuer: text(row.issuer_zh, row.issuer_en),
    issuedOn: row.issued_on,
    endedOn: row.ended_on,
    endedBy: ending(row.ended_by_zh, row.ended_by_en),
    subject: row.subject,
    area: row.area_code,
    explains: row.explains,
    body: row.body,
    source: text(row.source_zh, row.source_en),
    publishedAt: row.published_at,
  }));
}

/** What the library gives to snapshots. Every document in it is online. */
export const documentFactView: SnapshotView = {
  view: libraryDocuments,
  select: ({ at }) => `
  SELECT area_code AS village, substr(area_code, 1, 6) || '000000' AS county, kind, subject, issued_on,
    CASE WHEN ended_on <= DATE '${at}' THEN ended_on END AS ended_on, true AS is_online
  FROM publishing_documents WHERE issued_on <= DATE '${at}'`,
};

const factsOf = (document: LibraryDocument) => ({
  kind: document.kind,
  subject: document.subject,
  issued_on: document.issuedOn,
  ended_on: document.endedOn,
  is_online: true,
  village: document.area,
  county: document.area,
});

/** Which documents an indicator counts in a year: the same conditions, asked of each document. */
export function countedDocuments(library: readonly LibraryDocument[], indicator: Indicator, year: number) {
  const period = yearPeriod(year);
  const parameters = { periodStart: period.start, periodEnd: period.end };
  const measures = measuresOf(indicator).filter((measure) => measure.view === 'library_documents');
  return library
    .filter((document) =>
      measures.some(({ where }) => evaluate(where, { facts: factsOf(document), parameters }) === true),
    )
    .map(({ key, title }) => ({ key, title }));
}

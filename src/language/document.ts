import type { AreaCode } from './area-code.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { documentKinds } from './facts.ts';
import type { Text } from './text.ts';

export type DocumentKind = (typeof documentKinds)[number];

/** A normative or policy document, or a page that explains one, as the library keeps it. */
export interface LibraryDocument {
  /** Letters, digits and hyphens: its address on the public site. */
  readonly key: string;
  readonly kind: DocumentKind;
  readonly title: Text;
  /** 发文字号, as it was issued; null where it bears none or none is known. */
  readonly number: string | null;
  readonly issuer: Text;
  readonly issuedOn: CalendarDate;
  /** Null while it is in force. */
  readonly endedOn: CalendarDate | null;
  readonly endedBy: Text | null;
  /** What it is about: indicators count documents by it. */
  readonly subject: string;
  readonly area: AreaCode;
  /** The document that it explains. */
  readonly explains: string | null;
  readonly body: readonly { readonly heading: Text; readonly paragraphs: readonly Text[] }[];
  readonly source: Text;
}

import type { AreaCode, AreaLevel, Relation, Text, Unit } from '../language/index.ts';

/** A number, or that there is one which is withheld (small count), or that there is nothing to count. */
export type CellValue = number | 'suppressed' | null;

/** Where a figure comes from, with what a reader needs to follow it. */
export type FigureSource =
  | {
      readonly kind: 'records';
      readonly room: 'register' | 'casework' | 'health' | 'benefits';
      /** Null for what is about neither population. */
      readonly population: 'registered' | 'resident' | null;
    }
  | { readonly kind: 'historical'; readonly endedOn: string; readonly endedBy: Text; readonly citation: Text }
  | {
      readonly kind: 'returns';
      readonly forms: readonly { readonly key: string; readonly title: Text; readonly level: AreaLevel }[];
      /** The room whose records will give it once it stands. */
      readonly standsInFor: Text | null;
      /** Below the level that was published the numbers are made up. */
      readonly invented: boolean;
    }
  | {
      readonly kind: 'documents';
      readonly documents: readonly { readonly key: string; readonly title: Text }[];
      readonly standsInFor: Text | null;
    }
  | {
      readonly kind: 'statement';
      readonly text: Text;
      readonly citation: Text;
      readonly standsInFor: Text | null;
    };

/** Two ways to read a published percentage, each with the target that it implies. */
export interface Reading {
  readonly text: Text;
  readonly impliedTarget: number;
}

export interface FigureTerm {
  readonly measure: string;
  readonly label: Text;
  readonly times: number;
  readonly value: CellValue;
  /** The condition in words. */
  readonly condition: Text;
}

export interface FigureDefinition {
  readonly version: number;
  readonly text: Text;
  readonly source: Text;
  /** One line: numerator ÷ denominator × factor. */
  readonly formula: Text;
  readonly numeratorTerms: readonly FigureTerm[];
  readonly denominatorTerms: readonly FigureTerm[];
  readonly denominatorDividedBy: number;
  readonly factor: number;
}

/** One figure of an edition: the public contract of `/reports/YEAR.json` is a subset of it. */
export interface Figure {
  readonly key: string;
  readonly section: string;
  readonly label: Text;
  readonly value: CellValue;
  readonly decimals: number;
  readonly published: number | null;
  readonly relation: Relation | null;
  /** Null where there is no number. */
  readonly unit: Unit | null;
  readonly unitLabel: Text;
  readonly numerator: CellValue;
  readonly denominator: CellValue;
  readonly target: number | null;
  readonly targetSense: 'at least' | 'at most' | null;
  readonly overTarget: { readonly amount: number; readonly unit: string; readonly text: Text } | null;
  readonly status: 'live' | 'voluntary' | 'historical';
  /** What was published times the size of the made-up city; null where the value does not shrink with it. */
  readonly publishedAtScale?: number | null;
  /** Whether the value stands in its published relation to the published number (`=` within rounding, `~` 5 %). */
  readonly claimSupported: boolean | null;
  /** How an ambiguous published wording can be read; empty where it is plain. */
  readonly readings: readonly Reading[];
  /** The percentage by which a target was said to be exceeded, where the target was not published. */
  readonly claimedPercent: number | null;
  /** What about the value needs an explanation, a coverage over 100 % for instance. */
  readonly flag: Text | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly source: FigureSource;
  readonly definition: FigureDefinition;
  /** Counties in code order; empty where no breakdown exists (none is ever invented). */
  readonly breakdown: readonly {
    readonly area: AreaCode;
    readonly name: Text;
    readonly value: CellValue;
    readonly numerator: CellValue;
    readonly denominator: CellValue;
  }[];
  /** How good the data are: rows whose condition could not be determined, and notes. */
  readonly quality: { readonly unknown: number; readonly notes: readonly Text[] };
}

/** The sealed content of one edition of a report; never changed after it was written. */
export interface EditionContent {
  readonly year: number;
  readonly area: AreaCode;
  readonly areaName: Text;
  readonly edition: number;
  readonly title: Text;
  /** UTC instant, ISO 8601. */
  readonly publishedAt: string;
  readonly synthetic: boolean;
  readonly scale: number | null;
  readonly snapshot: {
    readonly id: string;
    readonly at: string;
    readonly sealedAt: string;
    readonly sha256: string;
  };
  readonly sections: readonly {
    readonly key: string;
    readonly title: Text;
    readonly paragraphs: readonly Text[];
    readonly figures: readonly string[];
  }[];
  readonly figures: readonly Figure[];
}

export interface Edition {
  readonly content: EditionContent;
  /** SHA-256 of the canonical JSON of `content`, hex. */
  readonly sha256: string;
}

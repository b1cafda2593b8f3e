import type { Edition, EndedSeries, ListedDocument } from '../publishing/index.ts';
import type { BenefitDependencies } from './benefit-desk.ts';
import type { ServiceDependencies } from './desk.ts';
import type { Site } from './page.ts';

export interface EditionListing {
  readonly year: number;
  readonly edition: number;
  /** UTC instant. */
  readonly publishedAt: string;
  readonly sha256: string;
}

export interface PortalDependencies extends ServiceDependencies, BenefitDependencies {
  /** The latest edition when none is named; throws `not_found` with what exists. */
  readonly readEdition: (year: number, edition?: number) => Promise<Edition>;
  /** Newest first. */
  readonly listEditions: () => Promise<readonly EditionListing[]>;
  /** Newest first. */
  readonly listDocuments: () => Promise<readonly ListedDocument[]>;
  readonly listSeries: () => Promise<readonly EndedSeries[]>;
  readonly publicJson: (edition: Edition) => object;
  readonly site: Site;
}

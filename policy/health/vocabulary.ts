import type { Text } from '../../src/language/index.ts';

/** The words in which the items of a check-up are declared. */

export type Examined = 'woman' | 'man';

interface Limits {
  readonly low: number;
  readonly high: number;
}

/**
 * Where the reference range of a number comes from. Laboratories differ by method and reagent: unless a rule gives
 * the range, the laboratory that measured does, together with the result.
 */
export type ReferenceRange =
  | { readonly setBy: 'laboratory' }
  | { readonly setBy: 'rule'; readonly source: Text; readonly woman: Limits; readonly man: Limits }
  /** Height is what it is. */
  | { readonly setBy: 'nobody' };

interface PartBase {
  readonly key: string;
  readonly label: Text;
}

export interface NumberPart extends PartBase {
  readonly kind: 'number';
  readonly unit: string;
  /** Beyond these nobody lives: whoever types such a number has mistyped it, or has another unit in mind. */
  readonly possible: Limits;
  readonly range: ReferenceRange;
}

export interface PartValue {
  readonly value: string;
  readonly label: Text;
  readonly normal: boolean;
}

export interface ChoicePart extends PartBase {
  readonly kind: 'choice';
  readonly values: readonly PartValue[];
}

/** Done or not done; there is nothing to be found. */
export interface DonePart extends PartBase {
  readonly kind: 'done';
}

export type Part = NumberPart | ChoicePart | DonePart;

/** One of the items; what is measured stands in its parts. */
export interface CheckupItem {
  readonly key: string;
  readonly label: Text;
  readonly whom: {
    readonly of: 'both' | 'woman';
    /** A rule that was not seen in the original: the city confirms it, and until then nobody is refused by it. */
    readonly confirmLocally: boolean;
  };
  /** Whether which values are normal is a convention of laboratories that the city still has to confirm. */
  readonly confirmNormal: boolean;
  /** Never asked of the laboratory: recorded by an operation of its own. */
  readonly recordedApart: boolean;
  readonly parts: readonly Part[];
}

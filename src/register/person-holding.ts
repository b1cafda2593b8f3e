import { z } from 'zod';
import { textPair } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { Sex } from './person.ts';

/** What is held of somebody, as they read it: a table under a title. */
export const heldSection = z.object({
  title: textPair,
  columns: z.array(textPair),
  rows: z.array(z.array(z.union([z.string(), textPair]))),
});

type Cell = string | z.output<typeof textPair>;

export interface HeldSection {
  readonly title: z.output<typeof textPair>;
  readonly columns: readonly z.output<typeof textPair>[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface HeldPerson {
  readonly personId: string;
  readonly sex: Sex;
}

/**
 * What a room above the register holds of a person, for that person's own copy: read in the compartment of the room,
 * in the whole city. Nothing of anybody else, nothing that goes on inside.
 */
export type PersonHolding = (
  context: TransactionContext,
  person: HeldPerson,
) => Promise<readonly HeldSection[]>;

/** The right to write out what other rooms hold, beside the right to write out the register's part. */
export const EXPORT_ALL = 'register:export-all';

import type { DivisionTree } from '../../areas/index.ts';
import type { CalendarDate } from '../../language/index.ts';
import type { TransactionContext } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import type { Problem } from './problem.ts';
import type { SheetRow } from './sheet.ts';

/** Rows that are taken in together or not at all: a person, a household with its members, an event. */
export interface Unit {
  readonly rows: readonly SheetRow[];
}

/** What taking in needs beside the rows. */
export interface Intake {
  readonly importId: string;
  readonly dependencies: RegisterDependencies;
  readonly tree: DivisionTree;
  readonly today: CalendarDate;
}

export interface Taken {
  /** Rows that were taken in. */
  readonly added: number;
  /** Rows that had been taken in before. */
  readonly known: number;
  /** What was wrong with the rest. */
  readonly problems: readonly Problem[];
}

/** Takes units in, inside the open transaction. */
export type TakeIn = (context: TransactionContext, intake: Intake, units: readonly Unit[]) => Promise<Taken>;

export const nothingTaken: Taken = { added: 0, known: 0, problems: [] };

export const addTaken = (one: Taken, other: Taken): Taken => ({
  added: one.added + other.added,
  known: one.known + other.known,
  problems: [...one.problems, ...other.problems],
});

import type { Locale, Text } from '../language/index.ts';

export interface OperationName {
  readonly name: string;
  readonly summary: string;
}

/** Calls operations: in this process, or at the server that holds the data folder. */
export interface Caller {
  /** Answers with the operation's output, as its declaration gives it. */
  readonly call: (name: string, input: object) => Promise<unknown>;
  readonly operations: () => Promise<readonly OperationName[]>;
  readonly close: () => Promise<void>;
}

export interface Output {
  /** Data: standard output. */
  readonly data: (text: string) => void;
  /** Everything that is not data: standard error. */
  readonly note: (text: string) => void;
}

export interface Session {
  readonly open: () => Promise<Caller>;
  readonly output: Output;
  readonly locale: Locale;
  readonly json: boolean;
}

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

/** One word of the command line. */
export interface Command {
  readonly name: string;
  readonly summary: Text;
  /** `--name`: what it takes (`DATE`; empty for a switch) and means. */
  readonly options: Readonly<Record<string, { readonly value: string; readonly summary: Text }>>;
  /** Names of words after the command, `YEAR`. */
  readonly words: readonly string[];
  readonly run: (session: Session, options: OptionValues, words: readonly string[]) => Promise<void>;
}

import type { Transaction as KyselyTransaction } from 'kysely';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Advice, AreaCode, Text } from '../../language/index.ts';
import type { PlatformTables } from '../tables.ts';

/** The only database handle in scope inside a transaction. Rooms widen it: `tx.withTables<RegisterTables>()`. */
export type Transaction = KyselyTransaction<PlatformTables>;

/** Why somebody may look: decided by the role, checked again by row-level security. */
export type Purpose =
  | 'registration'
  | 'casework'
  | 'health'
  | 'benefits'
  | 'statistics'
  | 'publishing'
  | 'administration'
  | 'operation';

/** Who is asking, with what right, for which area. */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly role: string;
  readonly area: AreaCode;
  readonly purpose: Purpose;
  readonly permissions: ReadonlySet<string>;
  /** SHA-256 of the token of the session in which they ask; absent on the command line. */
  readonly session?: string;
}

/** Everything a handler may use that is not its input: nothing is read globally. */
export interface Context {
  readonly actor: Actor;
  /** Where the request came from: an IP address, or `local` for the command line. */
  readonly callerAddress: string;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly randomBytes: (length: number) => Buffer;
  readonly log: Logger;
  /** Says how long work is going, to whoever waits for it. */
  readonly progress: (message: Text, done?: number, total?: number) => void;
}

export interface TransactionContext extends Context {
  readonly tx: Transaction;
}

/** For work too long for one transaction: it opens its own. */
export interface ProcessContext extends Context {
  readonly transaction: <T>(work: (context: TransactionContext) => Promise<T>) => Promise<T>;
}

interface Contract<I extends z.ZodType, O extends z.ZodType> {
  /** `register/record-birth`: room and verb-noun; the route, the CLI verb and the permission's subject. */
  readonly name: `${string}/${string}`;
  readonly summary: Text;
  readonly input: I;
  readonly output: O;
  /** Says what is wrong with a field in the words of whoever fills it in; null leaves it to the schema. */
  readonly explainField?: (field: string, given: unknown) => Advice | null;
  /** The largest body of a request in bytes, when it is more than others take: a file to be taken in. */
  readonly largestInput?: number;
  /** The permission that the actor's role must hold, or `public`. */
  readonly permission: `${string}:${string}` | 'public';
}

/** `command` changes something and is audited always; `query` reads. Both run inside one transaction. */
export interface TransactionalOperation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends Contract<I, O> {
  readonly kind: 'command' | 'query';
  /** Queries that show a person are audited too. */
  readonly auditReads?: boolean;
  /** What else the audit keeps of a call, a stated reason for instance; never personal data. */
  readonly auditDetail?: (input: z.output<I>) => Readonly<Record<string, unknown>>;
  /**
   * What it answers is opened for whoever asked, and nobody's to keep: no receipt of it stands in the database, and
   * calling again with the same key does it again.
   */
  readonly keepsNoReceipt?: true;
  readonly handle: (context: TransactionContext, input: z.output<I>) => Promise<z.input<O>>;
}

export interface ProcessOperation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends Contract<I, O> {
  readonly kind: 'process';
  readonly handle: (context: ProcessContext, input: z.output<I>) => Promise<z.input<O>>;
}

export type Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> =
  | TransactionalOperation<I, O>
  | ProcessOperation<I, O>;

/** Declares an operation that runs inside one transaction. */
export const defineOperation = <I extends z.ZodType, O extends z.ZodType>(
  operation: TransactionalOperation<I, O>,
): TransactionalOperation<I, O> => operation;

/** Declares an operation that manages its own transactions. */
export const defineProcess = <I extends z.ZodType, O extends z.ZodType>(
  operation: ProcessOperation<I, O>,
): ProcessOperation<I, O> => operation;

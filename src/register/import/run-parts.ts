import { loadDivisions } from '../../areas/index.ts';
import { eachAtOnce, type ProcessContext, type TransactionContext } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import type { ImportKind } from '../tables.ts';
import { addTaken, nothingTaken, type TakeIn, type Taken, type Unit } from './take-in.ts';
import { formEvent, formHousehold, takeInActs } from './take-in-acts.ts';
import { takeInPersons } from './take-in-persons.ts';
import { partsOf } from './units.ts';

interface Way {
  readonly takeIn: TakeIn;
  readonly rowsAtOnce: number;
  /** How many parts come in side by side: one, where later rows may stand on earlier ones. */
  readonly workers: number;
}

const ways: Readonly<Record<ImportKind, Way>> = {
  persons: { takeIn: takeInPersons, rowsAtOnce: 2000, workers: 3 },
  households: { takeIn: takeInActs(formHousehold), rowsAtOnce: 200, workers: 1 },
  events: { takeIn: takeInActs(formEvent), rowsAtOnce: 200, workers: 1 },
};

export interface Incoming {
  readonly importId: string;
  readonly kind: ImportKind;
  readonly units: readonly Unit[];
  readonly dependencies: RegisterDependencies;
  /** Called after each part with all that was taken in so far. */
  readonly onPart: (taken: Taken) => void;
}

type InTransaction = <T>(work: (context: TransactionContext) => Promise<T>) => Promise<T>;

async function takeParts(inTransaction: InTransaction, incoming: Incoming, workers: number): Promise<Taken> {
  const { importId, dependencies } = incoming;
  const way = ways[incoming.kind];
  const tree = await inTransaction((context) => loadDivisions(context.tx));
  const today = dependencies.today();
  let taken = nothingTaken;
  await eachAtOnce([...partsOf(incoming.units, way.rowsAtOnce)], workers, async (units) => {
    const one = await inTransaction((context) =>
      way.takeIn(context, { importId, dependencies, tree, today }, units),
    );
    taken = addTaken(taken, one);
    incoming.onPart(taken);
  });
  return taken;
}

/** Takes the parts in, each in a transaction of its own: what came in stays when a later part fails. */
export const takeAll = (context: ProcessContext, incoming: Incoming): Promise<Taken> =>
  takeParts(context.transaction, incoming, ways[incoming.kind].workers);

/** Ends the transaction of a rehearsal. */
class TakenBack extends Error {}

/** The same in one transaction that is taken back: nothing stays but what was learnt. */
export async function rehearse(context: ProcessContext, incoming: Incoming): Promise<Taken> {
  let learnt = nothingTaken;
  const end = context.transaction(async (within) => {
    learnt = await takeParts((work) => work(within), incoming, 1);
    throw new TakenBack();
  });
  await end.catch((error: unknown) => {
    if (!(error instanceof TakenBack)) throw error;
  });
  return learnt;
}

import { explainAnswer, formSchema } from '../language/index.ts';
import { parseInput, type TransactionContext } from '../platform/index.ts';
import type { RegisterDependencies } from './dependencies.ts';
import { type Correcting, openDesk, takeFile, worldOf } from './desk.ts';
import { factsOf, personsIn } from './event-form.ts';
import type { AnyEventDefinition } from './events/definition.ts';
import { requirePastDays } from './past-days.ts';
import { type Written, writeAct } from './write-act.ts';

type AnsweredForm = Readonly<Record<string, unknown>>;

export interface Recording {
  readonly definition: AnyEventDefinition;
  readonly answers: AnsweredForm;
  readonly dependencies: RegisterDependencies;
  readonly correcting?: Correcting | null;
  /** The file that it came in with. */
  readonly importId?: string;
  /** Whether both sides of a transfer have agreed. */
  readonly agreed?: boolean;
}

/** The answers of a form as its fields read them, or `invalid_input` naming the first that is wrong. */
export const parseForm = (definition: AnyEventDefinition, form: unknown): AnsweredForm =>
  parseInput(formSchema(definition.fields), form, (field, given) =>
    explainAnswer(definition.fields, field, given),
  );

/** The one way by which something comes into the register: look, apply the rules of the event, write. */
export async function recordEvent(
  context: TransactionContext,
  { definition, answers, dependencies, correcting = null, importId, agreed = false }: Recording,
): Promise<Written> {
  requirePastDays(definition.fields, answers, dependencies.today());
  const desk = openDesk({
    context,
    today: dependencies.today(),
    vault: dependencies.vault,
    alsoFollow: dependencies.alsoFollow,
    correcting,
    agreed,
  });
  for (const personId of personsIn(definition.fields, answers)) await takeFile(desk, personId);
  const plan = await definition.plan(worldOf(desk), answers);
  const facts = { ...factsOf(definition, answers), ...(importId ? { import: importId } : {}) };
  return writeAct(desk, plan, { form: definition.key, facts });
}

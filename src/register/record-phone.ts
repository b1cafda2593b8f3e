import type { TransactionContext } from '../platform/index.ts';
import type { RegisterDependencies } from './dependencies.ts';
import { contactChange } from './events/contact.ts';
import { isCounted } from './fold.ts';
import { findFile, stateOf } from './person-file.ts';
import { parseForm, recordEvent } from './record-event.ts';
import { openAttributes } from './seal-attributes.ts';

/**
 * Records the phone that somebody left with a service which says that it tells the register: an event like any other,
 * so that it is never asked for twice. Nothing happens when it is known already, or when the person does not count.
 */
export async function recordPhone(
  context: TransactionContext,
  dependencies: RegisterDependencies,
  { personId, phone }: { readonly personId: string; readonly phone: string },
): Promise<void> {
  const file = await findFile(context, personId);
  const state = file && stateOf(file);
  if (!state || !isCounted(state) || state.life.deathDate !== null) return;
  const known = openAttributes({ vault: dependencies.vault, personId }, state.attributes);
  if (known.phone === phone) return;
  const answers = { personId, date: dependencies.today(), phone, address: known.address };
  await recordEvent(context, {
    definition: contactChange,
    answers: parseForm(contactChange, answers),
    dependencies,
  });
}

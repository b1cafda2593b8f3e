import type { CalendarDate } from '../../language/index.ts';
import type { TransactionContext } from '../../platform/index.ts';
import type { RegisterEvent } from '../fold.ts';
import type { EventKind, Places } from '../person.ts';
import { loadPerson, requirePossible, requireVillage, writeEvent } from '../write-event.ts';

export interface Change {
  readonly personId: string;
  readonly kind: EventKind;
  readonly date: CalendarDate;
  readonly today: CalendarDate;
  /** Where the person is afterwards, told from where they are. */
  readonly to: (places: Places) => Places;
}

/** The common way of every event after the first: load, check, append. */
export async function recordChange(context: TransactionContext, change: Change) {
  const { personId, kind, date, today } = change;
  const { life } = await loadPerson(context, personId);
  const to = change.to(life.places);
  if (to.registered !== life.places.registered) await requireVillage(context, to.registered, date);
  if (to.resident !== life.places.resident) await requireVillage(context, to.resident, date);
  const event: RegisterEvent = { kind, date, from: life.places, to };
  requirePossible(life, event, today);
  return { personId, eventId: await writeEvent(context, { personId, event, life, today }) };
}

import type { Answers, AreaCode, CalendarDate, FormFields, Population, Text } from '../../language/index.ts';
import type { TransactionContext } from '../../platform/index.ts';
import type { PersonState } from '../fold.ts';
import type { AttributeKey, ClearAttributes, EventKind, Places } from '../person.ts';
import type { Facts } from '../records.ts';

/** A person as the rules of an event see them: the day of the event, before it. */
export interface Party extends PersonState {
  readonly personId: string;
}

/** One record to be written for one person. */
export interface PlannedEvent {
  readonly personId: string;
  readonly kind: EventKind;
  readonly date: CalendarDate;
  /** Where the person is afterwards; what is left out stays as it is. */
  readonly to?: Partial<Places>;
  /** What else is otherwise from that day on. */
  readonly changes?: Partial<ClearAttributes>;
  readonly facts?: Facts;
  /** Everything about somebody who was not in the register before. */
  readonly newcomer?: ClearAttributes;
}

/** A household that comes into being by the event. */
export interface NewHousehold {
  readonly householdId: string;
  readonly headId: string;
  readonly village: AreaCode;
  readonly formedOn: CalendarDate;
}

export interface Plan {
  /** The first one is the record that the form is about. */
  readonly events: readonly [PlannedEvent, ...PlannedEvent[]];
  readonly households?: readonly NewHousehold[];
}

export interface Household {
  readonly householdId: string;
  readonly headId: string;
  readonly village: AreaCode;
  /** Who belongs to it on the day of the event, as far as the actor may see. */
  readonly members: readonly Party[];
}

/** What the rules of an event may look at. */
export interface World {
  readonly context: TransactionContext;
  readonly today: CalendarDate;
  /** Opens and locks a person; `not_found` outside the actor's area. */
  readonly person: (personId: string, on: CalendarDate) => Promise<Party>;
  readonly household: (householdId: string, on: CalendarDate) => Promise<Household>;
  /** Refuses a village that did not exist on that day or lies outside the city; `field` asked for it. */
  readonly requireVillage: (village: AreaCode | null, on: CalendarDate, field: string) => Promise<void>;
  /** Refuses to take in somebody with no place in the clerk's area; who is in already may be corrected. */
  readonly requireEntering: (villages: readonly (AreaCode | null)[], field: string) => void;
  /** Refuses to bring somebody into another clerk's area before both sides have agreed. */
  readonly requireReceiving: (village: AreaCode) => void;
  /** When the record by which somebody entered is corrected: who that is. Otherwise a new id. */
  readonly newcomerId: () => string;
}

/** Where the answer to a question is kept, so that a record can be shown as the form that made it. */
export type Holds =
  | 'subject'
  | 'date'
  | { readonly attribute: AttributeKey }
  | { readonly place: Population };

/** A kind of event: what it means, what is asked, and what follows from the answers. */
export interface EventDefinition<F extends FormFields = FormFields> {
  readonly key: string;
  /** Its operation, `register/record-death`. */
  readonly operation: `register/${string}-${string}`;
  /** The kind of its main record. */
  readonly kind: EventKind;
  readonly title: Text;
  readonly definition: Text;
  /** The standard or law that the definition and the rules follow. */
  readonly source: Text;
  readonly fields: F;
  /** Answers that stand elsewhere in the record; what is not named here is kept as it was answered. */
  readonly holds: { readonly [K in keyof F]?: Holds };
  readonly plan: (world: World, answers: Answers<F>) => Promise<Plan>;
}

/** A definition whose answers are no longer known to the compiler: they were parsed by its own fields. */
export interface AnyEventDefinition extends Omit<EventDefinition, 'plan' | 'holds'> {
  readonly holds: Readonly<Record<string, Holds | undefined>>;
  readonly plan: (world: World, answers: Readonly<Record<string, unknown>>) => Promise<Plan>;
}

export const defineEvent = <F extends FormFields>(definition: EventDefinition<F>): AnyEventDefinition =>
  definition as unknown as AnyEventDefinition;

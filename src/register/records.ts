import type { CalendarDate } from '../language/index.ts';
import type { AttributeKey, EventKind, Places } from './person.ts';

export interface AttributeChange {
  readonly from: string | null;
  readonly to: string | null;
}
export type Changes = Readonly<Partial<Record<AttributeKey, AttributeChange>>>;

/** What a form said that stands nowhere else: place of death, weeks of pregnancy. */
export type Facts = Readonly<Record<string, unknown>>;

/** One record of the append-only history of a person. */
export interface EventRecord {
  readonly id: string;
  readonly kind: EventKind;
  readonly date: CalendarDate;
  readonly from: Places;
  readonly to: Places;
  readonly changes: Changes;
  readonly facts: Facts;
  /** The declaration by whose form it was recorded; null in what was taken over in bulk. */
  readonly form: string | null;
  /** The earlier record that this one corrects or, as a `withdrawal`, takes back. */
  readonly replaces: string | null;
  readonly act: string | null;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** Two people never register the same thing in one instant; ids of one process grow with time. */
const byRecording = (a: EventRecord, b: EventRecord): number =>
  a.recordedAt.getTime() - b.recordedAt.getTime() || (a.id < b.id ? -1 : 1);

export const inOrderOfRecording = (records: readonly EventRecord[]): readonly EventRecord[] =>
  records.toSorted(byRecording);

/** On one day a life begins before, and ends after, anything else. */
const rank = ({ kind }: EventRecord): number =>
  kind === 'birth' || kind === 'enrolment' ? 0 : kind === 'death' ? 2 : 1;

/** The record that was first in the place of this one: a correction keeps the place of what it corrects. */
function rootOf(record: EventRecord, byId: ReadonlyMap<string, EventRecord>): string {
  const earlier = record.replaces === null ? undefined : byId.get(record.replaces);
  return earlier ? rootOf(earlier, byId) : record.id;
}

export interface Knowledge {
  /** Only what was recorded by then; null: all of it. */
  readonly knownAt?: Date | null;
  /** Records to think away; what they replace stays replaced. */
  readonly without?: ReadonlySet<string>;
}

/**
 * The records that count, in the order of life: those that nothing replaces. A withdrawal replaces without saying
 * anything itself, so that a withdrawn record is gone with all its corrections.
 */
export function standingRecords(
  records: readonly EventRecord[],
  { knownAt = null, without = new Set() }: Knowledge = {},
): readonly EventRecord[] {
  const known = knownAt === null ? records : records.filter((one) => one.recordedAt <= knownAt);
  const replaced = new Set(known.map((one) => one.replaces));
  const standing = known.filter(
    (one) => one.kind !== 'withdrawal' && !replaced.has(one.id) && !without.has(one.id),
  );
  const byId = new Map(records.map((one) => [one.id, one]));
  const place = new Map(standing.map((one) => [one.id, rootOf(one, byId)]));
  const placeOf = (one: EventRecord) => place.get(one.id) ?? one.id;
  return standing.toSorted(
    (a, b) =>
      (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) ||
      rank(a) - rank(b) ||
      (placeOf(a) < placeOf(b) ? -1 : 1),
  );
}

/** Whether a record of the person says that another record goes on in its place: then nothing else of it counts. */
export const isMerged = (standing: readonly EventRecord[]): boolean =>
  standing.some((one) => one.kind === 'merge');

/** What counts in the population: nothing of a second record of the same human. */
export const countedRecords = (standing: readonly EventRecord[]): readonly EventRecord[] =>
  isMerged(standing) ? standing.filter((one) => one.kind === 'merge') : standing;

import type { FormFields } from '../language/index.ts';
import type { AnyEventDefinition } from './events/definition.ts';
import { findDefinition } from './events/index.ts';
import { isArrivalKind, stateAsOf } from './fold.ts';
import type { EventKind } from './person.ts';
import type { PersonFile } from './person-file.ts';
import { type EventRecord, type Facts, standingRecords } from './records.ts';

/** The forms of records that were taken over in bulk and name none. */
const formOfKind: Readonly<Partial<Record<EventKind, string>>> = {
  birth: 'birth',
  death: 'death',
  enrolment: 'enrolment',
  marriage: 'marriage',
};

function formOfRecord({ form, kind, to }: EventRecord): string | undefined {
  if (form !== null) return form;
  if (kind === 'move') return to.resident === null ? 'move-out' : 'move';
  if (kind === 'hukou_transfer') return to.registered === null ? 'hukou-transfer-out' : 'hukou-transfer';
  return formOfKind[kind];
}

const definitionNamed = (key: string | undefined) => (key === undefined ? undefined : findDefinition(key));

/** The declaration that says what a record is; undefined for the further records of an act. */
export const namedBy = (record: EventRecord): AnyEventDefinition | undefined =>
  definitionNamed(formOfRecord(record));

/** Who came into the register by arriving from outside, as bulk data of earlier years has it. */
const isArrival = (record: EventRecord, { records }: PersonFile): boolean =>
  isArrivalKind(record.kind) && standingRecords(records)[0]?.id === record.id;

/**
 * The declaration by whose form a record is made again. Of an arrival it is the one of an entry: the form of a move
 * does not ask who somebody is, and there would be no way to correct a name.
 */
export const definitionOf = (record: EventRecord, file: PersonFile): AnyEventDefinition | undefined =>
  definitionNamed(record.form === null && isArrival(record, file) ? 'enrolment' : formOfRecord(record));

/** Answers that stand nowhere else in the record. */
export function factsOf(definition: AnyEventDefinition, answers: Readonly<Record<string, unknown>>): Facts {
  const kept = Object.entries(answers).filter(([key, value]) => value !== null && !definition.holds[key]);
  return Object.fromEntries(kept);
}

/** Everybody whom the answers name, in one order for all, so that two acts never wait for each other. */
export function personsIn(fields: FormFields, answers: Readonly<Record<string, unknown>>): readonly string[] {
  const ids = Object.entries(fields).flatMap(([key, { kind }]) => {
    const answer = answers[key];
    if (kind === 'person' && typeof answer === 'string') return [answer];
    return kind === 'persons' && Array.isArray(answer) ? answer.map(String) : [];
  });
  return [...new Set(ids)].sort();
}

/** A record as the form that would make it again. */
export function formOf(
  definition: AnyEventDefinition,
  file: PersonFile,
  record: EventRecord,
): Readonly<Record<string, unknown>> {
  const { attributes } = stateAsOf(file.current, file.records, { on: record.date });
  const answer = (key: string): unknown => {
    const holds = definition.holds[key];
    if (holds === undefined) return record.facts[key] ?? null;
    if (holds === 'subject') return file.personId;
    if (holds === 'date') return record.date;
    if ('place' in holds) return record.to[holds.place];
    const change = record.changes[holds.attribute];
    return change ? change.to : attributes[holds.attribute];
  };
  return Object.fromEntries(Object.keys(definition.fields).map((key) => [key, answer(key)]));
}

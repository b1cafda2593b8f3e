import type { FormFields } from '../language/index.ts';
import type { AnyEventDefinition } from './events/definition.ts';
import { findDefinition } from './events/index.ts';
import { stateAsOf } from './fold.ts';
import type { EventKind } from './person.ts';
import type { PersonFile } from './person-file.ts';
import type { EventRecord, Facts } from './records.ts';

/** The forms of records that were taken over in bulk and name none. */
const formOfKind: Readonly<Partial<Record<EventKind, string>>> = {
  birth: 'birth',
  death: 'death',
  enrolment: 'enrolment',
  marriage: 'marriage',
};

function formKeyOf({ form, kind, to }: EventRecord): string | undefined {
  if (form !== null) return form;
  if (kind === 'move') return to.resident === null ? 'move-out' : 'move';
  if (kind === 'hukou_transfer') return to.registered === null ? 'hukou-transfer-out' : 'hukou-transfer';
  return formOfKind[kind];
}

/** The declaration by whose form a record was made; undefined for the further records of an act. */
export function definitionOf(record: EventRecord): AnyEventDefinition | undefined {
  const key = formKeyOf(record);
  return key === undefined ? undefined : findDefinition(key);
}

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

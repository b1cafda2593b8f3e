import { z } from 'zod';
import type { Sealed } from '../platform/index.ts';
import { definitionOf, namedBy } from './event-form.ts';
import { type AsOf, type PersonState, stateAsOf } from './fold.ts';
import { mask } from './mask.ts';
import type { PersonFile } from './person-file.ts';
import { countedRecords, type EventRecord, inOrderOfRecording } from './records.ts';
import { type SealedKey, sealedKeys, type Vault } from './vault.ts';

const id = z.uuid().nullable();
const village = z.string().nullable();
const change = z.object({ from: z.string().nullable(), to: z.string().nullable() });
const textPair = z.object({ zh: z.string(), en: z.string() });

const shownRecord = z.object({
  eventId: z.uuid(),
  kind: z.string(),
  /** What the form calls it; null for the further records of an act. */
  title: textPair.nullable(),
  /** The form by which it is corrected. */
  form: z.string().nullable(),
  date: z.string(),
  registeredFrom: village,
  registeredTo: village,
  residentFrom: village,
  residentTo: village,
  /** What is sealed is masked. */
  changes: z.record(z.string(), change),
  facts: z.record(z.string(), z.unknown()),
  actId: id,
  /** The record that this one corrects or takes back. */
  replaces: id,
  recordedAt: z.iso.datetime(),
  recordedBy: z.string(),
});

export const shownPerson = z.object({
  personId: z.uuid(),
  version: z.number(),
  /** The day of which this tells, and until when what is told was recorded; null: today, and all. */
  asOf: z.string().nullable(),
  knownAt: z.iso.datetime().nullable(),
  name: z.string(),
  sex: z.enum(['male', 'female']),
  birthDate: z.string(),
  deathDate: z.string().nullable(),
  /** Masked: the first six digits and the last character. */
  idNumber: z.string().nullable(),
  documentKind: z.string().nullable(),
  documentNumber: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  hukouKind: z.string().nullable(),
  householdId: id,
  relationToHead: z.string().nullable(),
  motherId: id,
  fatherId: id,
  spouseId: id,
  guardianId: id,
  mergedInto: id,
  registeredVillage: village,
  residentVillage: village,
  /** What counts, in the order of life. */
  events: z.array(shownRecord),
  /** What was corrected or withdrawn, and by what, in the order of recording. */
  replaced: z.array(shownRecord),
});
export type ShownPerson = z.input<typeof shownPerson>;

const isSealed = (key: string): key is SealedKey => sealedKeys.some((one) => one === key);

/** Shows what is sealed of one person: masked, always. */
export const maskOf =
  (vault: Vault, personId: string) =>
  (key: SealedKey, sealed: string | null): string | null =>
    sealed && mask(key, vault.open(personId, key, sealed as Sealed));
type Mask = ReturnType<typeof maskOf>;

function showRecord(
  record: EventRecord,
  { file, masked }: { readonly file: PersonFile; readonly masked: Mask },
): z.input<typeof shownRecord> {
  const changes = Object.entries(record.changes).map(([key, { from, to }]) => [
    key,
    isSealed(key) ? { from: masked(key, from), to: masked(key, to) } : { from, to },
  ]);
  return {
    eventId: record.id,
    kind: record.kind,
    title: namedBy(record)?.title ?? null,
    form: definitionOf(record, file)?.key ?? null,
    date: record.date,
    registeredFrom: record.from.registered,
    registeredTo: record.to.registered,
    residentFrom: record.from.resident,
    residentTo: record.to.resident,
    changes: Object.fromEntries(changes) as Record<string, z.input<typeof change>>,
    facts: { ...record.facts },
    actId: record.act,
    replaces: record.replaces,
    recordedAt: record.recordedAt.toISOString(),
    recordedBy: record.recordedBy,
  };
}

/** Whether anything was known of the person at that moment and had happened by that day. */
export const isKnown = ({ standing }: PersonState): boolean => standing.length > 0;

/** A person's file as of a day and as known at a moment. */
export function showPerson(file: PersonFile, asOf: AsOf, vault: Vault): ShownPerson {
  const masked = maskOf(vault, file.personId);
  const show = (record: EventRecord) => showRecord(record, { file, masked });
  const { attributes, life, standing } = stateAsOf(file.current, file.records, asOf);
  const counted = new Set(countedRecords(standing).map((one) => one.id));
  const knownAt = asOf.knownAt ?? null;
  const known = inOrderOfRecording(file.records).filter(
    (one) => (knownAt === null || one.recordedAt <= knownAt) && !counted.has(one.id),
  );
  const on = asOf.on ?? null;
  return {
    personId: file.personId,
    version: file.version,
    asOf: on,
    knownAt: knownAt?.toISOString() ?? null,
    name: attributes.name,
    sex: attributes.sex,
    birthDate: attributes.birthDate,
    deathDate: life.deathDate,
    idNumber: masked('idNumber', attributes.idNumber),
    documentKind: attributes.documentKind,
    documentNumber: masked('documentNumber', attributes.documentNumber),
    phone: masked('phone', attributes.phone),
    address: masked('address', attributes.address),
    hukouKind: attributes.hukouKind,
    householdId: attributes.household,
    relationToHead: attributes.relation,
    motherId: attributes.mother,
    fatherId: attributes.father,
    spouseId: attributes.spouse,
    guardianId: attributes.guardian,
    mergedInto: attributes.mergedInto,
    registeredVillage: life.places.registered,
    residentVillage: life.places.resident,
    events: countedRecords(standing).map(show),
    replaced: known.filter((one) => on === null || one.date <= on).map(show),
  };
}

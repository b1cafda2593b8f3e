import type { AreaCode } from '../../language/index.ts';
import { DomainError, type TransactionContext } from '../../platform/index.ts';
import { openDesk } from '../desk.ts';
import { type Findable } from '../directories.ts';
import { factsOf } from '../event-form.ts';
import type { World } from '../events/definition.ts';
import { enrolment } from '../events/entries.ts';
import { requirePastDays } from '../past-days.ts';
import type { RelationToHead } from '../person.ts';
import type { PersonFile } from '../person-file.ts';
import { isOwnVillage, noVillage, requireOwnArea } from '../places-of-actor.ts';
import { takeDown } from '../write-act.ts';
import { refusedAs, type Wrong } from './problem.ts';
import { readRow } from './read-row.ts';
import type { SheetRow } from './sheet.ts';
import type { Intake } from './take-in.ts';

/** A person as the register will hold them, not yet stored. */
export interface Newcomer {
  readonly row: SheetRow;
  readonly file: PersonFile;
  readonly findable: NonNullable<Findable>;
}

export interface Membership {
  readonly household: string;
  readonly relation: RelationToHead;
}

/** What a row of the persons' file says beside the form of the event. */
export interface Belonging {
  readonly village: AreaCode | null;
  readonly householdNumber: string | null;
  readonly relation: RelationToHead | null;
}

type Answers = Readonly<Record<string, unknown>>;
export type ReadPerson =
  | { readonly answers: Answers; readonly belonging: Belonging; readonly wrong: null }
  | { readonly answers: null; readonly belonging: null; readonly wrong: readonly Wrong[] };

/** Reads a row of the persons' file: the answers of the form, and the household beside them. */
export function readPersonRow(row: SheetRow): ReadPerson {
  const { answers, wrong } = readRow(row.form, row.cells, row.labels);
  if (wrong) return { answers: null, belonging: null, wrong };
  const { householdNumber, relation, ...form } = answers;
  const village = form['registeredVillage'] ?? form['residentVillage'] ?? null;
  // Each was read by its own field.
  return { answers: form, belonging: { village, householdNumber, relation } as Belonging, wrong: null };
}

/** The world of people who come in by themselves: their form names nobody, and villages are known beforehand. */
const worldOfNewcomers = (context: TransactionContext, { tree, today }: Intake): World => ({
  context,
  today,
  person: () => Promise.reject(new Error('nobody is named in this form')),
  household: () => Promise.reject(new Error('no household is named in this form')),
  requireVillage: async (village, on, field) => {
    if (village !== null && !isOwnVillage(context, tree.find(village, on), village))
      throw noVillage(village, on, field);
  },
  requireEntering: (villages, field) => requireOwnArea(context, villages, field),
  requireReceiving: () => {
    throw new Error('nobody moves in this form');
  },
  newcomerId: context.newId,
});

/** The person whom the answers bring in, by the rules of the event itself; what is wrong, when they refuse it. */
export async function prepareNewcomer(
  context: TransactionContext,
  intake: Intake,
  { row, answers, member }: { row: SheetRow; answers: Answers; member: Membership | null },
): Promise<Newcomer | Wrong> {
  const { today, dependencies } = intake;
  const { vault, alsoFollow } = dependencies;
  const desk = openDesk({ context, today, vault, alsoFollow, correcting: null });
  try {
    requirePastDays(enrolment.fields, answers, today);
    const plan = await enrolment.plan(worldOfNewcomers(context, intake), answers);
    const [event] = plan.events;
    if (!event.newcomer) throw new Error('an enrolment brings somebody in');
    const newcomer = { ...event.newcomer, ...member };
    const facts = { ...factsOf(enrolment, answers), import: intake.importId };
    const said = { form: enrolment.key, facts };
    await takeDown(desk, { events: [{ ...event, newcomer }] }, said);
    const file = desk.files.get(event.personId)?.after;
    if (!file) throw new Error('a newcomer has a file');
    return { row, file: { ...file, version: 1 }, findable: newcomer };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { field } = error.details;
    return refusedAs(error, field === undefined ? null : (row.labels[field] ?? field));
  }
}

export const isNewcomer = (prepared: Newcomer | Wrong): prepared is Newcomer => 'file' in prepared;

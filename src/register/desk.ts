import { divisionOn } from '../areas/index.ts';
import { type AreaCode, areaContains, type CalendarDate, text } from '../language/index.ts';
import { DomainError, failure, type TransactionContext } from '../platform/index.ts';
import type { FollowPerson } from './dependencies.ts';
import type { Party, World } from './events/definition.ts';
import { everInHousehold, openHousehold } from './households.ts';
import { openFile, type PersonFile, stateOf } from './person-file.ts';
import { isOwnVillage, noVillage, requireOwnArea } from './places-of-actor.ts';
import type { EventRecord } from './records.ts';
import type { Vault } from './vault.ts';

/** The files that an act has opened, as they were and as they become. */
export interface OpenedFile {
  readonly before: PersonFile | null;
  readonly after: PersonFile;
}

export interface Desk {
  readonly context: TransactionContext;
  readonly today: CalendarDate;
  readonly vault: Vault;
  readonly alsoFollow: readonly FollowPerson[];
  readonly files: Map<string, OpenedFile>;
  /** What is being corrected; null when something new is recorded. */
  readonly correcting: Correcting | null;
  /** Whether both sides of a transfer have agreed. */
  readonly agreed?: boolean;
}

export interface Correcting {
  /** All records of the act that is being corrected. */
  readonly records: readonly OwnedRecord[];
  /** Who entered the register by it. */
  readonly newcomerId: string | null;
}

/** A record with the person it is about. */
export interface OwnedRecord {
  readonly personId: string;
  readonly record: EventRecord;
}

export const openDesk = (rest: Omit<Desk, 'files'>): Desk => ({ ...rest, files: new Map() });

/** The file of a person, opened and locked once. */
export async function takeFile(desk: Desk, personId: string): Promise<PersonFile> {
  const known = desk.files.get(personId);
  if (known) return known.after;
  const file = await openFile(desk.context, personId);
  desk.files.set(personId, { before: file, after: file });
  return file;
}

/** What the rules should not see: the records that are being corrected. */
export const thoughtAway = ({ correcting }: Desk): ReadonlySet<string> =>
  new Set(correcting?.records.map((one) => one.record.id));

/** A person on the day of the event, with the record that is being corrected thought away. */
async function partyOn(desk: Desk, personId: string, on: CalendarDate): Promise<Party> {
  const file = await takeFile(desk, personId);
  const state = stateOf(file, { on, without: thoughtAway(desk) });
  if (state.attributes.mergedInto !== null) throw mergedAway(state.attributes.mergedInto);
  return { personId, ...state };
}

const mergedAway = (into: string) =>
  failure(
    'conflict',
    text('这份记录已并入同一人的另一份记录。', 'This record was merged into another one of the same person.'),
    text(`请在 ${into} 上办理。`, `Go on with ${into}.`),
  );

async function householdOn(desk: Desk, householdId: string, on: CalendarDate) {
  const row = await openHousehold(desk.context, householdId);
  const members: Party[] = [];
  for (const personId of await everInHousehold(desk.context, householdId)) {
    const state = stateOf(await takeFile(desk, personId), { on, without: thoughtAway(desk) });
    const gone = state.life.deathDate !== null || state.attributes.mergedInto !== null;
    if (state.attributes.household === householdId && !gone) members.push({ personId, ...state });
  }
  return { householdId, headId: row.head_id, village: row.village_scope, members };
}

async function requireVillage(
  context: TransactionContext,
  {
    village,
    on,
    field,
  }: { readonly village: AreaCode | null; readonly on: CalendarDate; readonly field: string },
): Promise<void> {
  if (village === null) return;
  const division = await divisionOn(context.tx, village, on);
  if (!isOwnVillage(context, division, village)) throw noVillage(village, on, field);
}

const othersArea = () =>
  new DomainError({
    code: 'other_side_must_agree',
    field: 'to',
    message: text(
      '目的地不在您的管辖范围内，须由当地登记人员确认。',
      'That place is outside your area: the registrar there has to agree.',
    ),
    remedy: text('请提交迁移申请。', 'Ask for a transfer.'),
  });

/** What the rules of an event may look at. */
export const worldOf = (desk: Desk): World => ({
  context: desk.context,
  today: desk.today,
  person: (personId, on) => partyOn(desk, personId, on),
  household: (householdId, on) => householdOn(desk, householdId, on),
  requireVillage: (village, on, field) => requireVillage(desk.context, { village, on, field }),
  requireEntering: (villages, field) => {
    if (desk.correcting === null) requireOwnArea(desk.context, villages, field);
  },
  requireReceiving: (village) => {
    const isOwn = areaContains(desk.context.actor.area, village);
    if (!isOwn && desk.agreed !== true && desk.correcting === null) throw othersArea();
  },
  newcomerId: () => desk.correcting?.newcomerId ?? desk.context.newId(),
});

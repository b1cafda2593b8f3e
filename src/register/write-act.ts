import { ancestorCode, type CalendarDate, text } from '../language/index.ts';
import { actorScope, failure, rescope } from '../platform/index.ts';
import { type Desk, takeFile, thoughtAway } from './desk.ts';
import { type Findable, moveInDirectories } from './directories.ts';
import type { NewHousehold, Plan, PlannedEvent } from './events/definition.ts';
import { type Contradicted, type Contradiction, isArrivalKind, isCounted, readLife, unborn } from './fold.ts';
import { formHousehold, settleHousehold } from './households.ts';
import { inFuture } from './past-days.ts';
import { type Attributes, attributeKeys, type ClearAttributes, type EventKind } from './person.ts';
import { type PersonFile, stateOf } from './person-file.ts';
import type { Scopes } from './person-rows.ts';
import { type Changes, type EventRecord, type Facts, standingRecords } from './records.ts';
import { openAttributes, sealAttributes } from './seal-attributes.ts';
import { storePerson } from './store-person.ts';
import type { Vault } from './vault.ts';

const sentences: Readonly<Record<Contradiction, ReturnType<typeof text>>> = {
  'dead already': text('此人在该日期之前已登记死亡。', 'This person is recorded as dead by that day.'),
  'not yet in the register': text(
    '此人在该日期还不在册。',
    'This person was not yet in the register on that day.',
  ),
  'in the register already': text(
    '此人在该日期之前已在册。',
    'This person was in the register before that day.',
  ),
  'nothing changes': text('填写的地点与现有登记相同。', 'The place is the one already recorded.'),
};

const impossible = ({ why, record }: Contradicted, added: ReadonlySet<string>) =>
  failure(
    'conflict',
    sentences[why],
    added.has(record.id)
      ? text('请核对日期和地点后重新提交。', 'Check date and place, and send it again.')
      : text(
          `与 ${record.date} 的后续登记矛盾，请先更正那一项。`,
          `The record of ${record.date} contradicts it: correct that one first.`,
        ),
  );

/** Only what differs; a change back to what was is none. */
function changesOf(before: Attributes, changes: Partial<Attributes>): Changes {
  const keys = attributeKeys.filter((key) => key in changes && changes[key] !== before[key]);
  return Object.fromEntries(keys.map((key) => [key, { from: before[key], to: changes[key] ?? null }]));
}

/** What the records of one act have in common. */
export interface Writing {
  readonly act: string;
  readonly now: Date;
  readonly form: string | null;
}

/** Appends the planned record to the opened file; the place before it is what the file says of that day. */
async function appendEvent(
  desk: Desk,
  writing: Writing,
  planned: PlannedEvent & { readonly facts: Facts },
): Promise<void> {
  const { personId, newcomer } = planned;
  const isNew = newcomer !== undefined && desk.correcting?.newcomerId !== personId;
  if (isNew && !desk.files.has(personId))
    desk.files.set(personId, {
      before: null,
      after: { personId, version: 0, current: sealNewcomer(desk, personId, newcomer), records: [] },
    });
  const file = await takeFile(desk, personId);
  const isFirst = isNew && file.records.length === 0;
  const state = isFirst
    ? { attributes: file.current, life: unborn }
    : stateOf(file, { on: planned.date, without: thoughtAway(desk) });
  const from = state.life.places;
  const given = { ...(newcomer && !isNew ? newcomer : {}), ...planned.changes };
  const changes = sealAttributes({ vault: desk.vault, personId }, given, state.attributes);
  const kind = kindOf(desk, planned);
  const record: EventRecord = {
    id: desk.context.newId(),
    kind,
    date: planned.date,
    from,
    to: { ...from, ...planned.to },
    changes: isNew ? {} : changesOf(state.attributes, changes),
    facts: planned.facts,
    form: writing.form,
    replaces: correctedBy(desk, personId, kind)?.id ?? null,
    act: writing.act,
    recordedAt: writing.now,
    recordedBy: desk.context.actor.name,
  };
  append(desk, personId, [record]);
}

/** Who arrived from outside by a move has still done so when the form of an entry corrects who they are. */
function kindOf({ correcting }: Desk, { personId, kind, newcomer }: PlannedEvent): EventKind {
  const arrival = correcting?.records.find(
    (one) => one.personId === personId && isArrivalKind(one.record.kind),
  );
  return newcomer && arrival ? arrival.record.kind : kind;
}

const sealNewcomer = (desk: Desk, personId: string, newcomer: ClearAttributes): Attributes => ({
  ...newcomer,
  ...(sealAttributes({ vault: desk.vault, personId }, newcomer, null) as Attributes),
});

/** The record of the corrected act in whose place one of this person and kind comes. */
function correctedBy(
  { correcting, files }: Desk,
  personId: string,
  kind: EventKind,
): EventRecord | undefined {
  const taken = new Set(files.get(personId)?.after.records.map((one) => one.replaces));
  return correcting?.records.find(
    (one) => one.personId === personId && one.record.kind === kind && !taken.has(one.record.id),
  )?.record;
}

/** The record that takes another one back. */
export const withdrawalOf = (
  { context }: Desk,
  { act, now }: Writing,
  { record, facts }: { readonly record: EventRecord; readonly facts: Facts },
): EventRecord => ({
  ...record,
  id: context.newId(),
  kind: 'withdrawal',
  changes: {},
  facts,
  form: null,
  replaces: record.id,
  act,
  recordedAt: now,
  recordedBy: context.actor.name,
});

/** What the corrected act said of people whom the correction no longer names. */
async function withdrawLeftOver(desk: Desk, writing: Writing): Promise<void> {
  for (const { personId, record } of desk.correcting?.records ?? []) {
    const file = await takeFile(desk, personId);
    if (file.records.some((one) => one.replaces === record.id && one.act === writing.act)) continue;
    append(desk, personId, [withdrawalOf(desk, writing, { record, facts: {} })]);
  }
}

export function append(desk: Desk, personId: string, records: readonly EventRecord[]): void {
  const opened = desk.files.get(personId);
  if (!opened) throw new Error('a file is opened before it is written');
  const { after } = opened;
  desk.files.set(personId, { ...opened, after: { ...after, records: [...after.records, ...records] } });
}

/**
 * Later records that tell another place before them than it now was are replaced by what they should say. They stay
 * part of the act in which they were recorded.
 */
export function rechain(desk: Desk, writing: Writing, personId: string): void {
  const opened = desk.files.get(personId);
  if (!opened) return;
  const { stale, contradicted } = readLife(standingRecords(opened.after.records));
  if (contradicted) {
    const known = new Set(opened.before?.records.map((one) => one.id));
    throw impossible(
      contradicted,
      new Set(opened.after.records.filter((one) => !known.has(one.id)).map((one) => one.id)),
    );
  }
  append(
    desk,
    personId,
    stale.map(({ record, from, to }) => ({
      ...record,
      id: desk.context.newId(),
      from,
      to,
      replaces: record.id,
      recordedAt: writing.now,
      recordedBy: desk.context.actor.name,
    })),
  );
}

/** The households whose members or whose head the records changed. */
function householdsOf(file: PersonFile, records: readonly EventRecord[]): readonly string[] {
  const own = records.some((one) => one.changes.relation) ? [stateOf(file).attributes.household] : [];
  const named = records.flatMap(({ changes }) => [changes.household?.from, changes.household?.to]);
  return [...own, ...named].filter((one) => one !== null && one !== undefined);
}

/** What of a file stands in the directories: nothing when nothing of it counts. */
export function findable(vault: Vault, file: PersonFile | null): Findable {
  const state = file && stateOf(file);
  if (!state || !isCounted(state)) return null;
  const { documentKind } = state.attributes;
  return { documentKind, ...openAttributes({ vault, personId: file.personId }, state.attributes) };
}

/**
 * Stores every file that was written to. A move out of the actor's area goes on in the scope of the city: the actor
 * was allowed to start it by seeing the person.
 */
export async function storeFiles(
  desk: Desk,
  households: readonly NewHousehold[],
  on: CalendarDate,
): Promise<void> {
  const { context, today } = desk;
  const city = ancestorCode(context.actor.area, 'city');
  await rescope(context.tx, { ...actorScope(context.actor), area: city });
  for (const household of households) await formHousehold(context, household, today);
  const touched = new Set(households.map((one) => one.householdId));
  const written = [...desk.files].filter(([, { before, after }]) => before !== after);
  await moveInDirectories(
    context,
    written.map(([personId, { before, after }]) => ({
      personId,
      before: findable(desk.vault, before),
      after: findable(desk.vault, after),
      vault: desk.vault,
    })),
  );
  const moved: { readonly personId: string; readonly scopes: Scopes }[] = [];
  for (const [personId, { before, after }] of written) {
    const known = new Set(before?.records.map((one) => one.id));
    const added = after.records.filter((one) => !known.has(one.id));
    const file = { ...after, version: (before?.version ?? 0) + 1 };
    const scopes = await storePerson(context, { before, after: file, today });
    if (scopes) moved.push({ personId, scopes });
    const replaced = new Set(added.map((one) => one.replaces));
    const undone = after.records.filter((one) => replaced.has(one.id));
    for (const household of householdsOf(file, [...added, ...undone])) touched.add(household);
  }
  for (const household of touched) await settleHousehold(context, household, on);
  for (const one of moved) for (const follow of desk.alsoFollow) await follow(context, one);
  await rescope(context.tx, actorScope(context.actor));
}

export interface Written {
  readonly actId: string;
  readonly personId: string;
  readonly eventId: string;
}

/** Puts what was planned into the opened files, and refuses what contradicts them; nothing is stored yet. */
export async function takeDown(
  desk: Desk,
  plan: Plan,
  { form, facts }: { readonly form: string; readonly facts: Facts },
): Promise<Written> {
  const [main] = plan.events;
  if (plan.events.some((one) => one.date > desk.today)) throw inFuture();
  const writing = { act: desk.context.newId(), now: desk.context.now() };
  for (const event of plan.events)
    await appendEvent(
      desk,
      { ...writing, form: event === main ? form : null },
      { ...event, facts: { ...(event === main ? facts : {}), ...event.facts } },
    );
  const eventId = desk.files.get(main.personId)?.after.records.findLast((one) => one.act === writing.act)?.id;
  await withdrawLeftOver(desk, { ...writing, form: null });
  for (const personId of desk.files.keys()) rechain(desk, { ...writing, form: null }, personId);
  return { actId: writing.act, personId: main.personId, eventId: eventId ?? '' };
}

/** Writes what was planned: all of it or, refused, nothing. */
export async function writeAct(
  desk: Desk,
  plan: Plan,
  said: { readonly form: string; readonly facts: Facts },
): Promise<Written> {
  const written = await takeDown(desk, plan, said);
  await storeFiles(desk, plan.households ?? [], plan.events[0].date);
  return written;
}

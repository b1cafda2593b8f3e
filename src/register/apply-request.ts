import { ancestorCode, text } from '../language/index.ts';
import { actorScope, failure, rescope, type TransactionContext } from '../platform/index.ts';
import type { RegisterDependencies } from './dependencies.ts';
import { openDesk } from './desk.ts';
import { type Erasable, eraseContact } from './erase-contact.ts';
import type { AnyEventDefinition } from './events/definition.ts';
import { enrolment } from './events/entries.ts';
import { findDefinition, needsSecondPerson } from './events/index.ts';
import { unmaskForm } from './masked-form.ts';
import { openFile, type PersonFile } from './person-file.ts';
import { parseForm, recordEvent } from './record-event.ts';
import { openRecordedForm } from './recorded-form.ts';
import type { EventRecord } from './records.ts';
import { recordsOfAct, requireStanding, withdrawRecords } from './withdraw.ts';

type Form = Readonly<Record<string, unknown>>;

/** What somebody asks for that a second person decides. */
export type Asked =
  | { readonly kind: 'record'; readonly formKey: string; readonly form: Form }
  | { readonly kind: 'transfer'; readonly formKey: string; readonly form: Form }
  | { readonly kind: 'correct'; readonly personId: string; readonly eventId: string; readonly form: Form }
  | { readonly kind: 'erase'; readonly personId: string; readonly field: Erasable }
  | { readonly kind: 'withdraw'; readonly personId: string; readonly eventId: string };

const unknownForm = (key: string) =>
  failure(
    'invalid_input',
    text(`没有需要审核的表单 ${key}。`, `There is no form ${key} that needs a second person.`),
    text('请查看表单列表。', 'See the list of forms.'),
  );

/** The form that needs a second person, by its key. */
export function requireRequestable(key: string): AnyEventDefinition {
  const definition = needsSecondPerson.has(key) ? findDefinition(key) : undefined;
  if (!definition) throw unknownForm(key);
  return definition;
}

const transferForms: ReadonlySet<string> = new Set(['move', 'hukou-transfer']);

/** The form of a transfer between areas, by its key. */
export function requireTransfer(key: string): AnyEventDefinition {
  const definition = transferForms.has(key) ? findDefinition(key) : undefined;
  if (!definition) throw unknownForm(key);
  return definition;
}

/** The record by which somebody came in: it is corrected by a form that says who they are. */
const isEntry = ({ kind }: EventRecord, { key }: AnyEventDefinition) =>
  kind === 'birth' || kind === 'enrolment' || key === enrolment.key;

async function correct(
  context: TransactionContext,
  dependencies: RegisterDependencies,
  { file, record, form }: { readonly file: PersonFile; readonly record: EventRecord; readonly form: Form },
): Promise<void> {
  const recorded = await openRecordedForm(context, file, record);
  const { definition, records } = recorded;
  const entry = records.find((one) => isEntry(one.record, definition));
  await recordEvent(context, {
    definition,
    answers: parseForm(definition, unmaskForm(recorded, dependencies.vault, form)),
    dependencies,
    correcting: { records, newcomerId: entry?.personId ?? null },
  });
}

/** Carries out what was asked, with all the rules of the event it concerns. */
export async function applyRequest(
  context: TransactionContext,
  dependencies: RegisterDependencies,
  asked: Asked,
): Promise<void> {
  if (asked.kind === 'record') {
    const definition = requireRequestable(asked.formKey);
    await recordEvent(context, { definition, answers: parseForm(definition, asked.form), dependencies });
    return;
  }
  if (asked.kind === 'transfer') {
    const definition = requireTransfer(asked.formKey);
    const answers = parseForm(definition, asked.form);
    // One side does not see the person, the other not the place: what both agreed to is recorded for the city.
    await rescope(context.tx, {
      ...actorScope(context.actor),
      area: ancestorCode(context.actor.area, 'city'),
    });
    await recordEvent(context, { definition, answers, dependencies, agreed: true });
    return;
  }
  if (asked.kind === 'erase') return eraseContact(context, dependencies, asked);
  const file = await openFile(context, asked.personId);
  const record = requireStanding(file, asked.eventId);
  if (asked.kind === 'correct') {
    await correct(context, dependencies, { file, record, form: asked.form });
    return;
  }
  const desk = openDesk({
    context,
    today: dependencies.today(),
    vault: dependencies.vault,
    alsoFollow: dependencies.alsoFollow,
    correcting: null,
  });
  await withdrawRecords(desk, await recordsOfAct(context, file, record), {});
}

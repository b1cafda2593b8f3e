import { sql } from 'kysely';
import { text } from '../language/index.ts';
import { failure, type TransactionContext } from '../platform/index.ts';
import type { RegisterDependencies } from './dependencies.ts';
import { openDesk } from './desk.ts';
import { contactChange } from './events/contact.ts';
import { openFile, stateOf } from './person-file.ts';
import { writeAct } from './write-act.ts';

/** What is kept because the person gave it, not because a law asks for it. */
export const erasable = ['phone', 'address'] as const;
export type Erasable = (typeof erasable)[number];

export const erasureTitle = text('删除联系方式', 'Erasure of contact details');
export const erasableLabels = {
  phone: contactChange.fields['phone']?.label ?? text('电话', 'phone'),
  address: contactChange.fields['address']?.label ?? text('详细住址', 'full address'),
} as const;

const nothingKept = () =>
  failure(
    'conflict',
    text('登记簿中没有此项联系方式。', 'The register holds no such detail.'),
    text('无需删除。', 'Nothing has to be erased.'),
  );

/**
 * Erases a phone or an address: from what is known today, from the directories, and from every record and request
 * that ever told it. That it was erased, when and by whom, stays.
 */
export async function eraseContact(
  context: TransactionContext,
  dependencies: RegisterDependencies,
  { personId, field }: { readonly personId: string; readonly field: Erasable },
): Promise<void> {
  const { vault } = dependencies;
  const file = await openFile(context, personId);
  const everKept = file.records.some(({ changes }) => changes[field]?.to ?? changes[field]?.from);
  const kept = stateOf(file).attributes[field];
  if (kept === null && !everKept) throw nothingKept();
  if (kept !== null) {
    const today = dependencies.today();
    const { alsoFollow } = dependencies;
    const desk = openDesk({ context, today, vault, alsoFollow, correcting: null });
    const event = { personId, kind: 'contact_change', date: today, changes: { [field]: null } } as const;
    await writeAct(desk, { events: [event] }, { form: contactChange.key, facts: { erased: field } });
  }
  await sql`SELECT register_erase(${personId}, ${field})`.execute(context.tx);
}

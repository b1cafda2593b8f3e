import { type CalendarDate, text } from '../language/index.ts';
import { DomainError, type TransactionContext } from '../platform/index.ts';
import { birthdayAt } from './events/rules.ts';
import { type PersonFile, stateOf } from './person-file.ts';

/** Younger than this, everything about a person is sensitive (Personal Information Protection Law, arts. 28 and 31). */
const CHILD_BELOW = 14;
const JUST_RECORDED_MS = 24 * 60 * 60 * 1000;

export const isChild = (birthDate: CalendarDate, today: CalendarDate): boolean =>
  today < birthdayAt(birthDate, CHILD_BELOW);

const reasonNeeded = () =>
  new DomainError({
    code: 'reason_needed',
    field: 'reason',
    message: text('这是未满 14 周岁儿童的档案。', 'This is the file of a child under 14.'),
    remedy: text('请写明查看的理由，理由记入日志。', 'Say what it is needed for; the reason is logged.'),
  });

/** The file of a child is opened for a stated reason, or by whoever recorded something in it within a day. */
export function requireReason(
  { actor, now }: TransactionContext,
  file: PersonFile,
  { reason, today }: { readonly reason: string | undefined; readonly today: CalendarDate },
): void {
  const { attributes, life } = stateOf(file);
  if (reason !== undefined || life.deathDate !== null || !isChild(attributes.birthDate, today)) return;
  const since = now().getTime() - JUST_RECORDED_MS;
  const own = file.records.some((one) => one.recordedBy === actor.name && one.recordedAt.getTime() > since);
  if (!own) throw reasonNeeded();
}

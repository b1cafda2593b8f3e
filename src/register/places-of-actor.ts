import { type AreaCode, ancestorCode, areaContains, type CalendarDate, text } from '../language/index.ts';
import { DomainError, type TransactionContext } from '../platform/index.ts';

/** Whether a division is a village of the actor's city. */
export const isOwnVillage = (
  { actor }: TransactionContext,
  division: { readonly level: string } | null,
  code: AreaCode,
): boolean => division?.level === 'village' && areaContains(ancestorCode(actor.area, 'city'), code);

export const noVillage = (village: AreaCode, on: CalendarDate, field: string) =>
  new DomainError({
    code: 'invalid_input',
    field,
    message: text(`${on} 没有村（社区）${village}。`, `There was no village ${village} on ${on}.`),
    remedy: text(
      '请填写当日有效的 12 位村（社区）代码。',
      'Give the 12-digit code of a village that existed on that day.',
    ),
  });

/** A registrar takes in people of the own area: registered there, living there, or both. */
export function requireOwnArea(
  { actor }: TransactionContext,
  villages: readonly (AreaCode | null)[],
  field: string,
): void {
  if (villages.some((village) => village !== null && areaContains(actor.area, village))) return;
  throw new DomainError({
    code: 'forbidden',
    field,
    message: text(
      '此人的户籍地和常住地都不在您的管辖范围内。',
      'Neither place of this person lies in your area.',
    ),
    remedy: text('请由当地登记人员办理。', 'Ask the registrar of that place.'),
  });
}

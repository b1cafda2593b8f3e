import { readTypedDate } from '../../language/index.ts';
import type { Wording } from '../messages.ts';
import type { Asked } from './ask.tsx';

export type Values = Readonly<Record<string, string>>;

/** What is wrong with an answer before anybody is asked; what needs the records is said by the server. */
function faultOf({ kind, optional = false, shortest = 1 }: Asked, typed: string, { say }: Wording) {
  if (typed === '') return optional ? null : say('fillIn');
  if (kind === 'date' && !readTypedDate(typed)) return say('noSuchDay');
  if (kind === 'whole' && !/^\d{1,9}$/.test(typed)) return say('noWholeNumber');
  return typed.length < shortest ? say('fillLonger', { n: shortest }) : null;
}

/** What is wrong, by question, in the order of the form. */
export function faultsOf(asked: readonly Asked[], values: Values, wording: Wording): Values {
  const all = asked.map((one) => [one.key, faultOf(one, (values[one.key] ?? '').trim(), wording)] as const);
  return Object.fromEntries(all.filter((one): one is readonly [string, string] => one[1] !== null));
}

/** What was typed, trimmed; what is empty is left out. */
export const givenOf = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values)
      .map(([key, value]) => [key, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );

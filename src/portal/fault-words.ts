import type { DraftState } from '../casework/index.ts';
import type { DescribedField } from '../language/index.ts';
import type { MessageKey } from './messages.ts';
import { told, type View } from './page.ts';

type Fault = DraftState['faults'][number];

const isChosen = ({ kind }: DescribedField) => ['choice', 'township', 'village', 'unit'].includes(kind);

/** What is wrong with an identity number: how many, which signs, or the one that follows from the others. */
function idFault(view: View, typed: string): string {
  const bare = typed.normalize('NFKC').replace(/[\s-]/g, '');
  if (!/^\d*[\dXx]$/.test(bare)) return view.say('badIdSigns');
  if (bare.length !== 18) return view.say('badIdLength', { n: bare.length });
  return view.say('badIdCheck');
}

const numberFault = (view: View, typed: string): string =>
  /^-?\d+$/.test(typed.normalize('NFKC').trim())
    ? view.say('badNumberRange', { typed })
    : view.say('badNumber');

const kindKeys: Readonly<Partial<Record<string, MessageKey>>> = {
  date: 'badDate',
  phone: 'badPhone',
  choice: 'badChoice',
  township: 'badArea',
  village: 'badArea',
  unit: 'badArea',
};

/** What is wrong with an answer and how to mend it, for whoever typed it on this page. */
export function faultWords(view: View, field: DescribedField, typed: string): string {
  const label = told(view, field.label);
  if (typed.trim() === '') return view.say(isChosen(field) ? 'missingChoice' : 'missingTyped', { label });
  if (field.kind === 'identityNumber') return idFault(view, typed);
  if (field.kind === 'number') return numberFault(view, typed);
  return view.say(kindKeys[field.kind] ?? 'badText', { label, typed: typed.trim() });
}

/** Required fields of a form that were left empty. */
export const emptyFields = (
  fields: readonly DescribedField[],
  typed: Readonly<Record<string, string>>,
): readonly DescribedField[] =>
  fields.filter((field) => !field.optional && (typed[field.key] ?? '').trim() === '');

export const faultOf = (faults: readonly Fault[], key: string): Fault | undefined =>
  faults.find((one) => one.key === key);

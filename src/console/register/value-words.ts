import type { PersonAsOf } from '../../register/index.ts';
import type { Wording } from '../messages.ts';

export type Mentioned = PersonAsOf['mentioned'];

interface Vocabulary {
  readonly choices: readonly { readonly value: string; readonly label: { zh: string; en: string } }[];
  readonly mentioned: Mentioned;
}

const UUID = /^[0-9a-f-]{36}$/;

function wordOf(value: string, { choices, mentioned }: Vocabulary, { say, read }: Wording): string {
  const choice = choices.find((one) => one.value === value);
  if (choice) return read(choice.label);
  const known = mentioned.find((one) => one.value === value);
  if (!known) return UUID.test(value) ? say('notShown') : value;
  if (known.kind === 'household') return say('householdOf', { name: known.name });
  return known.kind === 'village' ? `${known.name} ${value}` : known.name;
}

/** An answer or a changed value in words: choices by their label, people, households and villages by name. */
export function valueWords(value: unknown, vocabulary: Vocabulary, wording: Wording): string {
  if (value === null || value === undefined || value === '') return wording.say('nothing');
  const values = Array.isArray(value) ? value : [value];
  return values.map((one) => wordOf(String(one), vocabulary, wording)).join(', ');
}

import { addressTokens, parsePhone } from '../contact.ts';
import { kindsOf, tidyDocument } from '../documents.ts';
import { parseIdNumber } from '../id-number.ts';
import { foldName } from '../names/fold-name.ts';
import { nameSound, type TypedSound, typedSound } from '../names/sound.ts';

/** What somebody who searches may have meant. */
export type Sought =
  /** A whole number: of an identity card, of another document, or, when it could be one, of a phone. */
  | { readonly by: 'number'; readonly typed: string; readonly phone: string | null }
  | { readonly by: 'name'; readonly typed: string; readonly folded: string; readonly sound: string }
  | { readonly by: 'letters'; readonly typed: TypedSound };

export interface Query {
  /** Null when only parts of an address are given. */
  readonly who: Sought | null;
  readonly addressTokens: readonly string[];
}

const LETTERS = /^[a-züÜ\s']+$/i;
/** A part of an address has a number in it or ends like one. */
const ADDRESS = /\d|[省市区县镇乡村组社队路街巷道栋幢座楼单元室号]$/u;
const SHORTEST_PHONE = 7;

function soughtBy(words: string): Sought | null {
  if (words === '') return null;
  if (parseIdNumber(words)) return { by: 'number', typed: words, phone: null };
  const phone = words.replace(/\D/g, '').length >= SHORTEST_PHONE ? parsePhone(words) : null;
  const document = tidyDocument(words);
  const isDocument = /\d{5}/.test(document) && kindsOf(document).length > 0;
  if (phone !== null || isDocument) return { by: 'number', typed: words, phone };
  if (LETTERS.test(words)) return { by: 'letters', typed: typedSound(words) };
  return { by: 'name', typed: words, folded: foldName(words), sound: nameSound(words) };
}

/** The longest name without a middle dot that a word may be: some parts of an address end like names do (王栋, 李路). */
const LONGEST_NAME = 4;
const mayBeName = (word: string) => !/\d/.test(word) && Array.from(word).length <= LONGEST_NAME;

const meaning = (name: string, address: readonly string[]): Query => ({
  who: soughtBy(name),
  addressTokens: address.flatMap(addressTokens),
});

/**
 * Reads what was typed: an identity number, a phone, a name in characters or letters, and after it parts of an
 * address. `张伟 滨江路` is a name at an address; `滨江路12号` is an address; `王栋` is a name or, when nobody bears it,
 * a part of an address.
 */
export function readQuery(typed: string): readonly Query[] {
  const whole = soughtBy(typed.trim());
  if (whole?.by === 'number') return [{ who: whole, addressTokens: [] }];
  const words = typed.trim().split(/\s+/u);
  const address = words.filter((word) => ADDRESS.test(word));
  const name = words.filter((word) => !ADDRESS.test(word)).join(' ');
  const [first = '', ...rest] = words;
  const asNamed = name === '' && mayBeName(first) ? [meaning(first, rest)] : [];
  return [...asNamed, meaning(name, address)];
}

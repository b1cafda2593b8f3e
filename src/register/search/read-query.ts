import { addressTokens, parsePhone } from '../contact.ts';
import { parseIdNumber } from '../id-number.ts';
import { foldName } from '../names/fold-name.ts';
import { nameSound, type TypedSound, typedSound } from '../names/sound.ts';

/** What somebody who searches may have meant. */
export type Sought =
  | { readonly by: 'idNumber'; readonly idNumber: string }
  | { readonly by: 'phone'; readonly phone: string }
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
  const idNumber = parseIdNumber(words);
  if (idNumber) return { by: 'idNumber', idNumber: idNumber.idNumber };
  const phone = words.replace(/\D/g, '').length >= SHORTEST_PHONE ? parsePhone(words) : null;
  if (phone !== null) return { by: 'phone', phone };
  if (LETTERS.test(words)) return { by: 'letters', typed: typedSound(words) };
  return { by: 'name', typed: words, folded: foldName(words), sound: nameSound(words) };
}

const isWhole = (sought: Sought | null) => sought?.by === 'idNumber' || sought?.by === 'phone';

/**
 * Reads what was typed: an identity number, a phone, a name in characters or letters, and after it parts of an
 * address. `张伟 滨江路` is a name at an address; `滨江路12号` is an address.
 */
export function readQuery(typed: string): Query {
  const whole = soughtBy(typed.trim());
  if (isWhole(whole)) return { who: whole, addressTokens: [] };
  const words = typed.trim().split(/\s+/u);
  const address = words.filter((word) => ADDRESS.test(word));
  const name = words.filter((word) => !ADDRESS.test(word)).join(' ');
  return { who: soughtBy(name), addressTokens: address.flatMap(addressTokens) };
}

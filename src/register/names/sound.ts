import { pinyin } from 'pinyin-pro';
import { foldName } from './fold-name.ts';

const AS_NAME = { toneType: 'none', type: 'array', v: true, surname: 'head', nonZh: 'consecutive' } as const;
const WORD = /[\p{L}\p{N}]/u;

export const keyOf = (syllables: readonly string[]): string =>
  `${syllables.map((one) => Array.from(one)[0] ?? '').join('')} ${syllables.join('')}`;

/** Names repeat: most people share theirs with others. */
const known = new Map<string, string>();
const KNOWN_AT_MOST = 300_000;

/**
 * How a name sounds, without tones: `张伟` → `zw zhangwei`, initials before syllables, so that either finds it. The
 * first character is read as a surname. A character without a known reading stands for itself.
 */
export function nameSound(name: string): string {
  const before = known.get(name);
  if (before !== undefined) return before;
  const syllables = pinyin(foldName(name), AS_NAME).filter((one) => WORD.test(one));
  const sound = keyOf(syllables);
  if (known.size < KNOWN_AT_MOST) known.set(name, sound);
  return sound;
}

/** Every syllable of Mandarin without tones, from the readings of the basic characters. */
let syllables: ReadonlySet<string> | null = null;
const FIRST_CHARACTER = 0x4e00;
const LAST_CHARACTER = 0x9fa5;

function allSyllables(): ReadonlySet<string> {
  if (syllables) return syllables;
  const characters = Array.from({ length: LAST_CHARACTER - FIRST_CHARACTER + 1 }, (_, index) =>
    String.fromCodePoint(FIRST_CHARACTER + index),
  );
  const readings = characters.flatMap((one) => pinyin(one, { toneType: 'none', type: 'array', v: true }));
  syllables = new Set(readings.filter((one) => /^[a-z]+$/.test(one)));
  return syllables;
}

const LONGEST_SYLLABLE = 6;
const MOST_READINGS = 64;

/** The ways to read letters as syllables: `xian` is xian and xi an. */
function splits(letters: string): readonly (readonly string[])[] {
  if (letters === '') return [[]];
  const found: (readonly string[])[] = [];
  for (let length = Math.min(LONGEST_SYLLABLE, letters.length); length > 0; length -= 1) {
    const first = letters.slice(0, length);
    if (!allSyllables().has(first)) continue;
    for (const rest of splits(letters.slice(length))) {
      found.push([first, ...rest]);
      if (found.length >= MOST_READINGS) return found;
    }
  }
  return found;
}

/** What typed letters may mean. */
export interface TypedSound {
  /** The ways to read them as syllables. */
  readonly readings: readonly (readonly string[])[];
  /** Whole names that sound so. */
  readonly sounds: readonly string[];
  /** Initials, when they may be that. */
  readonly initials: string | null;
}

const LONGEST_INITIALS = 6;

/** Letters as people type them: `zhangwei`, `Zhang Wei`, `lü bu`, `zw`. */
export function typedSound(typed: string): TypedSound {
  const words = typed
    .toLowerCase()
    .replaceAll('ü', 'v')
    .split(/[^a-z]+/)
    .filter((one) => one !== '');
  const letters = words.join('');
  const split = words.length > 1 && words.every((one) => allSyllables().has(one)) ? [words] : splits(letters);
  return {
    readings: split,
    sounds: [...new Set(split.map(keyOf))],
    initials: letters.length >= 2 && letters.length <= LONGEST_INITIALS ? letters : null,
  };
}

import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';

const { resolve } = createRequire(import.meta.url);

/** In the order in which a character is looked for: the second has rare characters of names that the first lacks. */
const packages = {
  NotoSansSC: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  NotoSansJP: '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
} as const;
export type FontName = keyof typeof packages;
const names = Object.keys(packages) as readonly FontName[];

export const fontPaths = Object.fromEntries(names.map((name) => [name, resolve(packages[name])])) as Readonly<
  Record<FontName, string>
>;
export const mainFont: FontName = 'NotoSansSC';

const opened = new Map<FontName, Font>();

function fontOf(name: FontName): Font {
  const font = opened.get(name) ?? (openSync(fontPaths[name]) as Font);
  opened.set(name, font);
  return font;
}

export interface Run {
  readonly text: string;
  readonly font: FontName;
}

/** A character that no font has is written by its code, so that nothing is lost without a word. */
function runOf(character: string): Run {
  const code = character.codePointAt(0) ?? 0;
  const font = names.find((name) => fontOf(name).hasGlyphForCodePoint(code));
  if (font) return { text: character, font };
  return { text: `〔U+${code.toString(16).toUpperCase().padStart(4, '0')}〕`, font: mainFont };
}

const IN_EVERY_FONT = /^[\x20-\x7e]*$/;

/** Text in runs of the font that has its characters. */
export function runsOf(text: string): readonly Run[] {
  if (IN_EVERY_FONT.test(text)) return [{ text, font: mainFont }];
  const runs: Run[] = [];
  for (const character of text) {
    const one = runOf(character);
    const last = runs.at(-1);
    if (last?.font === one.font) runs[runs.length - 1] = { ...last, text: last.text + one.text };
    else runs.push(one);
  }
  return runs;
}

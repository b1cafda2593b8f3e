import { inflateSync } from 'node:zlib';

/** The text of a PDF of ours as a reader would copy it: by the tables with which fonts map their glyphs to characters. */
type Glyphs = ReadonlyMap<number, string>;

const object = (pdf: string, id: string): string =>
  new RegExp(`(?:^|\\n)${id} 0 obj\\n([\\s\\S]*?)endobj`).exec(pdf)?.[1] ?? '';

function streamOf(body: string): string {
  const [head = '', rest = ''] = body.split(/stream\r?\n/, 2);
  const raw = Buffer.from(body.slice(head.length + 'stream\n'.length), 'latin1');
  const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? rest.length);
  const bytes = raw.subarray(0, length);
  return (head.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

const characters = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** `<0000> <0002> [<4e00> <4e01> <4e02>]` and `<0003> <0003> <4e03>` in a table of a font. */
function glyphsOf(table: string): Glyphs {
  const glyphs = new Map<number, string>();
  for (const [, first = '', , list = ''] of table.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi))
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]+)>/gi)].entries())
      glyphs.set(Number.parseInt(first, 16) + index, characters(hex.replaceAll(' ', '')));
  return glyphs;
}

/** Fonts of the document by the name under which pages use them. */
function fontsOf(pdf: string): ReadonlyMap<string, Glyphs> {
  const fonts = new Map<string, Glyphs>();
  for (const [, name = '', id = ''] of pdf.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(object(pdf, id))?.[1];
    if (table) fonts.set(name, glyphsOf(streamOf(object(pdf, table))));
  }
  return fonts;
}

const textOf = (glyphs: Glyphs, hex: string): string =>
  (hex.match(/.{4}/g) ?? []).map((glyph) => glyphs.get(Number.parseInt(glyph, 16)) ?? '').join('');

export function pdfText(file: Uint8Array): string {
  const pdf = Buffer.from(file).toString('latin1');
  const fonts = fontsOf(pdf);
  const pages = [...pdf.matchAll(/\/Contents (\d+) 0 R/g)].map(([, id = '']) => streamOf(object(pdf, id)));
  let text = '';
  for (const page of pages) {
    let glyphs: Glyphs = new Map();
    for (const [, font, shown] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font) glyphs = fonts.get(font) ?? new Map();
      else
        text += [...(shown ?? '').matchAll(/<([0-9a-f]+)>/gi)]
          .map(([, hex = '']) => textOf(glyphs, hex))
          .join('');
    }
    text += '\n';
  }
  return text;
}

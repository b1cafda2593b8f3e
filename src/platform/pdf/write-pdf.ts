import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { fontPaths, mainFont, runsOf } from './fonts.ts';

/** A part of a printed document: a heading, and rows whose first one may be headings of columns. */
export interface PdfSection {
  readonly heading: string;
  readonly rows: readonly (readonly string[])[];
  /** Whether the first row names the columns. */
  readonly headed: boolean;
}

export interface PdfDocument {
  readonly title: string;
  readonly note: string;
  readonly sections: readonly PdfSection[];
  /** An address to scan, with the words beside it. */
  readonly code?: { readonly content: string; readonly label: string };
}

const GREY = '#555555';

/** Text whose rare characters come from the font that has them. */
const words = (text: string): Content => runsOf(text).map((run) => ({ ...run }));

function sectionContent({ heading, rows, headed }: PdfSection): readonly Content[] {
  const [first] = rows;
  if (!first) return [];
  const last = first.length - 1;
  return [
    { text: words(heading), fontSize: 13, margin: [0, 12, 0, 4] },
    {
      layout: 'lightHorizontalLines',
      table: {
        headerRows: headed ? 1 : 0,
        widths: first.map((_, index) => (index === last ? '*' : 'auto')),
        body: rows.map((row) => row.map((cell) => ({ text: words(cell), fontSize: 9 }))),
      },
    },
  ];
}

const CODE_SIZE = 110;

const codeContent = ({ code }: PdfDocument): readonly Content[] =>
  code
    ? [
        { qr: code.content, fit: CODE_SIZE, eccLevel: 'M', margin: [0, 18, 0, 4] },
        { text: words(code.label), color: GREY, fontSize: 9 },
      ]
    : [];

const definitionOf = (document: PdfDocument): TDocumentDefinitions => ({
  info: { title: document.title },
  defaultStyle: { font: mainFont, fontSize: 10 },
  pageMargins: [40, 40, 40, 50],
  footer: (page, pages) => ({
    text: `${String(page)} / ${String(pages)}`,
    alignment: 'center',
    color: GREY,
    fontSize: 9,
  }),
  content: [
    { text: words(document.title), fontSize: 18 },
    { text: words(document.note), color: GREY, fontSize: 9, margin: [0, 4, 0, 0] },
    ...document.sections.flatMap(sectionContent),
    ...codeContent(document),
  ],
});

/** A part of a letter: sentences, or a list of them. */
export interface PdfPart {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly listed: boolean;
}

export interface PdfLetter {
  /** What is read on the outside: a page of its own, in front, of which the letter is the back. */
  readonly outside: readonly string[];
  readonly title: string;
  readonly note: string;
  readonly parts: readonly PdfPart[];
}

const PAGE = { pageBreak: 'after' } as const;
const OUTSIDE_TOP = 220;

const outsideContent = ([first = '', ...rest]: readonly string[]): Content => ({
  ...PAGE,
  margin: [60, OUTSIDE_TOP, 0, 0],
  stack: [
    { text: words(first), fontSize: 16, margin: [0, 0, 0, 10] },
    ...rest.map((line) => ({
      text: words(line),
      fontSize: 11,
      margin: [0, 0, 0, 4] as [number, number, number, number],
    })),
  ],
});

function partContent({ heading, lines, listed }: PdfPart): readonly Content[] {
  if (lines.length === 0) return [];
  const shown = lines.map((line) => ({ text: words(line), lineHeight: 1.25 }));
  return [
    ...(heading === '' ? [] : [{ text: words(heading), fontSize: 12, margin: [0, 10, 0, 3] } as Content]),
    listed ? { ul: shown } : { stack: shown },
  ];
}

const letterContent = ({ outside, title, note, parts }: PdfLetter, isLast: boolean): readonly Content[] => [
  outsideContent(outside),
  { text: words(title), fontSize: 17 },
  { text: words(note), color: GREY, fontSize: 9, margin: [0, 4, 0, 8] },
  {
    ...(isLast ? {} : PAGE),
    stack: parts.flatMap(partContent),
  },
];

/** A document in Chinese or English as PDF. */
export const writePdf = (document: PdfDocument): Promise<Buffer> => print(definitionOf(document));

/** Letters, each of two sides; `title` is that of the file and says nothing of what they are about. */
export const writeLetters = (title: string, letters: readonly PdfLetter[]): Promise<Buffer> =>
  print({
    info: { title },
    defaultStyle: { font: mainFont, fontSize: 11 },
    pageMargins: [55, 50, 55, 45],
    content: letters.flatMap((letter, index) => letterContent(letter, index === letters.length - 1)),
  });

/** With its fonts in it. Loaded when first asked for: few processes print. */
async function print(definition: TDocumentDefinitions): Promise<Buffer> {
  const { default: pdfmake } = await import('pdfmake');
  const paths = Object.entries(fontPaths);
  pdfmake.setFonts(
    Object.fromEntries(
      paths.map(([name, path]) => [name, { normal: path, bold: path, italics: path, bolditalics: path }]),
    ),
  );
  pdfmake.setLocalAccessPolicy((path) => paths.some(([, known]) => known === path));
  pdfmake.setUrlAccessPolicy(() => false);
  return pdfmake.createPdf(definition).getBuffer();
}

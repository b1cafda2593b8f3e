import { createRequire } from 'node:module';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';

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
}

const GREY = '#555555';
const FONT = 'NotoSansSC';
const { resolve } = createRequire(import.meta.url);
const fontPath = () => resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');

function sectionContent({ heading, rows, headed }: PdfSection): readonly Content[] {
  const [first] = rows;
  if (!first) return [];
  const last = first.length - 1;
  return [
    { text: heading, fontSize: 13, margin: [0, 12, 0, 4] },
    {
      layout: 'lightHorizontalLines',
      table: {
        headerRows: headed ? 1 : 0,
        widths: first.map((_, index) => (index === last ? '*' : 'auto')),
        body: rows.map((row) => row.map((cell) => ({ text: cell, fontSize: 9 }))),
      },
    },
  ];
}

const definitionOf = ({ title, note, sections }: PdfDocument): TDocumentDefinitions => ({
  info: { title },
  defaultStyle: { font: FONT, fontSize: 10 },
  pageMargins: [40, 40, 40, 50],
  footer: (page, pages) => ({
    text: `${String(page)} / ${String(pages)}`,
    alignment: 'center',
    color: GREY,
    fontSize: 9,
  }),
  content: [
    { text: title, fontSize: 18 },
    { text: note, color: GREY, fontSize: 9, margin: [0, 4, 0, 0] },
    ...sections.flatMap(sectionContent),
  ],
});

/** A document in Chinese or English as PDF, with its font in it. Loaded when first asked for: few processes print. */
export async function writePdf(document: PdfDocument): Promise<Buffer> {
  const { default: pdfmake } = await import('pdfmake');
  const font = fontPath();
  pdfmake.setFonts({ [FONT]: { normal: font, bold: font, italics: font, bolditalics: font } });
  pdfmake.setLocalAccessPolicy((path) => path === font);
  pdfmake.setUrlAccessPolicy(() => false);
  return pdfmake.createPdf(definitionOf(document)).getBuffer();
}

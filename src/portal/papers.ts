import type { CaseProgress, Receipt, ServiceGuide } from '../casework/index.ts';
import type { PdfDocument } from '../platform/index.ts';
import { pathIn, told, type View } from './page.ts';
import { certificatePath, type ShownLine } from './pages/certificate-pages.tsx';
import { casePath, duesInWords } from './pages/receipt-page.tsx';

const noteOf = (view: View) =>
  view.site.synthetic
    ? `${view.say('madeUpTitle')} · ${view.say('siteName')}`
    : view.say('servicesSourceReal');

const joined = (parts: readonly string[]) => parts.join(' ');

/** The receipt of a case on paper. */
export function receiptDocument(view: View, service: ServiceGuide, receipt: Receipt): PdfDocument {
  const address = `${view.site.publicUrl}${pathIn(view, casePath(receipt.number))}`;
  const linked = receipt.linked.map(({ number, code, title }) => [told(view, title), number, code]);
  return {
    title: view.say('receiptPaper'),
    note: noteOf(view),
    sections: [
      {
        heading: told(view, service.title),
        headed: false,
        rows: [
          [view.say('receiptNumber'), receipt.number],
          [view.say('receiptCode'), receipt.code],
          [view.say('receivedOn'), receipt.receivedOn],
          [view.say('nextStep'), joined([told(view, receipt.next.label), told(view, receipt.next.says)])],
          [view.say('guideLimits'), joined(duesInWords(view, service, receipt))],
          [view.say('receiptContact'), joined([told(view, service.phone), told(view, service.place)])],
          [view.say('address'), address],
        ],
      },
      {
        heading: view.say('receiptLinked'),
        headed: true,
        rows:
          linked.length === 0
            ? []
            : [[view.say('guideName'), view.say('receiptNumber'), view.say('receiptCode')], ...linked],
      },
    ],
    code: { content: address, label: view.say('receiptQr') },
  };
}

type Certificate = NonNullable<CaseProgress['certificate']>;

/** A certificate on paper, for its holder: names in full, with the code by which anybody verifies it. */
export function certificateDocument(
  view: View,
  certificate: Certificate,
  lines: readonly ShownLine[],
): PdfDocument {
  const address = `${view.site.publicUrl}${pathIn(view, certificatePath(certificate))}`;
  return {
    title: told(view, certificate.title),
    note: noteOf(view),
    sections: [
      {
        heading: told(view, certificate.states),
        headed: false,
        rows: [
          ...lines.map(({ label, answer }) => [label, answer]),
          [view.say('certificateIssued'), certificate.issuedOn],
          [view.say('certificateFor'), told(view, certificate.validFor)],
          [view.say('certificateNumber'), certificate.number],
          [view.say('certificateCode'), certificate.code],
          [view.say('address'), address],
        ],
      },
    ],
    code: { content: address, label: view.say('certificateQr') },
  };
}

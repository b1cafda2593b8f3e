/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import type { VerifiedCertificate } from '../casework/index.ts';
import { DomainError } from '../platform/index.ts';
import { html, viewOf } from './answers.tsx';
import type { ServiceDependencies } from './desk.ts';
import { type Face, page } from './face.tsx';
import { emptyFields, faultWords } from './fault-words.ts';
import { certificateFields } from './fields.ts';
import { pathIn, told, type View } from './page.ts';
import { CertificatePage, certificatePath, type ShownLine } from './pages/certificate-pages.tsx';
import { type FaultOf, PlainForm } from './pages/plain-form.tsx';
import { placeName } from './shown-answer.ts';
import { typedForm } from './typed-form.ts';

type Typed = Readonly<Record<string, string>>;

const AskPage = ({
  view,
  typed,
  faults,
}: {
  readonly view: View;
  readonly typed: Typed;
  readonly faults: FaultOf;
}) => (
  <PlainForm
    view={view}
    title={view.say('certificates')}
    intro={view.say('certificatesIntro')}
    fields={certificateFields}
    typed={typed}
    faults={faults}
    action="/certificates"
    submit={view.say('certificatesGo')}
  />
);

const AREA = /^[1-9]\d{11}$/;

/** What a certificate shows, with places by their names. */
export const linesOf = (
  dependencies: ServiceDependencies,
  view: View,
  shown: VerifiedCertificate['shown'],
): Promise<readonly ShownLine[]> =>
  Promise.all(
    shown.map(async ({ label, answer, choice }) => ({
      label: told(view, label),
      answer: choice
        ? told(view, choice)
        : AREA.test(answer)
          ? await placeName(dependencies, answer)
          : answer,
    })),
  );

/** The certificate, or null when number and code do not belong together. */
async function verified(
  { dependencies }: Face,
  context: Context,
  shown: { readonly number: string; readonly code: string },
): Promise<VerifiedCertificate | null> {
  try {
    return await dependencies.deskFor(context).verifyCertificate(shown);
  } catch (error) {
    if (error instanceof DomainError && ['not_found', 'invalid_input'].includes(error.details.code))
      return null;
    throw error;
  }
}

async function verify(face: Face, context: Context) {
  const view = viewOf(context, face.dependencies, face.locale);
  const typed = await typedForm(context);
  const { number = '', code = '' } = typed;
  const empty = emptyFields(certificateFields, typed);
  const faults: FaultOf = Object.fromEntries(empty.map((field) => [field.key, faultWords(view, field, '')]));
  const found = empty.length === 0 ? await verified(face, context, { number, code }) : null;
  if (found)
    return context.redirect(pathIn(view, certificatePath({ number: found.number, code: code.trim() })), 303);
  const wrong = empty.length > 0 ? faults : { number: view.say('certificateUnknown') };
  return html(context, <AskPage view={view} typed={typed} faults={wrong} />, 422);
}

async function show(face: Face, context: Context) {
  const view = viewOf(context, face.dependencies, face.locale);
  const [number, code] = [context.req.param('number') ?? '', context.req.query('code') ?? ''];
  const found = await verified(face, context, { number, code });
  context.header('Cache-Control', 'no-store');
  if (!found)
    return html(
      context,
      <AskPage
        view={{ ...view, path: '/certificates', query: '' }}
        typed={{ number }}
        faults={code === '' ? {} : { number: view.say('certificateUnknown') }}
      />,
      code === '' ? 200 : 404,
    );
  const lines = await linesOf(face.dependencies, view, found.shown);
  return html(context, <CertificatePage view={view} certificate={found} lines={lines} />);
}

/** Whether a certificate is genuine, for anybody who holds it. */
export function addCertificates(face: Face): void {
  const { portal, prefix } = face;
  page(face, '/certificates', (view) => <AskPage view={view} typed={{}} faults={{}} />);
  portal.post(`${prefix}/certificates`, (context) => verify(face, context));
  portal.get(`${prefix}/certificates/:number`, (context) => show(face, context));
}

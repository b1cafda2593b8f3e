/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import type { CaseProgress } from '../casework/index.ts';
import { DomainError } from '../platform/index.ts';
import { html, viewOf } from './answers.tsx';
import { readCaseCookie, setCaseCookie } from './case-cookie.ts';
import type { ShownCase } from './desk.ts';
import type { Face } from './face.tsx';
import { emptyFields, faultWords } from './fault-words.ts';
import { numberField, secretField } from './fields.ts';
import { pathIn, type View } from './page.ts';
import { type FaultOf, PlainForm } from './pages/plain-form.tsx';
import { casePath } from './pages/receipt-page.tsx';
import { typedForm } from './typed-form.ts';

type Typed = Readonly<Record<string, string>>;

/** Somebody before the door of a case. */
export interface CaseVisit {
  readonly face: Face;
  readonly context: Context;
  readonly view: View;
  /** As the address has it. */
  readonly number: string;
}

interface Asked {
  readonly view: View;
  readonly typed: Typed;
  readonly faults: FaultOf;
}

/** Asks for number and second factor; for the second factor alone where the address names the number. */
export const AskPage = ({ view, typed, faults, number }: Asked & { readonly number: string | null }) => (
  <PlainForm
    view={view}
    title={view.say(number === null ? 'cases' : 'caseAskTitle')}
    intro={
      number === null
        ? view.say('casesIntro')
        : `${view.say('caseSecretFor', { number })} · ${view.say('caseAskIntro')}`
    }
    fields={number === null ? [numberField, secretField] : [secretField]}
    typed={typed}
    faults={faults}
    action={number === null ? '/cases' : casePath(number)}
    submit={view.say('casesGo')}
  />
);

type Looked = CaseProgress | 'unknown' | 'closed';

/** A wrong number and a wrong code are one and the same answer; after too many of them the door stays shut. */
async function look({ dependencies }: Face, context: Context, shown: ShownCase): Promise<Looked> {
  try {
    return await dependencies.deskFor(context).readProgress(shown);
  } catch (error) {
    const code = error instanceof DomainError ? error.details.code : null;
    if (code === 'not_found' || code === 'invalid_input') return 'unknown';
    if (code === 'too_many_requests') return 'closed';
    throw error;
  }
}

/** Opens a case on this device for a short while. */
export async function enter(face: Face, context: Context, named: string | null) {
  const view = viewOf(context, face.dependencies, face.locale);
  context.header('Cache-Control', 'no-store');
  const sent = await typedForm(context);
  const typed = named === null ? sent : { ...sent, number: named };
  const again = (faults: FaultOf, status: 422 | 429) =>
    html(context, <AskPage view={view} typed={sent} faults={faults} number={named} />, status);
  const empty = emptyFields(named === null ? [numberField, secretField] : [secretField], typed);
  if (empty.length > 0)
    return again(Object.fromEntries(empty.map((one) => [one.key, faultWords(view, one, '')])), 422);
  const shown = { number: typed['number'] ?? '', secret: typed['secret'] ?? '' };
  const at = named === null ? 'number' : 'secret';
  const found = await look(face, context, shown);
  if (found === 'closed') return again({ [at]: view.say('caseClosedDoor') }, 429);
  if (found === 'unknown') return again({ [at]: view.say('caseUnknown') }, 422);
  setCaseCookie(context, face.dependencies, { number: found.number, secret: shown.secret });
  return context.redirect(pathIn(view, casePath(found.number)), 303);
}

/** A page of a case, for whoever has opened it on this device; others are asked for the second factor. */
export async function opened(
  { face, context, view, number }: CaseVisit,
  work: (progress: CaseProgress, secret: string, until: Date) => Promise<Response> | Response,
): Promise<Response> {
  const { dependencies } = face;
  const secret = readCaseCookie(context, dependencies, number);
  const found = secret === null ? 'unknown' : await look(face, context, { number, secret });
  if (secret === null || typeof found === 'string')
    return html(context, <AskPage view={view} typed={{}} faults={{}} number={number} />);
  return work(found, secret, setCaseCookie(context, dependencies, { number, secret }));
}

/** With the code one may act; with the phone that was left one may only look. */
export const isCode = (secret: string): boolean => /[A-Za-z]|^\D*[2-9]{8}\D*$/.test(secret);

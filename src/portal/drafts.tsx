/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import { DomainError } from '../platform/index.ts';
import { html, viewOf } from './answers.tsx';
import { setDraftCookie } from './draft-cookie.ts';
import { type Face, page } from './face.tsx';
import { faultWords } from './fault-words.ts';
import { draftField } from './fields.ts';
import { pathIn, type View } from './page.ts';
import { PlainForm } from './pages/plain-form.tsx';
import { applyPath } from './pages/service-frame.tsx';
import { typedForm } from './typed-form.ts';

interface Entered {
  readonly code: string;
  readonly fault: string | null;
}

const CodePage = ({ view, entered }: { readonly view: View; readonly entered: Entered }) => (
  <PlainForm
    view={view}
    title={view.say('drafts')}
    intro={view.say('draftsIntro')}
    fields={[draftField]}
    typed={{ code: entered.code }}
    faults={entered.fault ? { code: entered.fault } : {}}
    action="/drafts"
    submit={view.say('draftsGo')}
  />
);

/** Opens a form on another device; the code is sent, never part of an address. */
async function open({ dependencies, locale }: Face, context: Context) {
  const view = viewOf(context, dependencies, locale);
  const { code = '' } = await typedForm(context);
  context.header('Cache-Control', 'no-store');
  const wrong = (fault: string) => html(context, <CodePage view={view} entered={{ code, fault }} />, 422);
  if (code.trim() === '') return wrong(faultWords(view, draftField, ''));
  try {
    const draft = await dependencies.deskFor(context).readDraft(code);
    setDraftCookie(context, dependencies, draft);
    const next = draft.filedAs ? 'receipt' : (draft.next ?? 'check');
    return context.redirect(pathIn(view, applyPath(draft.service, next)), 303);
  } catch (error) {
    if (error instanceof DomainError && ['not_found', 'invalid_input'].includes(error.details.code))
      return wrong(view.say('draftsNone'));
    throw error;
  }
}

/** Going on with a form by its code. */
export function addDrafts(face: Face): void {
  page(face, '/drafts', (view) => <CodePage view={view} entered={{ code: '', fault: null }} />);
  face.portal.post(`${face.prefix}/drafts`, (context) => open(face, context));
}

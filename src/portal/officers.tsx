/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import type { VerifiedOfficer } from '../identity/index.ts';
import { DomainError } from '../platform/index.ts';
import { html, viewOf } from './answers.tsx';
import { type Face, page } from './face.tsx';
import { emptyFields, faultWords } from './fault-words.ts';
import { officerFields } from './fields.ts';
import { pathIn, told, type View } from './page.ts';
import { OfficerPage } from './pages/officer-page.tsx';
import { type FaultOf, PlainForm } from './pages/plain-form.tsx';
import { typedForm } from './typed-form.ts';

interface Card {
  readonly account: string;
  readonly code: string;
}

const AskPage = ({
  view,
  typed,
  faults,
}: {
  readonly view: View;
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: FaultOf;
}) => (
  <PlainForm
    view={view}
    title={view.say('officers')}
    intro={view.say('officersIntro')}
    fields={officerFields}
    typed={typed}
    faults={faults}
    action="/officers"
    submit={view.say('officersGo')}
  />
);

async function verified(
  { dependencies }: Face,
  context: Context,
  card: Card,
): Promise<VerifiedOfficer | null> {
  try {
    return await dependencies.deskFor(context).verifyOfficer(card);
  } catch (error) {
    if (error instanceof DomainError && ['not_found', 'invalid_input'].includes(error.details.code))
      return null;
    throw error;
  }
}

async function verify(face: Face, context: Context) {
  const view = viewOf(context, face.dependencies, face.locale);
  const typed = await typedForm(context);
  const [account, code] = [(typed['account'] ?? '').trim(), (typed['code'] ?? '').trim()];
  const empty = emptyFields(officerFields, typed);
  if (empty.length === 0 && (await verified(face, context, { account, code })))
    return context.redirect(
      pathIn(view, `/officers/${encodeURIComponent(account)}?code=${encodeURIComponent(code)}`),
      303,
    );
  const faults =
    empty.length > 0
      ? Object.fromEntries(empty.map((field) => [field.key, faultWords(view, field, '')]))
      : { account: view.say('officerUnknown') };
  return html(context, <AskPage view={view} typed={typed} faults={faults} />, 422);
}

async function show(face: Face, context: Context) {
  const view = viewOf(context, face.dependencies, face.locale);
  const card = { account: context.req.param('account') ?? '', code: context.req.query('code') ?? '' };
  const found = await verified(face, context, card);
  context.header('Cache-Control', 'no-store');
  if (found)
    return html(
      context,
      <OfficerPage
        view={view}
        rows={[
          ['officerName', told(view, found.display)],
          ['officerRole', told(view, found.role)],
          ['officerArea', found.area.name],
          ['officerChecked', found.checkedOn],
        ]}
      />,
    );
  const isAsked = card.code !== '';
  return html(
    context,
    <AskPage
      view={{ ...view, path: '/officers', query: '' }}
      typed={{ account: card.account }}
      faults={isAsked ? { account: view.say('officerUnknown') } : {}}
    />,
    isAsked ? 404 : 200,
  );
}

/** Whether somebody who shows a card acts for the office, for anybody who stands before them. */
export function addOfficers(face: Face): void {
  const { portal, prefix } = face;
  page(face, '/officers', (view) => <AskPage view={view} typed={{}} faults={{}} />);
  portal.post(`${prefix}/officers`, (context) => verify(face, context));
  portal.get(`${prefix}/officers/:account`, (context) => show(face, context));
}

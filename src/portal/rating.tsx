/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { DomainError } from '../platform/index.ts';
import { html } from './answers.tsx';
import { readCaseCookie } from './case-cookie.ts';
import { type CaseVisit, isCode } from './case-door.tsx';
import { emptyFields, faultWords } from './fault-words.ts';
import { codeField, ratingFields } from './fields.ts';
import { pathIn } from './page.ts';
import { ThanksPage } from './pages/case-pages.tsx';
import { type FaultOf, PlainForm } from './pages/plain-form.tsx';
import { casePath } from './pages/receipt-page.tsx';
import { onceIn, typedForm } from './typed-form.ts';

type Typed = Readonly<Record<string, string>>;

/** What opens the case to a rating without being typed: the link that was sent, or the page that was opened before. */
function shownCode({ face, context, number }: CaseVisit, token: string | undefined): string | null {
  if (token) return token;
  const secret = readCaseCookie(context, face.dependencies, number);
  return secret !== null && isCode(secret) ? secret : null;
}

interface Rating {
  readonly typed: Typed;
  readonly faults: FaultOf;
  readonly token: string | undefined;
  /** By it a rating that is sent twice is known as one. */
  readonly once: string;
}

/** Three questions that belong together; the code is asked for only where nothing else opens the case. */
function ratingForm(visit: CaseVisit, { typed, faults, token, once }: Rating) {
  const { view, number } = visit;
  const isOpen = shownCode(visit, token) !== null;
  return (
    <PlainForm
      view={{ ...view, query: '' }}
      title={view.say('rateTitle')}
      intro={`${view.say('caseSecretFor', { number })} · ${view.say('rateIntro')}`}
      fields={isOpen ? ratingFields : [codeField, ...ratingFields]}
      typed={typed}
      faults={faults}
      action={casePath(number, 'rate')}
      submit={view.say('rateGo')}
      hidden={token ? { token, once } : { once }}
      isPrivate
    />
  );
}

export const ratePage = (visit: CaseVisit) =>
  html(
    visit.context,
    ratingForm(visit, {
      typed: {},
      faults: {},
      token: visit.context.req.query('token'),
      once: visit.face.dependencies.newKey(),
    }),
  );

/** A refused rating in words: a wrong code, a case that is open, one that was rated. */
function refusalOf(error: unknown, { view }: CaseVisit, isOpen: boolean): FaultOf {
  if (!(error instanceof DomainError)) throw error;
  const { code, message, remedy, field } = error.details;
  if (field === 'remark') return { remark: view.say('badText', { label: view.say('rateRemark') }) };
  const at = isOpen ? 'satisfied' : 'code';
  if (code === 'not_found' || code === 'invalid_input') return { [at]: view.say('caseUnknown') };
  if (code === 'conflict') return { [at]: `${message[view.locale]}${remedy[view.locale]}` };
  throw error;
}

export async function rate(visit: CaseVisit): Promise<Response> {
  const { face, context, view, number } = visit;
  const typed = await typedForm(context);
  const { token, once = '' } = typed;
  const code = shownCode(visit, token);
  const again = (faults: FaultOf) => html(context, ratingForm(visit, { typed, faults, token, once }), 422);
  const empty = emptyFields(code === null ? [codeField, ...ratingFields] : ratingFields, typed);
  if (empty.length > 0)
    return again(Object.fromEntries(empty.map((one) => [one.key, faultWords(view, one, '')])));
  try {
    const { satisfied = '', solved = '', remark = '' } = typed;
    const given = { number, code: code ?? typed['code'] ?? '', satisfied, solved, remark };
    const { reopened } = await face.dependencies.deskFor(context).rate(given, onceIn(typed));
    return context.redirect(
      pathIn(view, casePath(number, reopened ? 'thanks?review=opened' : 'thanks')),
      303,
    );
  } catch (error) {
    return again(refusalOf(error, visit, code !== null));
  }
}

export const thanksPage = ({ context, view }: CaseVisit) =>
  html(context, <ThanksPage view={view} reopened={context.req.query('review') === 'opened'} />);

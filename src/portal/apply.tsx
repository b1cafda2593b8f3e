/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import type { DescribedQuestion, DraftState, ServiceGuide } from '../casework/index.ts';
import { civilMinute } from '../language/index.ts';
import { writePdf } from '../platform/index.ts';
import { html, noSuchPage, viewOf } from './answers.tsx';
import { forgetDraftCookie, readDraftCookie, setDraftCookie } from './draft-cookie.ts';
import { type EarlierForm, earlierForm } from './earlier-form.ts';
import type { Face } from './face.tsx';
import { faultWords } from './fault-words.ts';
import { openQuestion, readAnswer } from './open-question.ts';
import { pathIn, type View } from './page.ts';
import { CheckPage, NoDraftPage, QuestionPage, RefusedPage, StartPage } from './pages/apply-pages.tsx';
import { ReceiptPage } from './pages/receipt-page.tsx';
import { applyPath } from './pages/service-frame.tsx';
import { Plain } from './pages/simple-pages.tsx';
import { receiptDocument } from './papers.ts';
import { shownAnswer } from './shown-answer.ts';
import { typedForm } from './typed-form.ts';

/** Somebody at one page of a form. */
interface Visit {
  readonly face: Face;
  readonly context: Context;
  readonly view: View;
  readonly service: ServiceGuide;
}

const goTo = ({ context, view }: Pick<Visit, 'context' | 'view'>, path: string) =>
  context.redirect(pathIn(view, path), 303);

const tokenOf = ({ face, context, service }: Visit) =>
  readDraftCookie(context, face.dependencies, service.key);

/** The draft that this browser carries; null when there is none, or its time is over. */
async function draftOf(visit: Visit): Promise<DraftState | null> {
  const kept = tokenOf(visit);
  if (!kept) return null;
  const desk = visit.face.dependencies.deskFor(visit.context);
  const draft = await desk.readDraft(kept.token).catch(() => null);
  return draft?.service === visit.service.key ? draft : null;
}

const earlierOf = ({ face, context, service }: Visit): Promise<EarlierForm | null> =>
  earlierForm({ context, dependencies: face.dependencies, service });

async function startPage(visit: Visit) {
  const { context, view, service } = visit;
  const draft = await draftOf(visit);
  if (draft && !draft.filedAs && draft.next === null) return goTo(visit, applyPath(service.key, 'check'));
  return html(
    context,
    <StartPage
      view={view}
      service={service}
      draft={draft && !draft.filedAs ? draft : null}
      earlier={await earlierOf(visit)}
    />,
  );
}

async function begin(visit: Visit) {
  const { face, context, service } = visit;
  const draft = await face.dependencies.deskFor(context).keepDraft({ service: service.key, answers: {} });
  setDraftCookie(context, face.dependencies, draft);
  return goTo(visit, applyPath(service.key, draft.next ?? 'check'));
}

/** Begins with what was answered in the form that this browser filed last; without one from the beginning. */
async function beginAsBefore(visit: Visit) {
  const { face, context, service } = visit;
  const earlier = await earlierOf(visit);
  if (!earlier) return begin(visit);
  const draft = await face.dependencies
    .deskFor(context)
    .beginWithEarlier({ earlier: earlier.token, service: service.key });
  setDraftCookie(context, face.dependencies, draft);
  return goTo(visit, applyPath(service.key, draft.next ?? 'check'));
}

/** The button on the guide: goes on where a form was left, and begins a new one when it was filed. */
async function start(visit: Visit) {
  const draft = await draftOf(visit);
  if (!draft || draft.filedAs) return begin(visit);
  return goTo(visit, applyPath(visit.service.key, draft.next ?? 'check'));
}

/** A page of a form that is in progress: without one it says so; one that was filed shows its receipt. */
async function inProgress(
  visit: Visit,
  work: (draft: DraftState) => Promise<Response> | Response,
): Promise<Response> {
  const { context, view, service } = visit;
  const draft = await draftOf(visit);
  if (!draft) return html(context, <NoDraftPage view={view} service={service} />, 404);
  if (draft.filedAs) return goTo(visit, applyPath(service.key, 'receipt'));
  return work(draft);
}

function questionOf({ context, service }: Visit): DescribedQuestion {
  const question = service.questions.find((one) => one.key === context.req.param('question'));
  if (!question) throw noSuchPage();
  return question;
}

const questionPage = (visit: Visit) => {
  const question = questionOf(visit);
  return inProgress(visit, async (draft) => {
    const { face, context, view, service } = visit;
    if (!draft.asked.includes(question.key))
      return goTo(visit, applyPath(service.key, draft.next ?? 'check'));
    const stored = draft.answers[question.key];
    const typed = typeof stored === 'string' ? stored : '';
    const opened = await openQuestion(face.dependencies, {
      question,
      typed,
      township: context.req.query('in'),
    });
    return html(
      context,
      <QuestionPage
        view={view}
        service={service}
        question={question}
        draft={draft}
        typed={typed}
        fault={null}
        earlier={Object.keys(draft.answers).length === 0 ? await earlierOf(visit) : null}
        {...opened}
      />,
    );
  });
};

/** Nothing that was answered is kept, here or there. */
async function emptyDraft({ face, context, service }: Visit, draft: DraftState | null): Promise<void> {
  const nothing = Object.fromEntries(service.questions.map(({ key }) => [key, '']));
  const desk = face.dependencies.deskFor(context);
  if (draft && !draft.filedAs)
    await desk.keepDraft({ token: draft.token, service: service.key, answers: nothing });
  forgetDraftCookie(context, face.dependencies, service.key);
}

/** Who refuses consent leaves nothing behind. */
async function refuse(visit: Visit, draft: DraftState) {
  await emptyDraft(visit, draft);
  return goTo(visit, applyPath(visit.service.key, 'refused'));
}

const answerQuestion = (visit: Visit) => {
  const question = questionOf(visit);
  return inProgress(visit, async (draft) => {
    const { face, context, view, service } = visit;
    const given = readAnswer(question, await typedForm(context));
    const again = async (fault: string, state: DraftState) =>
      html(
        context,
        <QuestionPage
          view={view}
          service={service}
          question={question}
          draft={state}
          typed={given.typed}
          fault={fault}
          {...(await openQuestion(face.dependencies, {
            question,
            typed: given.typed,
            township: given.township,
          }))}
        />,
        422,
      );
    if (given.onlyTownship) {
      if (given.typed === '') return again(faultWords(view, question, ''), draft);
      return goTo(visit, `${applyPath(service.key, question.key)}?in=${encodeURIComponent(given.typed)}`);
    }
    const refuses = service.consent?.question === question.key && given.typed !== service.consent.given;
    if (refuses && question.choices.some((one) => one.value === given.typed)) return refuse(visit, draft);
    const kept = await face.dependencies
      .deskFor(context)
      .keepDraft({ token: draft.token, service: service.key, answers: { [question.key]: given.typed } });
    setDraftCookie(context, face.dependencies, kept);
    if (kept.faults.some(({ key }) => key === question.key))
      return again(faultWords(view, question, given.typed), kept);
    return goTo(visit, applyPath(service.key, kept.next ?? 'check'));
  });
};

const checkPage = (visit: Visit) =>
  inProgress(visit, async (draft) => {
    const { face, context, view, service } = visit;
    if (draft.next !== null) return goTo(visit, applyPath(service.key, draft.next));
    const asked = service.questions.filter(({ key }) => draft.asked.includes(key));
    const answers = await Promise.all(
      asked.map(async (question) => ({
        question,
        shown: await shownAnswer(face.dependencies, view, { question, answer: draft.answers[question.key] }),
      })),
    );
    return html(context, <CheckPage view={view} service={service} draft={draft} answers={answers} />);
  });

const file = (visit: Visit) =>
  inProgress(visit, async (draft) => {
    const { face, context, service } = visit;
    if (draft.next !== null) return goTo(visit, applyPath(service.key, draft.next));
    await face.dependencies.deskFor(context).fileDraft(draft.token);
    // Its answers are gone from the draft now: what they sounded like is remembered until the receipt is cleared.
    setDraftCookie(context, face.dependencies, draft);
    return goTo(visit, applyPath(service.key, 'receipt'));
  });

/** The receipt of the form that this browser filed. */
async function receiptOf(visit: Visit) {
  const draft = await draftOf(visit);
  if (!draft?.filedAs) return null;
  const { face, context } = visit;
  return { draft, receipt: await face.dependencies.deskFor(context).fileDraft(draft.token) };
}

async function receiptPage(visit: Visit) {
  const { context, view, service } = visit;
  const filed = await receiptOf(visit);
  if (!filed) return html(context, <NoDraftPage view={view} service={service} />, 404);
  return html(
    context,
    <ReceiptPage
      view={view}
      service={service}
      receipt={filed.receipt}
      supportLine={tokenOf(visit)?.supportLine ?? null}
      until={civilMinute(new Date(filed.draft.expiresAt))}
    />,
  );
}

async function receiptPdf(visit: Visit) {
  const { context, view, service } = visit;
  const filed = await receiptOf(visit);
  if (!filed) throw noSuchPage();
  const pdf = await writePdf(receiptDocument(view, service, filed.receipt));
  context.header('Content-Type', 'application/pdf');
  context.header('Content-Disposition', `attachment; filename="${filed.receipt.number}.pdf"`);
  return context.body(Uint8Array.from(pdf));
}

/** Clears the device, and the answers with it where nothing was filed. */
async function forget(visit: Visit) {
  await emptyDraft(visit, await draftOf(visit));
  return goTo(visit, applyPath(visit.service.key, 'cleared'));
}

const refusedPage = ({ context, view, service }: Visit) =>
  html(context, <RefusedPage view={view} service={service} />);

const clearedPage = ({ context, view }: Visit) =>
  html(
    context,
    <Plain view={view} title={view.say('clearedTitle')}>
      <p class="intro">{view.say('clearedText')}</p>
    </Plain>,
  );

/** The form of a service: one question on a page, kept as it is filled in, filed once. */
export function addApply(face: Face): void {
  const { portal, prefix, dependencies, locale } = face;
  const at =
    (work: (visit: Visit) => Promise<Response> | Response) =>
    async (context: Context): Promise<Response> => {
      context.header('Cache-Control', 'no-store');
      const service = await dependencies.readService(context.req.param('key') ?? '');
      if (service.filedBy === 'officer') throw noSuchPage();
      return work({ face, context, service, view: viewOf(context, dependencies, locale) });
    };
  const base = `${prefix}/services/:key/apply`;
  portal.get(base, at(startPage));
  portal.post(base, at(start));
  portal.post(`${base}/again`, at(begin));
  portal.post(`${base}/as-before`, at(beginAsBefore));
  portal.post(`${base}/forget`, at(forget));
  portal.get(`${base}/refused`, at(refusedPage));
  portal.get(`${base}/cleared`, at(clearedPage));
  portal.get(`${base}/check`, at(checkPage));
  portal.post(`${base}/check`, at(file));
  portal.get(`${base}/receipt`, at(receiptPage));
  portal.get(`${base}/receipt.pdf`, at(receiptPdf));
  portal.get(`${base}/:question`, at(questionPage));
  portal.post(`${base}/:question`, at(answerQuestion));
}

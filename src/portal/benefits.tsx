/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Context } from 'hono';
import type { ServiceGuide } from '../casework/index.ts';
import { civilDate, type DescribedField, readTypedDate } from '../language/index.ts';
import { html, viewOf } from './answers.tsx';
import type { Notice } from './benefit-desk.ts';
import type { PortalDependencies } from './dependencies.ts';
import { type Face, page } from './face.tsx';
import { givenIn, readField } from './family/answers.ts';
import { type Asking, answered, askedOnce, nextQuestion } from './family/ask.ts';
import { tellFamily } from './family/outcome.ts';
import { type Given, type Question } from './family/question.ts';
import { familyQuestions } from './family/questions.ts';
import { faultWords } from './fault-words.ts';
import { told, type View } from './page.ts';
import { type Carried, FamilyQuestionPage, FamilyStartPage } from './pages/benefit-check.tsx';
import { BenefitsPage, type NoticeGroup, NoticesPage } from './pages/benefit-pages.tsx';
import { FamilyResultPage } from './pages/benefit-result.tsx';
import { RulesPage } from './pages/benefit-rules.tsx';
import { CHECK, NOTICES } from './pages/benefit-words.ts';
import type { FaultOf } from './pages/plain-form.tsx';
import { placeName } from './shown-answer.ts';
import { typedForm } from './typed-form.ts';

/** Somebody at one page of the questions. */
interface Visit {
  readonly context: Context;
  readonly view: View;
  readonly dependencies: PortalDependencies;
  readonly today: string;
  readonly questions: readonly Question[];
  readonly typed: Given;
  readonly carried: Carried;
  readonly help: ServiceGuide | null;
}

/** Whom to ask: who takes the first application for a benefit. */
async function helpOf({ listProgrammes, readService }: PortalDependencies): Promise<ServiceGuide | null> {
  const programmes = await listProgrammes();
  const service = programmes.find((one) => one.service !== null)?.service;
  return service ? readService(service).catch(() => null) : null;
}

async function visitOf({ dependencies, locale }: Face, context: Context): Promise<Visit> {
  const today = civilDate(dependencies.now());
  const typed = await typedForm(context);
  const questions = familyQuestions(today, await dependencies.listCounties());
  const skipped = (typed['skipped'] ?? '')
    .split(' ')
    .filter((key) => questions.some((one) => one.key === key));
  return {
    context,
    view: viewOf(context, dependencies, locale),
    dependencies,
    today,
    questions,
    typed,
    carried: { given: givenIn(questions, typed, today), skipped },
    help: await helpOf(dependencies),
  };
}

const askingOf = ({ dependencies, questions, carried }: Visit): Asking => ({
  desk: askedOnce(dependencies),
  questions,
  ...carried,
});

/** The question that was on the page before: the last of those that were answered or passed over before it. */
function before({ questions, carried }: Visit, { key }: Question): string | null {
  const earlier = questions.slice(
    0,
    questions.findIndex((one) => one.key === key),
  );
  const passed = earlier.filter(
    (one) =>
      carried.skipped.includes(one.key) || answered({ questions: [one], given: carried.given }).length > 0,
  );
  return passed.at(-1)?.key ?? null;
}

interface Shown {
  /** As it was typed. */
  readonly typed: Given;
  readonly faults: FaultOf;
}

const showQuestion = (visit: Visit, question: Question, { typed, faults }: Shown) =>
  html(
    visit.context,
    <FamilyQuestionPage
      view={visit.view}
      question={question}
      carried={visit.carried}
      typed={typed}
      faults={faults}
      before={before(visit, question)}
      help={visit.help}
    />,
    Object.keys(faults).length > 0 ? 422 : 200,
  );

async function showResult(visit: Visit, asking: Asking) {
  const { context, view, questions, carried, dependencies } = visit;
  const { day, told: results } = await tellFamily(asking, dependencies);
  return html(
    context,
    <FamilyResultPage
      view={view}
      day={day}
      told={results}
      answered={answered({ questions, given: carried.given })}
      carried={carried}
    />,
  );
}

async function goOn(visit: Visit) {
  const asking = askingOf(visit);
  const next = await nextQuestion(asking);
  return next ? showQuestion(visit, next, { typed: {}, faults: {} }) : showResult(visit, asking);
}

function faultOf(view: View, field: DescribedField, typed: string): string {
  if (field.kind === 'number' && typed.trim() !== '') return view.say('familyNumber');
  if (field.kind === 'date' && readTypedDate(typed) !== null) return view.say('familyFuture');
  return faultWords(view, field, typed);
}

/** A child cannot have died before it was born. */
const isOutOfOrder = ({ key }: DescribedField, { given }: Carried) =>
  key.startsWith('lostDeath') && (given[key] ?? '') < (given[key.replace('Death', 'Birth')] ?? '');

function faultsIn({ view, typed, today, carried }: Visit, question: Question): FaultOf {
  const faults = question.fields(carried.given).flatMap((field) => {
    const value = typed[field.key] ?? '';
    if (readField(field, value, today) === null) return [[field.key, faultOf(view, field, value)] as const];
    return isOutOfOrder(field, carried) ? [[field.key, view.say('familyDeathOrder')] as const] : [];
  });
  return Object.fromEntries(faults);
}

const without = (given: Given, fields: readonly DescribedField[]): Given =>
  Object.fromEntries(Object.entries(given).filter(([key]) => !fields.some((field) => field.key === key)));

/** Passed over: whatever was answered to it before is taken back. */
function passOver(visit: Visit, question: Question): Visit {
  const { given, skipped } = visit.carried;
  const carried = {
    given: without(given, question.fields(given)),
    skipped: [...skipped.filter((key) => key !== question.key), question.key],
  };
  return { ...visit, carried };
}

const answeredNow = (visit: Visit, { key }: Question): Visit => ({
  ...visit,
  carried: { ...visit.carried, skipped: visit.carried.skipped.filter((one) => one !== key) },
});

const questionNamed = ({ questions, carried }: Visit, key: string | undefined) =>
  questions.find((one) => one.key === key && one.applies(carried.given));

/** Answers travel in the form alone: each page is made from what is sent, and nothing of it is kept. */
async function check(face: Face, context: Context) {
  context.header('Cache-Control', 'no-store');
  const visit = await visitOf(face, context);
  const changed = questionNamed(visit, visit.typed['change']);
  if (changed) return showQuestion(visit, changed, { typed: visit.carried.given, faults: {} });
  const question = questionNamed(visit, visit.typed['asked']);
  if (!question) return goOn(visit);
  if (visit.typed['skip'] !== undefined) return goOn(passOver(visit, question));
  const faults = faultsIn(visit, question);
  if (Object.keys(faults).length > 0) return showQuestion(visit, question, { typed: visit.typed, faults });
  return goOn(answeredNow(visit, question));
}

async function startPage({ dependencies, locale }: Face, context: Context) {
  context.header('Cache-Control', 'no-store');
  const view = viewOf(context, dependencies, locale);
  return html(context, <FamilyStartPage view={view} help={await helpOf(dependencies)} />);
}

/** Notices under the names of their villages. */
async function noticeGroups(dependencies: PortalDependencies, view: View): Promise<readonly NoticeGroup[]> {
  const [notices, programmes] = await Promise.all([
    dependencies.listNotices(),
    dependencies.listProgrammes(),
  ]);
  const titleOf = ({ programme }: Notice) => {
    const found = programmes.find((one) => one.key === programme);
    return found ? told(view, found.title) : programme;
  };
  const byArea = Map.groupBy(notices, ({ area }) => area);
  return Promise.all(
    [...byArea].map(async ([area, own]) => ({
      place: await placeName(dependencies, area),
      notices: own.map((one) => ({ ...one, title: titleOf(one) })),
    })),
  );
}

/** What a family may be entitled to, by which rules, and what hangs out today. */
export function addBenefits(face: Face): void {
  const { portal, prefix, dependencies } = face;
  page(face, '/benefits', async (view) => (
    <BenefitsPage view={view} programmes={await dependencies.listProgrammes()} />
  ));
  portal.get(`${prefix}${CHECK}`, (context) => startPage(face, context));
  portal.post(`${prefix}${CHECK}`, (context) => check(face, context));
  page(face, NOTICES, async (view) => (
    <NoticesPage view={view} groups={await noticeGroups(dependencies, view)} />
  ));
  portal.get(`${prefix}/benefits/:key`, async (context) => {
    const view = viewOf(context, dependencies, face.locale);
    context.header('Cache-Control', 'private, no-cache');
    const rules = await dependencies.readProgramme(context.req.param('key'));
    const programmes = await dependencies.listProgrammes();
    const beside = programmes
      .filter(({ key }) => rules.exclusiveWith.includes(key))
      .map(({ title }) => told(view, title));
    return html(context, <RulesPage view={view} rules={rules} beside={beside} />);
  });
}

/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { DescribedQuestion, DraftState, ServiceGuide } from '../../casework/index.ts';
import type { EarlierForm } from '../earlier-form.ts';
import { pathIn, told, type View } from '../page.ts';
import { controlId, FieldControl, Form, type OptionGroup, PostButton } from './form-controls.tsx';
import { applyPath, FormPage, servicePath } from './service-frame.tsx';

interface StartProps {
  readonly view: View;
  readonly service: ServiceGuide;
  /** What was begun on this device and is not filed. */
  readonly draft: DraftState | null;
  readonly earlier: EarlierForm | null;
}

interface EarlierProps {
  readonly view: View;
  readonly service: ServiceGuide;
  readonly earlier: EarlierForm | null;
}

/** What was answered a short while ago need not be typed again. */
const EarlierOffer = ({ view, service, earlier }: EarlierProps) =>
  earlier === null ? (
    <></>
  ) : (
    <section class="offer">
      <p>{view.say('earlierNote', { title: told(view, earlier.title) })}</p>
      <PostButton action={pathIn(view, applyPath(service.key, 'as-before'))} label={view.say('earlierUse')} />
    </section>
  );

/** What to prepare and how long it takes, before the first question. */
export const StartPage = ({ view, service, draft, earlier }: StartProps) => {
  const title = told(view, service.title);
  return (
    <FormPage
      view={view}
      service={service}
      title={title}
      back={servicePath(service.key)}
      {...(draft ? { draft } : {})}
    >
      <h1>{title}</h1>
      <p class="intro">{told(view, service.summary)}</p>
      <h2>{view.say('beforeYouStart')}</h2>
      <p>{told(view, service.prepare)}</p>
      <p>{view.say('howItWorksText')}</p>
      {draft?.next && (
        <p class="actions">
          <a class="action" href={pathIn(view, applyPath(service.key, draft.next))}>
            {view.say('continueDraft')}
          </a>
        </p>
      )}
      <EarlierOffer view={view} service={service} earlier={draft ? null : earlier} />
      <PostButton
        action={pathIn(view, applyPath(service.key, draft ? 'again' : ''))}
        label={view.say(draft ? 'startAgain' : 'startNow')}
        isQuiet={draft !== null || earlier !== null}
      />
      <h2>{view.say('whatIsAsked')}</h2>
      <ol class="asked">
        {service.questions.map((question) => (
          <li>
            {told(view, question.label)}{' '}
            <span class="hint">
              {question.optional && view.say('optionalMark')}
              {question.when && view.say('onlyWhen')}
            </span>
          </li>
        ))}
      </ol>
    </FormPage>
  );
};

export interface AskedQuestion {
  readonly view: View;
  readonly service: ServiceGuide;
  readonly question: DescribedQuestion;
  readonly draft: DraftState;
  readonly typed: string;
  readonly fault: string | null;
  /** A form of before whose answers can be used; unsaid: none is offered. */
  readonly earlier?: EarlierForm | null;
  /** For places, which are chosen from a list. */
  readonly groups?: readonly OptionGroup[];
  /** The township that villages are listed of; null while it is not chosen. */
  readonly township?: string | null;
}

/** The page before this question: the check when all is answered, otherwise the question before. */
function backOf({ service, question, draft }: AskedQuestion): string {
  if (draft.next === null) return applyPath(service.key, 'check');
  const before = draft.asked[draft.asked.indexOf(question.key) - 1];
  return applyPath(service.key, before ?? '');
}

/** Where somebody is in choosing a village: which township comes first, or which one was chosen. */
function placeStep({ view, township, groups = [] }: AskedQuestion): string | null {
  if (township === undefined) return null;
  if (township === null) return view.say('villageStepLabel');
  return view.say('villageIn', { township: groups[0]?.label ?? '' });
}

/** One question on a page of its own. */
export const QuestionPage = (props: AskedQuestion) => {
  const { view, service, question, draft, typed, fault, groups, township } = props;
  const action = pathIn(view, applyPath(service.key, question.key));
  const submit = township === null ? 'villageStepGo' : 'saveAndGoOn';
  const why = told(view, question.why);
  const step = placeStep(props);
  return (
    <FormPage
      view={view}
      service={service}
      title={told(view, question.label)}
      back={backOf(props)}
      draft={draft}
      faults={fault ? [{ id: controlId(question), words: fault }] : []}
    >
      <Form action={action} submit={view.say(submit)}>
        {township === null && <input type="hidden" name="step" value="township" />}
        {typeof township === 'string' && <input type="hidden" name="in" value={township} />}
        <FieldControl
          view={view}
          asking={{
            field: question,
            value: typed,
            fault,
            why: [why, step].filter(Boolean).join(' '),
            isHeading: true,
            ...(groups ? { groups } : {}),
          }}
        />
      </Form>
      {typeof township === 'string' && (
        <p>
          <a href={`${action}?in=`}>{view.say('villageOtherTownship')}</a>
        </p>
      )}
      <EarlierOffer view={view} service={service} earlier={props.earlier ?? null} />
      {question.optional && <PostButton action={action} label={view.say('skipQuestion')} isQuiet />}
    </FormPage>
  );
};

/** What whoever does not consent is told: the form goes no further. */
export const RefusedPage = ({ view, service }: { readonly view: View; readonly service: ServiceGuide }) => (
  <FormPage view={view} service={service} title={view.say('refusedTitle')} back={servicePath(service.key)}>
    <h1>{view.say('refusedTitle')}</h1>
    <p class="intro">{service.consent && told(view, service.consent.refused)}</p>
  </FormPage>
);

export interface CheckedAnswer {
  readonly question: DescribedQuestion;
  readonly shown: string;
}

/** Every answer, each with a way to change it, before it is sent. */
export const CheckPage = ({
  view,
  service,
  draft,
  answers,
}: {
  readonly view: View;
  readonly service: ServiceGuide;
  readonly draft: DraftState;
  readonly answers: readonly CheckedAnswer[];
}) => (
  <FormPage
    view={view}
    service={service}
    title={view.say('checkTitle')}
    back={applyPath(service.key, draft.asked.at(-1))}
    draft={draft}
  >
    <h1>{view.say('checkTitle')}</h1>
    <h2>{view.say('checkAnswers')}</h2>
    <dl class="answers">
      {answers.map(({ question, shown }) => (
        <div>
          <dt>{told(view, question.label)}</dt>
          <dd class="given">{shown}</dd>
          <dd class="change">
            <a href={pathIn(view, applyPath(service.key, question.key))}>
              {view.say('change')}
              <span class="unseen"> {told(view, question.label)}</span>
            </a>
          </dd>
        </div>
      ))}
    </dl>
    <p>{view.say('submitNote')}</p>
    <Form
      action={pathIn(view, applyPath(service.key, 'check'))}
      submit={view.say('submitAct', { title: told(view, service.title) })}
    />
  </FormPage>
);

/** There is no form in progress: begin one, or go on by its code. */
export const NoDraftPage = ({ view, service }: { readonly view: View; readonly service: ServiceGuide }) => (
  <FormPage view={view} service={service} title={view.say('draftGone')} back={servicePath(service.key)}>
    <h1>{view.say('draftGone')}</h1>
    <p class="intro">{view.say('draftGoneText')}</p>
    <div class="actions">
      <PostButton action={pathIn(view, applyPath(service.key))} label={view.say('startNow')} />
      <a href={pathIn(view, '/drafts')}>{view.say('drafts')}</a>
    </div>
  </FormPage>
);

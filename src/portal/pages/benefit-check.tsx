/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { ServiceGuide } from '../../casework/index.ts';
import type { Given, Question } from '../family/question.ts';
import { Layout } from '../layout.tsx';
import { pathIn, told, type View } from '../page.ts';
import { CHECK } from './benefit-words.ts';
import { controlId, ErrorSummary, FieldControl } from './form-controls.tsx';
import type { FaultOf } from './plain-form.tsx';
import { Help } from './service-frame.tsx';

/** What a page of the questions carries on: nothing of it is kept anywhere else. */
export interface Carried {
  readonly given: Given;
  readonly skipped: readonly string[];
}

export const Hidden = ({
  carried,
  without = [],
}: {
  readonly carried: Carried;
  readonly without?: readonly string[];
}) => (
  <>
    {Object.entries(carried.given)
      .filter(([name]) => !without.includes(name))
      .map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    {carried.skipped.length > 0 && <input type="hidden" name="skipped" value={carried.skipped.join(' ')} />}
  </>
);

export const CheckFrame = ({
  view,
  title,
  hasFault = false,
  children,
}: {
  readonly view: View;
  readonly title: string;
  readonly hasFault?: boolean;
  readonly children?: Child;
}) => {
  const name = view.say('benefitsCheck');
  return (
    <Layout
      view={view}
      title={title}
      column={{ name, type: view.say('benefits'), description: view.say('benefitsCheckText') }}
      crumbs={[
        { label: view.say('home'), path: '/' },
        { label: view.say('benefits'), path: '/benefits' },
        { label: name, path: CHECK },
      ]}
      hasFault={hasFault}
    >
      {children}
    </Layout>
  );
};

interface QuestionProps {
  readonly view: View;
  readonly question: Question;
  readonly carried: Carried;
  /** As it was typed, for the fields of the question. */
  readonly typed: Given;
  readonly faults: FaultOf;
  /** The question before; null on the first page. */
  readonly before: string | null;
  readonly help: ServiceGuide | null;
}

const Buttons = ({ view, before }: Pick<QuestionProps, 'view' | 'before'>) => (
  <div class="actions form-actions">
    <button type="submit" class="action">
      {view.say('checkGo')}
    </button>
    <button type="submit" class="quiet" name="skip" value="yes">
      {view.say('checkSkip')}
    </button>
    {before && (
      <button type="submit" class="quiet" name="change" value={before}>
        {view.say('checkBack')}
      </button>
    )}
  </div>
);

const Fields = ({ view, question, carried, typed, faults }: Omit<QuestionProps, 'before' | 'help'>) => {
  const fields = question.fields(carried.given);
  const isAlone = fields.length === 1 && fields[0]?.key === question.key;
  const why = view.say(question.why);
  return (
    <>
      {!isAlone && (
        <>
          <h1>{view.say(question.title)}</h1>
          <p class="hint">
            {view.say('whyAsked')}
            {why}
          </p>
        </>
      )}
      {fields.map((field) => (
        <FieldControl
          view={view}
          asking={{
            field,
            value: typed[field.key] ?? '',
            fault: faults[field.key] ?? null,
            ...(isAlone ? { why } : {}),
            isHeading: isAlone,
          }}
        />
      ))}
    </>
  );
};

/** One question, and everything that was answered before it, unseen. */
export const FamilyQuestionPage = (props: QuestionProps) => {
  const { view, question, carried, faults, before, help } = props;
  const fields = question.fields(carried.given);
  const wrong = fields.filter(({ key }) => key in faults);
  return (
    <CheckFrame view={view} title={view.say(question.title)} hasFault={wrong.length > 0}>
      {wrong.length > 0 && (
        <ErrorSummary
          view={view}
          faults={wrong.map((field) => ({ id: controlId(field), words: faults[field.key] ?? '' }))}
        />
      )}
      <form method="post" action={pathIn(view, CHECK)} novalidate class="form" autocomplete="off">
        <input type="hidden" name="asked" value={question.key} />
        <Hidden carried={carried} without={fields.map(({ key }) => key)} />
        <Fields {...props} />
        <Buttons view={view} before={before} />
      </form>
      <p class="hint">
        {view.say('checkKeeps')} {view.say('checkOrientation')}
      </p>
      {help && (
        <div class="beside-form">
          <Help view={view} service={help} />
        </div>
      )}
    </CheckFrame>
  );
};

/** Where the questions begin: what they are for, and that nothing of them is kept. */
export const FamilyStartPage = ({ view, help }: Pick<QuestionProps, 'view' | 'help'>) => (
  <CheckFrame view={view} title={view.say('benefitsCheck')}>
    <h1>{view.say('benefitsCheck')}</h1>
    <p class="intro">{view.say('checkIntro')}</p>
    <ul>
      <li>{view.say('checkKeeps')}</li>
      <li>{view.say('checkOrientation')}</li>
    </ul>
    <form method="post" action={pathIn(view, CHECK)} class="post-button">
      <button type="submit" class="action">
        {view.say('startNow')}
      </button>
    </form>
    <p>
      <a href={pathIn(view, '/benefits')}>{view.say('benefits')}</a>
    </p>
    {help && (
      <div class="beside-form">
        <Help view={view} service={help} />
      </div>
    )}
  </CheckFrame>
);

/** An answer as it is read again. */
export function shownField(view: View, field: ReturnType<Question['fields']>[number], value: string): string {
  const choice = field.choices.find((one) => one.value === value);
  return choice ? told(view, choice.label) : value;
}

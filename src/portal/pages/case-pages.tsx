/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { CaseProgress } from '../../casework/index.ts';
import { civilMinute, commonSteps } from '../../language/index.ts';
import { Layout } from '../layout.tsx';
import type { MessageKey } from '../messages.ts';
import { pathIn, told, type View } from '../page.ts';
import { certificatePath } from './certificate-pages.tsx';
import { type Drawn, DrawnBenefit } from './drawn-benefit.tsx';
import { PostButton } from './form-controls.tsx';
import { QrCode } from './qr-code.tsx';
import { casePath } from './receipt-page.tsx';
import { servicePath } from './service-frame.tsx';

export interface ProgressProps {
  readonly view: View;
  readonly progress: CaseProgress;
  /** What is drawn after an application for a benefit; null where nothing is. */
  readonly drawn: Drawn | null;
  /** Whether they showed the code, with which one may act, or the phone, with which one may look. */
  readonly mayAct: boolean;
  /** Until when the page opens on this device. */
  readonly until: string;
}

const Part = ({
  view,
  label,
  children,
}: {
  readonly view: View;
  readonly label: MessageKey;
  readonly children?: Child;
}) => (
  <section>
    <h2>{view.say(label)}</h2>
    {children}
  </section>
);

/** Interludes are shown while the case stands there; the end is named when it is reached. */
function lineOf(view: View, { steps, open, state }: CaseProgress) {
  const shown = steps
    .filter(({ key, current }) => current || !(key in commonSteps))
    .map(({ label, current }) => ({ label: told(view, label), current }));
  const end = open ? view.say('caseStepEnd') : told(view, state.label);
  return [...shown, { label: end, current: !open }];
}

const StepLine = ({ view, progress }: Pick<ProgressProps, 'view' | 'progress'>) => (
  <ol class="step-line" aria-label={view.say('caseSteps')}>
    {lineOf(view, progress).map(({ label, current }) => (
      <li class={current ? 'current' : undefined} aria-current={current ? 'step' : undefined}>
        {label}
        {current && <span class="unseen"> {view.say('caseStepCurrent')}</span>}
      </li>
    ))}
  </ol>
);

function dateRows(progress: CaseProgress): readonly (readonly [MessageKey, string | null])[] {
  const { receivedOn, repliedOn, replyDue, closedOn, closeDue } = progress;
  return [
    ['caseReceived', receivedOn],
    repliedOn ? ['caseReplied', repliedOn] : ['caseReplyDue', replyDue],
    closedOn ? ['caseClosed', closedOn] : ['caseCloseDue', closeDue],
  ];
}

const Dates = ({ view, progress }: Pick<ProgressProps, 'view' | 'progress'>) => {
  const { open, paused, late, closeDue } = progress;
  return (
    <Part view={view} label="caseDates">
      <dl class="facts stacked">
        {dateRows(progress)
          .filter(([, day]) => day !== null)
          .map(([label, day]) => (
            <div>
              <dt>{view.say(label)}</dt>
              <dd>
                <time>{day}</time>
              </dd>
            </div>
          ))}
      </dl>
      {paused && <p class="note">{view.say('casePaused')}</p>}
      {late && <p class="note">{view.say('caseLate')}</p>}
      {open && !paused && closeDue === null && <p class="note">{view.say('caseNoDate')}</p>}
    </Part>
  );
};

const Story = ({ view, progress }: Pick<ProgressProps, 'view' | 'progress'>) => (
  <Part view={view} label="caseStory">
    <ol class="story">
      {progress.story.map(({ at, label, said }) => (
        <li>
          <p>
            <time datetime={at}>{civilMinute(new Date(at))}</time> <strong>{told(view, label)}</strong>
          </p>
          {said.map((one) => (
            <blockquote>
              <p class="hint">{told(view, one.label)}</p>
              <p class="said">{one.choice ? told(view, one.choice) : one.answer}</p>
            </blockquote>
          ))}
        </li>
      ))}
    </ol>
  </Part>
);

const ActionLinks = ({ view, progress }: Pick<ProgressProps, 'view' | 'progress'>) => {
  const { number, actions, mayRate, rated } = progress;
  return (
    <>
      <ul class="can-do">
        {mayRate && (
          <li>
            <a class="action" href={pathIn(view, casePath(number, 'rate'))}>
              {view.say('rateTitle')}
            </a>
          </li>
        )}
        {actions.map(({ key, label }) => (
          <li>
            <a href={pathIn(view, casePath(number, `actions/${key}`))}>{told(view, label)}</a>
          </li>
        ))}
      </ul>
      {rated && <p>{view.say('rateDone')}</p>}
      {!mayRate && actions.length === 0 && !rated && <p>{view.say('caseActionsNone')}</p>}
    </>
  );
};

const CanDo = ({ view, progress, mayAct }: ProgressProps) => (
  <Part view={view} label="caseActions">
    {mayAct ? (
      <ActionLinks view={view} progress={progress} />
    ) : (
      <p>
        {view.say('caseActionsByPhone')} <a href={pathIn(view, '/cases')}>{view.say('caseEnterCode')}</a>
      </p>
    )}
  </Part>
);

const Certificate = ({
  view,
  progress: { number, certificate },
}: Pick<ProgressProps, 'view' | 'progress'>) => {
  if (!certificate) return <></>;
  const path = certificatePath(certificate);
  return (
    <Part view={view} label="certificateOf">
      <div class="scan">
        <QrCode content={`${view.site.publicUrl}${pathIn(view, path)}`} label={view.say('certificateQr')} />
        <div>
          <p>
            <strong>{told(view, certificate.title)}</strong>
          </p>
          <dl class="facts">
            <div>
              <dt>{view.say('certificateNumber')}</dt>
              <dd class="code">{certificate.number}</dd>
            </div>
            <div>
              <dt>{view.say('certificateCode')}</dt>
              <dd class="code">{certificate.code}</dd>
            </div>
          </dl>
          <p class="actions">
            <a class="action" href={pathIn(view, casePath(number, 'certificate.pdf'))}>
              {view.say('certificatePdf')} ({view.say('receiptPdfHint')})
            </a>
            <a href={pathIn(view, path)}>{view.say('certificateCheck')}</a>
          </p>
        </div>
      </div>
    </Part>
  );
};

const Linked = ({ view, progress }: Pick<ProgressProps, 'view' | 'progress'>) =>
  progress.linked.length === 0 ? (
    <></>
  ) : (
    <Part view={view} label="caseLinked">
      <ul class="service-list">
        {progress.linked.map(({ number, title, state, open }) => (
          <li>
            <a href={pathIn(view, casePath(number))}>{told(view, title)}</a>
            <span>
              {number} · {told(view, state)} · {view.say(open ? 'caseOpen' : 'caseClosedShort')}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );

/** Where a case stands, what was said, and what its applicant can do now. */
export const ProgressPage = (props: ProgressProps) => {
  const { view, progress, drawn, until } = props;
  const title = told(view, progress.title);
  return (
    <Layout
      view={view}
      title={`${title} ${progress.number}`}
      column={{ name: view.say('cases'), type: view.say('services'), description: view.say('casesIntro') }}
      crumbs={[
        { label: view.say('home'), path: '/' },
        { label: view.say('cases'), path: '/cases' },
      ]}
      isPrivate
    >
      <h1>{title}</h1>
      <p class="facts">
        <span>
          {view.say('caseNumber')} <span class="code">{progress.number}</span>
        </span>
        <a href={pathIn(view, servicePath(progress.service))}>{view.say('caseGuide')}</a>
      </p>
      <div class="state">
        <p class="state-name">
          <span class="unseen">{view.say('caseState')}: </span>
          {told(view, progress.state.label)}
        </p>
        <p>{told(view, progress.state.says)}</p>
      </div>
      <StepLine view={view} progress={progress} />
      {drawn && <DrawnBenefit view={view} drawn={drawn} />}
      <CanDo {...props} />
      <Certificate view={view} progress={progress} />
      <Dates view={view} progress={progress} />
      <Linked view={view} progress={progress} />
      <Story view={view} progress={progress} />
      <section class="no-print">
        <h2>{view.say('caseLeave')}</h2>
        <p>
          {view.say('caseUntil', { time: until })} {view.say('casePrint')}
        </p>
        <PostButton
          action={pathIn(view, casePath(progress.number, 'leave'))}
          label={view.say('caseLeave')}
          isQuiet
        />
      </section>
    </Layout>
  );
};

/** After a rating: thanks, and whether the case is looked at again. */
export const ThanksPage = ({ view, reopened }: { readonly view: View; readonly reopened: boolean }) => (
  <Layout
    view={view}
    title={view.say('rateThanks')}
    column={{ name: view.say('cases'), type: view.say('services'), description: view.say('rateIntro') }}
    crumbs={[
      { label: view.say('home'), path: '/' },
      { label: view.say('cases'), path: '/cases' },
    ]}
    isPrivate
  >
    <h1>{view.say('rateThanks')}</h1>
    <p class="intro">{view.say(reopened ? 'rateReopened' : 'rateThanksText')}</p>
    <p>
      <a class="action" href={pathIn(view, '/cases')}>
        {view.say('cases')}
      </a>
    </p>
  </Layout>
);

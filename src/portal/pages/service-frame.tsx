/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { DraftState, ServiceGuide } from '../../casework/index.ts';
import { civilMinute } from '../../language/index.ts';
import { Layout } from '../layout.tsx';
import { pathIn, told, type View } from '../page.ts';
import { ErrorSummary, PostButton } from './form-controls.tsx';

export const servicePath = (key: string): string => `/services/${key}`;
export const applyPath = (key: string, page = ''): string =>
  `/services/${key}/apply${page === '' ? '' : `/${page}`}`;

/** The line that listens, before anything else, for whoever wrote that they cannot go on. */
export const SupportPanel = ({ view, line }: { readonly view: View; readonly line: string }) => (
  <div class="support" role="region" aria-labelledby="support-title">
    <h2 id="support-title">{view.say('supportTitle')}</h2>
    <p>
      <a class="support-line" href={`tel:${line}`}>
        {line}
      </a>
      {view.say('supportText')}
    </p>
    <p>{view.say('supportGoOn')}</p>
  </div>
);

/** Where help is had: at the same place on every page of a form. */
export const Help = ({
  view,
  service,
}: {
  readonly view: View;
  readonly service: Pick<ServiceGuide, 'phone' | 'place' | 'hours'>;
}) => (
  <section class="form-help" aria-labelledby="help-title">
    <h2 id="help-title">{view.say('needHelp')}</h2>
    <dl class="facts stacked">
      <div>
        <dt>{view.say('helpPhone')}</dt>
        <dd>{told(view, service.phone)}</dd>
      </div>
      <div>
        <dt>{view.say('helpCounter')}</dt>
        <dd>
          {told(view, service.place)}
          <br />
          {told(view, service.hours)}
        </dd>
      </div>
    </dl>
  </section>
);

const DraftNote = ({ view, draft }: { readonly view: View; readonly draft: DraftState }) => (
  <section class="draft-note" aria-labelledby="draft-title">
    <h2 id="draft-title">{view.say('draftTitle')}</h2>
    <dl class="facts stacked">
      <div>
        <dt>{view.say('draftCode')}</dt>
        <dd class="code">{draft.token}</dd>
      </div>
      <div>
        <dt>{view.say('draftUntil')}</dt>
        <dd>{civilMinute(new Date(draft.expiresAt))}</dd>
      </div>
    </dl>
    <p class="hint">
      {view.say('draftHow', { page: view.say('drafts') })}{' '}
      <a href={pathIn(view, '/drafts')}>{view.say('drafts')}</a>
    </p>
    <PostButton
      action={pathIn(view, applyPath(draft.service, 'forget'))}
      label={view.say('draftForget')}
      isQuiet
    />
  </section>
);

export interface FormPageProps {
  readonly view: View;
  readonly service: ServiceGuide;
  readonly title: string;
  /** Path of the page before; null on the first one. */
  readonly back: string | null;
  readonly draft?: DraftState;
  readonly faults?: readonly { readonly id: string; readonly words: string }[];
  readonly children?: Child;
}

/** The frame of every page of a form. */
export const FormPage = ({ view, service, title, back, draft, faults = [], children }: FormPageProps) => {
  const name = told(view, service.title);
  return (
    <Layout
      view={view}
      title={title}
      column={{ name, type: view.say('services'), description: told(view, service.summary) }}
      crumbs={[
        { label: view.say('home'), path: '/' },
        { label: view.say('services'), path: '/services' },
        { label: name, path: servicePath(service.key) },
      ]}
      isPrivate
      hasFault={faults.length > 0}
    >
      {draft?.supportLine && <SupportPanel view={view} line={draft.supportLine} />}
      {faults.length > 0 && <ErrorSummary view={view} faults={faults} />}
      {back && (
        <p class="back">
          <a href={pathIn(view, back)}>{view.say('back')}</a>
        </p>
      )}
      {children}
      <div class="beside-form">
        <Help view={view} service={service} />
        {draft && <DraftNote view={view} draft={draft} />}
      </div>
    </Layout>
  );
};

/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Text } from '../../language/index.ts';
import { Layout } from '../layout.tsx';
import type { MessageKey } from '../messages.ts';
import { type Crumb, pathIn, type View } from '../page.ts';
import { CHECK } from './benefit-words.ts';

export const Plain = ({
  view,
  title,
  crumbs = [],
  children,
}: {
  readonly view: View;
  readonly title: string;
  /** Pages between the home page and this one. */
  readonly crumbs?: readonly Crumb[];
  readonly children?: Child;
}) => (
  <Layout
    view={view}
    title={title}
    column={{ name: title, type: view.locale === 'zh' ? '说明' : 'information', description: title }}
    crumbs={[{ label: view.say('home'), path: '/' }, ...crumbs, { label: title, path: view.path }]}
  >
    <h1>{title}</h1>
    {children}
  </Layout>
);

export interface Listed {
  readonly year: number;
  readonly edition: number;
  readonly published: string;
}

/** The newest edition of each year. */
const latestOf = (editions: readonly Listed[]): readonly Listed[] =>
  [...new Map(editions.toReversed().map((one) => [one.year, one])).values()].toReversed();

const reportTitle = (view: View, year: number) =>
  view.locale === 'zh'
    ? `${String(year)} 年人口与家庭服务工作报告`
    : `Annual report on population and family services ${String(year)}`;

const ReportList = ({ view, editions }: { readonly view: View; readonly editions: readonly Listed[] }) => (
  <ul class="report-list">
    {latestOf(editions).map(({ year, edition, published }) => (
      <li>
        <a href={pathIn(view, `/reports/${String(year)}`)}>{reportTitle(view, year)}</a>
        <span>
          {view.say('editionNumber', { n: edition })} · <time>{published}</time>
        </span>
      </li>
    ))}
  </ul>
);

const promises: readonly (readonly [MessageKey, MessageKey])[] = [
  ['promiseWhy', 'promiseWhyText'],
  ['promiseRules', 'promiseRulesText'],
  ['promisePrivacy', 'promisePrivacyText'],
];

export interface Link {
  readonly path: string;
  readonly label: string;
}

const Links = ({ view, links }: { readonly view: View; readonly links: readonly Link[] }) => (
  <ul class="plain-list">
    {links.map(({ path, label }) => (
      <li>
        <a href={pathIn(view, path)}>{label}</a>
      </li>
    ))}
  </ul>
);

export interface OfferedGroup {
  readonly label: MessageKey;
  readonly services: readonly Link[];
}

/** What people come for, before what they read. */
const Services = ({ view, groups }: { readonly view: View; readonly groups: readonly OfferedGroup[] }) => (
  <section>
    <h2>{view.say('homeServices')}</h2>
    <div class="promises">
      {groups.map(({ label, services }) => (
        <div>
          <h3>{view.say(label)}</h3>
          <Links view={view} links={services} />
        </div>
      ))}
    </div>
    <p class="actions">
      <a class="action" href={pathIn(view, CHECK)}>
        {view.say('benefitsCheck')}
      </a>
      <a href={pathIn(view, '/benefits')}>{view.say('benefits')}</a>
      <a href={pathIn(view, '/services')}>{view.say('homeAllServices')}</a>
      <a href={pathIn(view, '/cases')}>{view.say('cases')}</a>
      <a href={pathIn(view, '/certificates')}>{view.say('certificates')}</a>
    </p>
  </section>
);

export const HomePage = ({
  view,
  editions,
  groups,
}: {
  readonly view: View;
  readonly editions: readonly Listed[];
  readonly groups: readonly OfferedGroup[];
}) => {
  const latest = latestOf(editions)[0];
  return (
    <Layout
      view={view}
      title={view.say('tagline')}
      column={{
        name: view.say('home'),
        type: view.locale === 'zh' ? '首页' : 'home',
        description: view.say('homeIntro'),
      }}
      crumbs={[{ label: view.say('home'), path: '/' }]}
    >
      <h1>{view.say('tagline')}</h1>
      <p class="intro">{view.say('homeIntro')}</p>
      {latest && (
        <p>
          <a class="action" href={pathIn(view, `/reports/${String(latest.year)}`)}>
            {view.say('homeReport', { year: latest.year })}
          </a>
        </p>
      )}
      <Services view={view} groups={groups} />
      <section>
        <h2>{view.say('reports')}</h2>
        <ReportList view={view} editions={editions} />
      </section>
      <section>
        <h2>{view.say('homePromises')}</h2>
        <div class="promises">
          {promises.map(([title, words]) => (
            <div>
              <h3>{view.say(title)}</h3>
              <p>{view.say(words)}</p>
            </div>
          ))}
        </div>
      </section>
    </Layout>
  );
};

export const ReportsPage = ({
  view,
  editions,
}: {
  readonly view: View;
  readonly editions: readonly Listed[];
}) => (
  <Plain view={view} title={view.say('reports')}>
    <p class="intro">{view.say('reportIntro')}</p>
    <ReportList view={view} editions={editions} />
  </Plain>
);

export const AboutPage = ({ view }: { readonly view: View }) => (
  <Plain view={view} title={view.say('about')}>
    <p class="intro">{view.say('homeIntro')}</p>
    <h2>{view.say('aboutMadeUp')}</h2>
    <p>{view.say('aboutMadeUpText')}</p>
    <h2>{view.say('aboutNever')}</h2>
    <p>{view.say('aboutNeverText')}</p>
    <h2>{view.say('withheld')}</h2>
    <p>{view.say('withheldWhy')}</p>
  </Plain>
);

export const AccessibilityPage = ({ view }: { readonly view: View }) => (
  <Plain view={view} title={view.say('accessibility')}>
    <p>{view.say('accessibilityText')}</p>
  </Plain>
);

export const SiteMapPage = ({ view, links }: { readonly view: View; readonly links: readonly Link[] }) => (
  <Plain view={view} title={view.say('siteMap')}>
    <Links view={view} links={links} />
  </Plain>
);

export interface Found extends Link {
  readonly excerpt: string;
}

export const SearchPage = ({
  view,
  query,
  found,
}: {
  readonly view: View;
  readonly query: string;
  readonly found: readonly Found[];
}) => (
  <Plain view={view} title={view.say('searchResults')}>
    {query === '' && <p>{view.say('searchHint')}</p>}
    {query !== '' && (
      <p role="status">
        “{query}”: {found.length}
      </p>
    )}
    {query !== '' && found.length === 0 && (
      <>
        <p>
          {view.say('searchNone')} {view.say('searchNext')}
        </p>
        <Links
          view={view}
          links={[
            { path: '/reports', label: view.say('reports') },
            { path: '/site-map', label: view.say('siteMap') },
          ]}
        />
      </>
    )}
    <ul class="report-list">
      {found.map(({ path, label, excerpt }) => (
        <li>
          <a href={pathIn(view, path)}>{label}</a>
          <span>{excerpt}</span>
        </li>
      ))}
    </ul>
  </Plain>
);

export const LeavePage = ({
  view,
  target,
  back,
}: {
  readonly view: View;
  readonly target: string;
  readonly back: string;
}) => (
  <Plain view={view} title={view.say('leaving')}>
    <p>{view.say('leavingText', { site: view.say('siteName'), target: new URL(target).host })}</p>
    <p class="actions">
      <a class="action" href={back}>
        {view.say('leavingStay')}
      </a>
      <a href={target} rel="noreferrer external">
        {view.say('leavingGo')}
      </a>
    </p>
  </Plain>
);

export const ErrorPage = ({
  view,
  title,
  message,
  remedy,
}: {
  readonly view: View;
  readonly title: string;
  readonly message: Text;
  readonly remedy: Text;
}) => (
  <Plain view={view} title={title}>
    <p class="intro">{message[view.locale]}</p>
    <h2>{view.say('remedy')}</h2>
    <p>{remedy[view.locale]}</p>
    <p>
      <a class="action" href={pathIn(view, '/')}>
        {view.say('backHome')}
      </a>
    </p>
  </Plain>
);

/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { MessageKey } from './messages.ts';
import { type Article, addressOf, type Crumb, type Preferences, pathIn, type View } from './page.ts';

export interface LayoutProps {
  readonly view: View;
  readonly title: string;
  readonly column: { readonly name: string; readonly type: string; readonly description: string };
  readonly crumbs: readonly Crumb[];
  readonly article?: Article;
  /** Shows what somebody is about: for no index, and no feed stands beside it. */
  readonly isPrivate?: boolean;
  /** Something that was sent has to be mended: the title says so first. */
  readonly hasFault?: boolean;
  readonly children?: Child;
}

const fullTitle = ({ view, title, column: { name }, hasFault }: LayoutProps) => {
  const parts = [title, ...(name === title ? [] : [name]), view.say('siteName')];
  const first = hasFault ? view.say('errorPrefix') : '';
  return `${first}${parts.join(' - ')}${view.site.synthetic ? ` (${view.say('madeUpSuffix')})` : ''}`;
};

/** The tags by which crawlers of government sites read a page, for a site that is none: the code is all noughts. */
const PageTags = ({ view, title, column, article }: LayoutProps) => (
  <>
    <meta name="SiteName" content={view.say('siteName')} />
    <meta name="SiteDomain" content={new URL(view.site.publicUrl).host} />
    <meta name="SiteIDCode" content="0000000000" />
    <meta name="ColumnName" content={column.name} />
    <meta name="ColumnType" content={column.type} />
    <meta name="ColumnDescription" content={column.description} />
    <meta name="ColumnKeywords" content={column.name} />
    <meta name="Description" content={article?.description ?? column.description} />
    <meta name="Keywords" content={article?.keywords ?? column.name} />
    <meta name="Url" content={addressOf(view)} />
    {article && (
      <>
        <meta name="ArticleTitle" content={title} />
        <meta name="PubDate" content={article.published} />
        <meta name="ContentSource" content={article.source} />
        <meta name="Author" content={article.source} />
      </>
    )}
  </>
);

const Head = (props: LayoutProps) => {
  const { view, isPrivate } = props;
  const address = (path: string) => `${view.site.publicUrl}${path}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {(view.site.synthetic || isPrivate) && <meta name="robots" content="noindex, nofollow" />}
      <title>{fullTitle(props)}</title>
      <PageTags {...props} />
      <link rel="canonical" href={addressOf(view)} />
      <link rel="alternate" hreflang="zh-CN" href={address(view.path + view.query)} />
      <link rel="alternate" hreflang="en" href={address(pathIn({ locale: 'en' }, view.path) + view.query)} />
      <link
        rel="alternate"
        type="application/atom+xml"
        href={pathIn(view, '/feed.xml')}
        title={view.say('reports')}
      />
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href={view.stylesheet} />
    </head>
  );
};

const MadeUpBanner = ({ view }: { readonly view: View }) => (
  <div class="made-up" role="note" aria-label={view.say('madeUpSuffix')}>
    <p>
      <strong>⚠ {view.say('madeUpTitle')}</strong> <span>{view.say('madeUpText')}</span>
    </p>
  </div>
);

const preferencePath = (view: View, change: Partial<Preferences>) => {
  const wanted = { ...view.preferences, ...change };
  const query = new URLSearchParams({
    size: wanted.size,
    contrast: wanted.contrast,
    back: pathIn(view, view.path) + view.query,
  });
  return `${pathIn(view, '/preferences')}?${query.toString()}`;
};

const sizes: readonly (readonly [Preferences['size'], MessageKey])[] = [
  ['normal', 'normal'],
  ['large', 'large'],
  ['elder', 'elder'],
];

const ViewOptions = ({ view }: { readonly view: View }) => {
  const high = view.preferences.contrast === 'high';
  return (
    <nav class="view-options" aria-label={view.say('viewOptions')}>
      <ul>
        {sizes.map(([size, label]) => (
          <li>
            <a
              href={preferencePath(view, { size })}
              rel="nofollow"
              aria-current={view.preferences.size === size ? 'true' : undefined}
            >
              {view.say(label)}
            </a>
          </li>
        ))}
        <li>
          <a href={preferencePath(view, { contrast: high ? 'normal' : 'high' })} rel="nofollow">
            {view.say(high ? 'contrastOff' : 'contrast')}
          </a>
        </li>
        <li>
          <a
            href={pathIn({ locale: view.locale === 'zh' ? 'en' : 'zh' }, view.path) + view.query}
            lang={view.locale === 'zh' ? 'en' : 'zh-CN'}
          >
            {view.say('language')}
          </a>
        </li>
      </ul>
    </nav>
  );
};

const mainPages: readonly (readonly [string, MessageKey])[] = [
  ['/', 'home'],
  ['/services', 'services'],
  ['/cases', 'cases'],
  ['/reports', 'reports'],
  ['/documents', 'documents'],
  ['/history', 'history'],
  ['/data', 'data'],
  ['/about', 'about'],
];

/** Benefits are reached by way of the services. */
const columnOf = (path: string) => (path.startsWith('/benefits') ? '/services' : path);

const isCurrent = (view: View, path: string) =>
  path === '/' ? view.path === '/' : columnOf(view.path).startsWith(path);

const SiteHeader = ({ view }: { readonly view: View }) => (
  <header class="site-header">
    <div class="wrap">
      <ViewOptions view={view} />
      <p class="brand">
        <a href={pathIn(view, '/')}>
          <span class="brand-name">{view.say('siteName')}</span>
          <span class="brand-line">
            {view.site.cityName[view.locale]} · {view.say('tagline')}
          </span>
        </a>
      </p>
      <div class="header-row">
        <nav class="main-navigation" aria-label={view.say('mainNavigation')}>
          <ul>
            {mainPages.map(([path, label]) => (
              <li>
                <a href={pathIn(view, path)} aria-current={isCurrent(view, path) ? 'page' : undefined}>
                  {view.say(label)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <form class="search" role="search" action={pathIn(view, '/search')} method="get">
          <label for="q">{view.say('searchLabel')}</label>
          <input id="q" name="q" type="search" maxlength={100} autocomplete="off" />
          <button type="submit">{view.say('search')}</button>
        </form>
      </div>
    </div>
  </header>
);

const Breadcrumbs = ({ view, crumbs }: LayoutProps) => (
  <nav class="breadcrumbs wrap" aria-label={view.say('breadcrumbs')}>
    <ol>
      {crumbs.map((crumb) => (
        <li>
          <a
            href={pathIn(view, crumb.path) + (crumb.path === view.path ? view.query : '')}
            aria-current={crumb.path === view.path ? 'page' : undefined}
          >
            {crumb.label}
          </a>
        </li>
      ))}
    </ol>
  </nav>
);

const footerRows: readonly (readonly [MessageKey, MessageKey])[] = [
  ['organiser', 'organiserValue'],
  ['contact', 'contactValue'],
  ['icp', 'noFiling'],
  ['security', 'noFiling'],
  ['badge', 'noBadge'],
  ['faults', 'noFaults'],
];

const SiteFooter = ({ view }: { readonly view: View }) => (
  <footer class="site-footer">
    <div class="wrap">
      <p class="footer-made-up">
        {view.site.synthetic && (
          <>
            <strong>{view.say('madeUpTitle')}</strong>
            {view.locale === 'zh' ? '。' : '. '}
          </>
        )}
        {view.site.synthetic ? view.say('madeUpText') : view.site.cityName[view.locale]}
      </p>
      <dl>
        {footerRows.map(([label, value]) => (
          <div>
            <dt>{view.say(label)}</dt>
            <dd>{view.say(value)}</dd>
          </div>
        ))}
        <div>
          <dt>{view.say('siteCode')}</dt>
          <dd>0000000000</dd>
        </div>
      </dl>
      <ul class="footer-links">
        <li>
          <a href={pathIn(view, '/site-map')}>{view.say('siteMap')}</a>
        </li>
        <li>
          <a href={pathIn(view, '/certificates')}>{view.say('certificates')}</a>
        </li>
        <li>
          <a href={pathIn(view, '/officers')}>{view.say('officers')}</a>
        </li>
        <li>
          <a href={pathIn(view, '/drafts')}>{view.say('drafts')}</a>
        </li>
        <li>
          <a href={pathIn(view, '/accessibility')}>{view.say('accessibility')}</a>
        </li>
        <li>
          <a href={pathIn(view, '/about')}>{view.say('about')}</a>
        </li>
      </ul>
      <p class="print-address">{addressOf(view)}</p>
    </div>
  </footer>
);

/** Head zone, content zone, foot zone: the same on every page. */
export const Layout = (props: LayoutProps) => {
  const { view, children } = props;
  const { size, contrast } = view.preferences;
  return (
    <html lang={view.locale === 'zh' ? 'zh-CN' : 'en'} class={`size-${size} contrast-${contrast}`}>
      <Head {...props} />
      <body>
        <a class="skip" href="#content">
          {view.say('skip')}
        </a>
        {view.site.synthetic && <MadeUpBanner view={view} />}
        <SiteHeader view={view} />
        <Breadcrumbs {...props} />
        <main id="content" class="wrap" tabindex={-1}>
          {children}
        </main>
        <SiteFooter view={view} />
      </body>
    </html>
  );
};

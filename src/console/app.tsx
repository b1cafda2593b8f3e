import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useMemo, useState } from 'react';
import type { Locale } from '../language/index.ts';
import { call, forgetAnswers, remember, type Session, useAnswer } from './api.ts';
import { benefitPage } from './benefits/benefit-pages.tsx';
import { casePage } from './cases/case-pages.tsx';
import { Header } from './header.tsx';
import { healthPage } from './health/health-pages.tsx';
import { keepLocale, keptLocale, useWording, WordingContext, wordingIn } from './messages.ts';
import { OfflineContext, useQueue } from './offline/use-queue.ts';
import { CorrectPage, RecordPage, WithdrawPage } from './pages/event-page.tsx';
import { FilesPage } from './pages/files-page.tsx';
import { HouseholdPage } from './pages/household-page.tsx';
import { PeoplePage } from './pages/people-page.tsx';
import { PersonPage } from './pages/person-page.tsx';
import { QueuePage } from './pages/queue-page.tsx';
import { RequestsPage } from './pages/requests-page.tsx';
import { ReturnsPage } from './pages/returns-page.tsx';
import { ScorecardPage } from './pages/scorecard-page.tsx';
import { SignInPage } from './pages/sign-in-page.tsx';
import { WhyPage } from './pages/why-page.tsx';
import { Refused } from './refused.tsx';
import { addressOf, navigate, usePlace } from './router.ts';

/** Every grey dark enough to be read: antd's own fall short of 4.5:1. */
const theme = {
  token: {
    colorPrimary: '#0b4f71',
    colorError: '#9a1c1c',
    colorText: '#1c2733',
    colorTextSecondary: '#4a5866',
    colorTextTertiary: '#4a5866',
    colorTextQuaternary: '#55636f',
    colorTextPlaceholder: '#55636f',
    colorTextDisabled: '#55636f',
    colorBorder: '#8a97a3',
    fontSize: 15,
    borderRadius: 4,
    motion: false,
  },
} as const;

const isSignedIn = (session: Session | null): session is Session =>
  session !== null && session.role !== 'public';

/** Without a permission a page is for everybody who is signed in. */
const may = (session: Session, permission: string | null) =>
  permission === null || session.permissions.includes(permission);

const NoRight = () => <p role="alert">{useWording().say('noRight')}</p>;

/** The first page that the role may see. */
function homeOf(session: Session): string {
  if (may(session, 'casework:read')) return '/work';
  if (may(session, 'benefits:read')) return '/payments';
  if (may(session, 'register:approve')) return '/requests';
  if (may(session, 'register:read')) return '/people';
  return may(session, 'statistics:read') ? '/scorecard' : '/returns';
}

/** The pages of the register; null for another page. */
function registerPage(path: string, session: Session) {
  const [, page = '', first = '', second = ''] = path.split('/');
  if (page === 'people') return <PeoplePage session={session} />;
  if (page === 'person') return <PersonPage key={first} personId={first} session={session} />;
  if (page === 'record') return <RecordPage key={first} formKey={first} session={session} />;
  if (page === 'correct')
    return <CorrectPage key={second} personId={first} eventId={second} session={session} />;
  if (page === 'withdraw')
    return <WithdrawPage key={second} personId={first} eventId={second} session={session} />;
  if (page === 'household') return <HouseholdPage key={first} personId={first} />;
  if (page === 'queue') return <QueuePage />;
  if (page === 'files') return <FilesPage session={session} />;
  return page === 'requests' ? <RequestsPage /> : null;
}

/** The page for the address; without a path the first one that the role may see. */
const Page = ({ session }: { readonly session: Session }) => {
  const { path } = usePlace();
  const home = homeOf(session);
  useEffect(() => {
    if (path === '/') navigate(addressOf(home), { replace: true });
  }, [path, home]);
  const ofCases = casePage(path, session) ?? healthPage(path, session) ?? benefitPage(path, session);
  if (ofCases) return may(session, ofCases.permission) ? ofCases.page : <NoRight />;
  const registered = registerPage(path, session);
  if (registered) return may(session, 'register:read') ? registered : <NoRight />;
  if (path === '/returns')
    return may(session, 'returns:read') ? <ReturnsPage session={session} /> : <NoRight />;
  if (!may(session, 'statistics:read')) return path === '/' ? null : <NoRight />;
  const [, key] = /^\/why\/(\w+)$/.exec(path) ?? [];
  return key === undefined ? <ScorecardPage /> : <WhyPage figure={key} />;
};

const Shell = ({ onLocale }: { readonly onLocale: (locale: Locale) => void }) => {
  const { say, locale } = useWording();
  const { data: session, error, reload } = useAnswer('identity/read-session', {});
  const signedIn = isSignedIn(session) ? session : null;
  useEffect(() => {
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
    document.title = say('title');
  }, [locale, say]);
  // A session that ended while the page was open: the next answer says so, and the sign-in form takes its place.
  useEffect(() => {
    const check = () => void reload();
    addEventListener('focus', check);
    return () => {
      removeEventListener('focus', check);
    };
  }, [reload]);
  useEffect(() => {
    const slash = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, select');
      if (event.key !== '/' || typing) return;
      event.preventDefault();
      document.querySelector<HTMLElement>('[data-first-filter]')?.focus();
    };
    addEventListener('keydown', slash);
    return () => {
      removeEventListener('keydown', slash);
    };
  }, []);
  const offline = useQueue(signedIn);
  const area = signedIn?.permissions.includes('register:write') ? signedIn.area : null;
  useEffect(() => {
    if (area !== null) void remember(area);
  }, [area]);
  const signOut = async () => {
    const waiting = offline.items.length;
    if (waiting > 0 && !confirm(say('signOutLoses', { n: waiting }))) return;
    await offline.queue?.wipe();
    forgetAnswers();
    const isOut = await call('identity/sign-out', {}).then(
      () => true,
      () => false,
    );
    // Without a network the session goes on at the server; at least nothing stays on the screen.
    if (isOut) await reload();
    else location.reload();
  };
  return (
    <>
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <Header
        waiting={offline.items.length}
        session={signedIn}
        onLocale={onLocale}
        onSignOut={() => void signOut()}
      />
      <main id="content" tabIndex={-1}>
        <Refused error={error} />
        {session === null && !error && <p>{say('loading')}</p>}
        {session !== null && signedIn === null && <SignInPage onSignedIn={() => void reload()} />}
        {signedIn !== null && (
          <OfflineContext.Provider value={offline}>
            <Page session={signedIn} />
          </OfflineContext.Provider>
        )}
      </main>
    </>
  );
};

/** The console: who is signed in, where they are, and the page for it. */
export const App = () => {
  const [locale, setLocale] = useState<Locale>(keptLocale);
  const wording = useMemo(() => wordingIn(locale), [locale]);
  const change = (wanted: Locale) => {
    keepLocale(wanted);
    setLocale(wanted);
  };
  return (
    <ConfigProvider theme={theme} locale={locale === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <AntApp>
        <WordingContext.Provider value={wording}>
          <Shell onLocale={change} />
        </WordingContext.Provider>
      </AntApp>
    </ConfigProvider>
  );
};

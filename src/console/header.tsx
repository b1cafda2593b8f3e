import { Button } from 'antd';
import type { Locale } from '../language/index.ts';
import type { Session } from './api.ts';
import { Link } from './link.tsx';
import { type MessageKey, useWording } from './messages.ts';
import { addressOf, navigate, usePlace } from './router.ts';

const roleKeys: Readonly<Record<string, MessageKey>> = {
  administrator: 'administrator',
  registrar: 'registrar',
  statistician: 'statistician',
  reporter: 'reporter',
  publisher: 'publisher',
  reviewer: 'reviewer',
  caseworker: 'caseworker',
  'case-supervisor': 'caseSupervisor',
  'health-worker': 'healthWorker',
  'health-supervisor': 'healthSupervisor',
  'benefits-officer': 'benefitsOfficer',
  'benefits-supervisor': 'benefitsSupervisor',
  'benefits-accountant': 'benefitsAccountant',
};

const Navigation = ({ session }: { readonly session: Session }) => {
  const { say } = useWording();
  const { path } = usePlace();
  const pages = [
    { path: '/work', label: say('work'), permission: 'casework:read' },
    { path: '/cases', label: say('cases'), permission: 'casework:read' },
    { path: '/file', label: say('fileCase'), permission: 'casework:handle' },
    { path: '/phone', label: say('phoneDesk'), permission: 'casework:handle' },
    { path: '/stations', label: say('stations'), permission: 'health:read' },
    { path: '/supplies', label: say('supplies'), permission: 'health:read' },
    { path: '/entitlements', label: say('entitlements'), permission: 'benefits:read' },
    { path: '/payments', label: say('batches'), permission: 'benefits:read' },
    { path: '/programmes', label: say('programmes'), permission: 'benefits:read' },
    { path: '/people', label: say('people'), permission: 'register:read' },
    { path: '/requests', label: say('requests'), permission: 'register:read' },
    { path: '/files', label: say('files'), permission: 'register:export-list' },
    { path: '/scorecard', label: say('scorecard'), permission: 'statistics:read' },
    { path: '/returns', label: say('returns'), permission: 'returns:read' },
  ].filter((page) => session.permissions.includes(page.permission));
  return (
    <nav aria-label={say('navigation')}>
      <ul>
        {pages.map((page) => (
          <li key={page.path}>
            <Link to={addressOf(page.path)} current={path === page.path}>
              {page.label}
            </Link>
          </li>
        ))}
        <li>
          <a href="/">{say('portal')}</a>
        </li>
      </ul>
    </nav>
  );
};

interface SearchProps {
  readonly path: string;
  readonly hint: string;
  readonly also?: Readonly<Record<string, string>>;
}

/** Found from any page: `/` leads here. */
const Search = ({ path, hint, also = {} }: SearchProps) => {
  const { say } = useWording();
  const place = usePlace();
  // Another page may have a search of its own.
  const typed = place.path === path ? (place.query.get('query') ?? '') : '';
  return (
    <form
      key={typed}
      className="find"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const value = new FormData(event.currentTarget).get('query');
        navigate(addressOf(path, { query: typeof value === 'string' ? value.trim() : '', ...also }));
      }}
    >
      <input name="query" data-first-filter defaultValue={typed} aria-label={hint} placeholder={hint} />
      <button type="submit">{say('find')}</button>
    </form>
  );
};

/** People where one reads the register, cases where one handles them; the list of cases has its own. */
const SearchFor = ({ session }: { readonly session: Session }) => {
  const { say } = useWording();
  const { path } = usePlace();
  if (session.permissions.includes('register:read')) return <Search path="/people" hint={say('findHint')} />;
  if (!session.permissions.includes('casework:read') || path === '/cases') return null;
  return <Search path="/cases" hint={say('findCaseHint')} also={{ state: 'all' }} />;
};

interface HeaderProps {
  readonly session: Session | null;
  /** How many forms wait to be sent. */
  readonly waiting: number;
  readonly onLocale: (locale: Locale) => void;
  readonly onSignOut: () => void;
}

/** Says that the city is made up, who is signed in, and leads to the pages. */
export const Header = ({ session, waiting, onLocale, onSignOut }: HeaderProps) => {
  const { say, locale } = useWording();
  const other = locale === 'zh' ? 'en' : 'zh';
  return (
    <header>
      {document.documentElement.dataset['synthetic'] === 'yes' && (
        <p className="made-up" role="note">
          ⚠ {say('madeUp')}
        </p>
      )}
      <div className="bar">
        <strong>{say('title')}</strong>
        {session && <Navigation session={session} />}
        {session && <SearchFor session={session} />}
        <span className="who">
          {waiting > 0 && <Link to={addressOf('/queue')}>{say('queueWaiting', { n: waiting })}</Link>}
          {session && (
            <span>
              <Link to={addressOf('/card')} label={say('cardOf', { name: session.name })}>
                {session.name}
              </Link>{' '}
              · {say(roleKeys[session.role] ?? 'name')} · {session.area.replace(/0+$/, '')}
            </span>
          )}
          <Button
            size="small"
            lang={other === 'zh' ? 'zh-CN' : 'en'}
            onClick={() => {
              onLocale(other);
            }}
          >
            {say('language')}
          </Button>
          {session && (
            <Button size="small" onClick={onSignOut}>
              {say('signOut')}
            </Button>
          )}
        </span>
      </div>
    </header>
  );
};

import { useState } from 'react';
import { type Session, useAnswer } from '../api.ts';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf } from '../router.ts';
import type { CaseRow } from './case-table.tsx';
import { Due } from './due.tsx';

const SHOWN = 8;

interface KnownProps {
  readonly rows: readonly CaseRow[];
  readonly today: string;
}

/** Cases in short, for somebody who is on the line. */
export const KnownCases = ({ rows, today }: KnownProps) => {
  const { say, read } = useWording();
  return (
    <ul className="known">
      {rows.slice(0, SHOWN).map((row) => (
        <li key={row.caseId}>
          <Link to={addressOf(`/case/${row.caseId}`)}>{row.number}</Link> {read(row.title)} ·{' '}
          {read(row.state)} · {row.applicant ?? say('anonymous')}
          <div>
            {row.closedOn === null ? (
              <Due due={row.closeDue} left={row.closeLeft} today={today} paused={row.paused} />
            ) : (
              <span className="soft">
                {say('closedOn')} {row.closedOn}
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
};

const CasesOf = ({ query }: { readonly query: string }) => {
  const { say } = useWording();
  const { data, error } = useAnswer('casework/list-cases', { query, state: 'all' });
  if (error) return <Refused error={error} />;
  if (!data) return <p>{say('loading')}</p>;
  return (
    <div role="status">
      <p>{data.total === 0 ? say('noneOfCaller') : say('foundCases', { n: data.total })}</p>
      <KnownCases rows={data.rows} today={data.today} />
    </div>
  );
};

interface PeopleProps {
  readonly query: string;
  readonly onName: (name: string) => void;
}

const PeopleOf = ({ query, onName }: PeopleProps) => {
  const { say } = useWording();
  const { data } = useAnswer('register/search-persons', { query, most: SHOWN });
  if (!data || data.rows.length === 0) return null;
  return (
    <>
      <h3>{say('foundPeople')}</h3>
      <ul className="known">
        {data.rows.map((one) => (
          <li key={one.personId}>
            <Link to={addressOf(`/person/${one.personId}`)}>{one.name}</Link> {say(one.sex)} · {one.birthDate}{' '}
            <button
              type="button"
              aria-label={`${say('callerIs')} · ${one.name} ${one.birthDate}`}
              onClick={() => {
                onName(one.name);
              }}
            >
              {say('callerIs')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

interface LookupProps {
  readonly session: Session;
  readonly onName: (name: string) => void;
  readonly onPhone: (phone: string) => void;
}

const isPhone = (typed: string) => /^[\d\s+-]{7,13}$/.test(typed);
const isDigits = (typed: string) => /^[\d\s-]+$/.test(typed);

/** Who is calling: by number, name or phone; what is known of them is found beside the form. */
export const CallerLookup = ({ session, onName, onPhone }: LookupProps) => {
  const { say } = useWording();
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  const fill = () => {
    if (isPhone(query)) onPhone(query);
    else onName(query);
  };
  return (
    <section>
      <h2>{say('caller')}</h2>
      <form
        className="filters"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          setQuery(typed.trim());
        }}
      >
        <input
          value={typed}
          aria-label={say('callerHint')}
          placeholder={say('callerHint')}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
        <button type="submit">{say('lookUp')}</button>
        {query !== '' && (isPhone(query) || !isDigits(query)) && (
          <button type="button" onClick={fill}>
            {say('callerIs')}
          </button>
        )}
      </form>
      {query !== '' && <CasesOf query={query} />}
      {query !== '' && session.permissions.includes('register:read') && (
        <PeopleOf query={query} onName={onName} />
      )}
    </section>
  );
};

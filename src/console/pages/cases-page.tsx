import { queueLabels, queues } from '../../language/index.ts';
import { useAnswer } from '../api.ts';
import { CaseTable } from '../cases/case-table.tsx';
import { formatNumber } from '../format.ts';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf, navigate, usePlace } from '../router.ts';

const PAGE = 50;

/** What the address says: everything that decides which rows are shown. */
interface Choice {
  readonly queue: string;
  readonly service: string;
  readonly assignee: string;
  readonly late: string;
  readonly state: string;
  readonly sort: string;
  readonly query: string;
  readonly page: string;
}
const KEYS = ['queue', 'service', 'assignee', 'late', 'state', 'sort', 'query', 'page'] as const;

const choiceIn = (query: URLSearchParams): Choice =>
  Object.fromEntries(KEYS.map((key) => [key, query.get(key)?.trim() ?? ''])) as unknown as Choice;

const listAddress = (choice: Partial<Choice>) => addressOf('/cases', { ...choice });

/** The question that the server is asked. */
const asked = ({ late, page, ...choice }: Choice) => ({
  ...Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== '')),
  ...(late === '' ? {} : { late: true }),
  ...(/^\d+$/.test(page) ? { page: Number(page) } : {}),
});

interface PickProps {
  readonly name: 'queue' | 'service' | 'assignee' | 'state';
  readonly label: string;
  readonly choice: Choice;
  readonly options: readonly (readonly [string, string])[];
}

/** One filter; another choice begins at the first page again. */
const Pick = ({ name, label, choice, options }: PickProps) => (
  <select
    name={name}
    aria-label={label}
    value={choice[name]}
    onChange={(event) => {
      navigate(listAddress({ ...choice, page: '', [name]: event.target.value }));
    }}
  >
    {options.map(([value, words]) => (
      <option key={value} value={value}>
        {words}
      </option>
    ))}
  </select>
);

const Filters = ({ choice }: { readonly choice: Choice }) => {
  const { say, read } = useWording();
  const { data } = useAnswer('casework/list-services', {});
  return (
    <form
      key={choice.query}
      className="filters"
      role="search"
      aria-label={say('filters')}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get('query');
        navigate(listAddress({ ...choice, page: '', query: typeof typed === 'string' ? typed.trim() : '' }));
      }}
    >
      <input
        name="query"
        data-first-filter
        defaultValue={choice.query}
        aria-label={say('findCaseHint')}
        placeholder={say('findCaseHint')}
      />
      <button type="submit">{say('search')}</button>
      <Pick
        name="queue"
        label={say('inQueue')}
        choice={choice}
        options={[['', say('allQueues')], ...queues.map((key) => [key, read(queueLabels[key])] as const)]}
      />
      <Pick
        name="service"
        label={say('service')}
        choice={choice}
        options={[
          ['', say('anyService')],
          ...(data?.services ?? []).map((one) => [one.key, read(one.title)] as const),
        ]}
      />
      <Pick
        name="assignee"
        label={say('assignee')}
        choice={choice}
        options={[
          ['', say('anybody')],
          ['mine', say('mine')],
          ['nobody', say('nobody')],
        ]}
      />
      <Pick
        name="state"
        label={say('caseState')}
        choice={choice}
        options={[
          ['', say('openOnes')],
          ['closed', say('closedOnes')],
          ['all', say('allOnes')],
        ]}
      />
      <label>
        <input
          type="checkbox"
          checked={choice.late !== ''}
          onChange={(event) => {
            navigate(listAddress({ ...choice, page: '', late: event.target.checked ? '1' : '' }));
          }}
        />{' '}
        {say('onlyLate')}
      </label>
      <Link to={listAddress({})}>{say('clearFilters')}</Link>
    </form>
  );
};

interface PagesProps {
  readonly choice: Choice;
  readonly page: number;
  readonly total: number;
}

const Pages = ({ choice, page, total }: PagesProps) => {
  const { say } = useWording();
  const pages = Math.max(1, Math.ceil(total / PAGE));
  if (pages === 1) return null;
  const at = (other: number) => listAddress({ ...choice, page: other === 1 ? '' : String(other) });
  return (
    <nav className="actions" aria-label={say('page', { page, pages })}>
      {page > 1 && <Link to={at(page - 1)}>{say('previous')}</Link>}
      <span>
        {say('page', { page, pages })} ·{' '}
        {say('atLevel', { from: (page - 1) * PAGE + 1, to: Math.min(page * PAGE, total), n: total })}
      </span>
      {page < pages && <Link to={at(page + 1)}>{say('next')}</Link>}
    </nav>
  );
};

/** Cases in a list: what is chosen stands in the address, so that it can be shared. */
export const CasesPage = () => {
  const { say, locale } = useWording();
  const choice = choiceIn(usePlace().query);
  const { data, error, fresh } = useAnswer('casework/list-cases', asked(choice));
  const sorting = {
    by: choice.sort === 'received' ? 'received' : 'due',
    addressOf: (by: 'due' | 'received') =>
      listAddress({ ...choice, page: '', sort: by === 'received' ? by : '' }),
  } as const;
  return (
    <>
      <h1>
        {say('cases')}
        {data && fresh ? ` · ${say('caseCount', { n: formatNumber(data.total, 0, locale) })}` : ''}
      </h1>
      <Filters choice={choice} />
      <Refused error={fresh ? error : null} />
      <div aria-busy={!fresh} aria-live="polite">
        {!fresh && <p>{say('loading')}</p>}
        {fresh && data?.total === 0 && <p>{say('noCases')}</p>}
      </div>
      {data && fresh && data.total > 0 && (
        <>
          <CaseTable rows={data.rows} today={data.today} label={say('cases')} sorting={sorting} />
          <Pages choice={choice} page={data.page} total={data.total} />
        </>
      )}
    </>
  );
};

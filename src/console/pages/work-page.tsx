import { type ReactNode, useEffect } from 'react';
import type { QueueCounts } from '../../casework/index.ts';
import { useAnswer } from '../api.ts';
import { CaseTable } from '../cases/case-table.tsx';
import { formatNumber } from '../format.ts';
import { Link } from '../link.tsx';
import { type MessageKey, useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf } from '../router.ts';

type QueueRow = QueueCounts['queues'][number];

const SHOWN = 10;

/** What is counted of a queue, the overdue first, with the filter that lists exactly these. */
const COLUMNS = [
  { key: 'late', head: 'lateCases', filter: { late: 1 } },
  { key: 'open', head: 'openCases', filter: {} },
  { key: 'mine', head: 'mineCases', filter: { assignee: 'mine' } },
  { key: 'nobody', head: 'nobodyCases', filter: { assignee: 'nobody' } },
] as const satisfies readonly { key: keyof QueueRow; head: MessageKey; filter: object }[];

interface CountProps {
  readonly queue: string;
  readonly what: string;
  readonly n: number;
  readonly to: string;
}

/** A count leads to the list that has as many rows. */
const Count = ({ queue, what, n, to }: CountProps) => {
  const { say, locale } = useWording();
  const shown = formatNumber(n, 0, locale);
  if (n === 0) return <>{shown}</>;
  return (
    <Link to={to} label={say('countOf', { queue, what, n })}>
      {shown}
    </Link>
  );
};

const sum = (queues: readonly QueueRow[], key: 'late' | 'open' | 'mine' | 'nobody') =>
  queues.reduce((total, queue) => total + queue[key], 0);

const Queues = ({ counts }: { readonly counts: QueueCounts }) => {
  const { say, read } = useWording();
  const rows = [...counts.queues].sort((one, other) => other.late - one.late);
  return (
    <div className="wide queues" role="region" aria-label={say('queues')} tabIndex={0}>
      <table className="plain">
        <caption>{say('eachInOne', { n: counts.open })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('queues')}</th>
            {COLUMNS.map(({ key, head }) => (
              <th key={key} scope="col" className="number">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.queue}>
              <th scope="row">{read(row.label)}</th>
              {COLUMNS.map(({ key, head, filter }) => (
                <td key={key} className={key === 'late' && row.late > 0 ? 'number missed' : 'number'}>
                  <Count
                    queue={read(row.label)}
                    what={say(head)}
                    n={row[key]}
                    to={addressOf('/cases', { queue: row.queue, ...filter })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('sumOfQueues')}</th>
            {COLUMNS.map(({ key, head, filter }) => (
              <td key={key} className="number">
                <Count
                  queue={say('allQueues')}
                  what={say(head)}
                  n={key === 'open' ? counts.open : sum(counts.queues, key)}
                  to={addressOf('/cases', filter)}
                />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
};

interface FirstOnesProps {
  readonly title: string;
  readonly filter: Readonly<Record<string, string | boolean>>;
  readonly to: string;
  readonly children?: ReactNode;
}

/** The first rows of a list, with the way to all of it. */
const FirstOnes = ({ title, filter, to, children }: FirstOnesProps) => {
  const { say } = useWording();
  const { data, error } = useAnswer('casework/list-cases', filter);
  if (error) return <Refused error={error} />;
  if (!data || (data.total === 0 && !children)) return null;
  return (
    <section>
      <h2>{title}</h2>
      {data.total === 0 && children}
      {data.total > 0 && <CaseTable rows={data.rows.slice(0, SHOWN)} today={data.today} label={title} />}
      {data.total > SHOWN && (
        <p>
          <Link to={to}>{say('seeAll', { n: data.total })}</Link>
        </p>
      )}
    </section>
  );
};

/** Whoever is in distress, before everything else: such cases come first in every list. */
const InDistress = () => {
  const { say } = useWording();
  const { data } = useAnswer('casework/list-cases', {});
  const rows = data?.rows.filter((row) => row.distress) ?? [];
  if (!data || rows.length === 0) return null;
  return (
    <section>
      <h2>{say('distress')}</h2>
      <p className="flagged">{say('distressSays')}</p>
      <CaseTable rows={rows} today={data.today} label={say('distress')} />
    </section>
  );
};

/** What waits for whoever is signed in: every open case in its queue, the overdue first. */
export const WorkPage = () => {
  const { say, locale } = useWording();
  const { data, error, reload } = useAnswer('casework/count-queues', {});
  useEffect(() => {
    const again = () => void reload();
    addEventListener('focus', again);
    return () => {
      removeEventListener('focus', again);
    };
  }, [reload]);
  if (error && !data) return <Refused error={error} />;
  if (!data) return <p>{say('loading')}</p>;
  return (
    <>
      <h1>{say('work')}</h1>
      <Queues counts={data} />
      <InDistress />
      {data.parts > 0 && (
        <p className="flagged">
          <Link to={addressOf('/parts')}>
            {say('partsOpen')} ({formatNumber(data.parts, 0, locale)})
          </Link>
        </p>
      )}
      <FirstOnes title={say('lateFirst')} filter={{ late: true }} to={addressOf('/cases', { late: 1 })} />
      <FirstOnes
        title={say('mostUrgentMine')}
        filter={{ assignee: 'mine' }}
        to={addressOf('/cases', { assignee: 'mine' })}
      >
        <p>
          {say('nothingMine')} <Link to={addressOf('/cases', { assignee: 'nobody' })}>{say('takeNext')}</Link>
        </p>
      </FirstOnes>
    </>
  );
};

import type { CaseList } from '../../casework/index.ts';
import { Link } from '../link.tsx';
import { type MessageKey, useWording } from '../messages.ts';
import { addressOf } from '../router.ts';
import { AreaName } from './areas.tsx';
import { Due } from './due.tsx';

export type CaseRow = CaseList['rows'][number];

export interface Sorting {
  readonly by: 'due' | 'received';
  readonly addressOf: (by: 'due' | 'received') => string;
}

interface TableProps {
  readonly rows: readonly CaseRow[];
  readonly today: string;
  readonly label: string;
  /** Left out where the order is not chosen. */
  readonly sorting?: Sorting;
}

const SortHead = ({ by, sorting }: { readonly by: 'due' | 'received'; readonly sorting?: Sorting }) => {
  const { say } = useWording();
  const column = say(by === 'due' ? 'dueOn' : 'receivedOn');
  if (!sorting)
    return (
      <th scope="col" className="number">
        {column}
      </th>
    );
  const order = by === 'due' ? 'ascending' : 'descending';
  return (
    <th scope="col" className="number" aria-sort={sorting.by === by ? order : 'none'}>
      <Link to={sorting.addressOf(by)} label={say('sortedBy', { column })}>
        {column} {sorting.by === by ? (by === 'due' ? '▲' : '▼') : ''}
      </Link>
    </th>
  );
};

type Marked = Pick<CaseRow, 'distress' | 'restricted'>;

/** Why a case goes first, and that not everybody sees it: in words, never by colour alone. */
export const Marks = ({ distress, restricted }: Marked) => {
  const { say } = useWording();
  return (
    <>
      {distress && <span className="mark distress">{say('distress')}</span>}
      {restricted && <span className="mark">{say('restricted')}</span>}
    </>
  );
};

const ClosedOrDue = ({ row, today }: { readonly row: CaseRow; readonly today: string }) => {
  const { say } = useWording();
  if (row.closedOn === null)
    return <Due due={row.closeDue} left={row.closeLeft} today={today} paused={row.paused} />;
  return (
    <>
      {say('closedOn')} {row.closedOn}
      {row.closeLate && <span className="missed"> {say('wasLate')}</span>}
    </>
  );
};

const Row = ({ row, today }: { readonly row: CaseRow; readonly today: string }) => {
  const { say, read } = useWording();
  return (
    <tr className={row.distress ? 'first' : undefined}>
      <th scope="row" className="number">
        <Link to={addressOf(`/case/${row.caseId}`)}>{row.number}</Link>
        <Marks distress={row.distress} restricted={row.restricted} />
      </th>
      <td>{read(row.title)}</td>
      <td>{read(row.state)}</td>
      <td>{row.applicant ?? <span className="soft">{say('anonymous')}</span>}</td>
      <td className="number">{row.receivedOn}</td>
      <td className="number">
        <ClosedOrDue row={row} today={today} />
      </td>
      <td>{row.assignee ?? say('nothing')}</td>
      <td className="one-line">{say(`channel_${row.channel}` as MessageKey)}</td>
      <td className="one-line">
        <AreaName code={row.unit} />
      </td>
    </tr>
  );
};

/** Cases in rows, in the order of the server. */
export const CaseTable = ({ rows, today, label, sorting }: TableProps) => {
  const { say } = useWording();
  return (
    <div className="wide" role="region" aria-label={label} tabIndex={0}>
      <table className="plain cases">
        <thead>
          <tr>
            <th scope="col" className="number">
              {say('caseNumber')}
            </th>
            <th scope="col">{say('service')}</th>
            <th scope="col">{say('caseState')}</th>
            <th scope="col">{say('applicant')}</th>
            <SortHead by="received" {...(sorting ? { sorting } : {})} />
            <SortHead by="due" {...(sorting ? { sorting } : {})} />
            <th scope="col">{say('assignee')}</th>
            <th scope="col">{say('channel')}</th>
            <th scope="col">{say('unit')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.caseId} row={row} today={today} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

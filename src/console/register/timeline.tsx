import { civilMinute } from '../../language/index.ts';
import type { PersonAsOf } from '../../register/index.ts';
import type { Session } from '../api.ts';
import { Link } from '../link.tsx';
import { useWording, type Wording } from '../messages.ts';
import { addressOf } from '../router.ts';

type Shown = PersonAsOf['events'][number];

interface TimelineProps {
  readonly personId: string;
  readonly records: readonly Shown[];
  readonly session: Session;
  /** Whether the records can be corrected: those that count, as they are today. */
  readonly current: boolean;
}

const UUID = /^[0-9a-f-]{36}$/;

/** What a record says beside its title: places, changed values, further answers. */
function wordsOf(record: Shown, { say }: Wording): readonly string[] {
  const place = (from: string | null, to: string | null, label: string) =>
    from === to ? [] : [`${label}: ${from ?? say('outside')} → ${to ?? say('outside')}`];
  const changes = Object.values(record.changes)
    .filter(({ from, to }) => !UUID.test(from ?? '') && !UUID.test(to ?? ''))
    .map(({ from, to }) => `${from ?? say('nothing')} → ${to ?? say('nothing')}`);
  const facts = Object.values(record.facts).filter((value) => typeof value === 'string' && !UUID.test(value));
  return [
    ...place(record.registeredFrom, record.registeredTo, say('registeredAt')),
    ...place(record.residentFrom, record.residentTo, say('livesAt')),
    ...changes,
    ...facts.map(String),
  ];
}

/** The records of a life, in order, with who recorded each and when. */
export const Timeline = ({ personId, records, session, current }: TimelineProps) => {
  const wording = useWording();
  const { say, read } = wording;
  const mayCorrect = current && session.permissions.includes('register:write');
  return (
    <ol className="timeline">
      {records.map((record) => (
        <li key={record.eventId}>
          <strong>{record.date}</strong> {record.title ? read(record.title) : record.kind}
          {wordsOf(record, wording).map((words) => (
            <div key={words}>{words}</div>
          ))}
          <div className="soft">
            {say('recordedBy', { at: civilMinute(new Date(record.recordedAt)), by: record.recordedBy })}
          </div>
          {mayCorrect && (
            <div className="row-actions">
              <Link
                to={addressOf(`/correct/${personId}/${record.eventId}`)}
                label={`${say('correct')} ${record.date} ${record.title ? read(record.title) : record.kind}`}
              >
                {say('correct')}
              </Link>
              <Link
                to={addressOf(`/withdraw/${personId}/${record.eventId}`)}
                label={`${say('withdraw')} ${record.date} ${record.title ? read(record.title) : record.kind}`}
              >
                {say('withdraw')}
              </Link>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
};

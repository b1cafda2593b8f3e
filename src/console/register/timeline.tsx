import { civilMinute } from '../../language/index.ts';
import type { EventForms, PersonAsOf } from '../../register/index.ts';
import type { Session } from '../api.ts';
import { Link } from '../link.tsx';
import { useWording, type Wording } from '../messages.ts';
import { addressOf } from '../router.ts';
import { type Mentioned, valueWords } from './value-words.ts';

type Shown = PersonAsOf['events'][number];

type Choices = EventForms['attributes'][number]['choices'];

interface TimelineProps {
  readonly personId: string;
  readonly list: EventForms | null;
  readonly mentioned: Mentioned;
  readonly records: readonly Shown[];
  readonly session: Session;
  /** Whether the records can be corrected: those that count, as they are today. */
  readonly current: boolean;
}

/** What a record says beside its title: places, changed values, further answers. */
function wordsOf(
  record: Shown,
  { list, mentioned, wording }: { list: EventForms | null; mentioned: Mentioned; wording: Wording },
): readonly string[] {
  const { say, read } = wording;
  const inWords = (value: unknown, choices: Choices = []) =>
    valueWords(value, { choices, mentioned }, wording);
  const place = (from: string | null, to: string | null, label: string) =>
    from === to
      ? []
      : [`${label}: ${from ? inWords(from) : say('outside')} → ${to ? inWords(to) : say('outside')}`];
  const changes = Object.entries(record.changes).map(([key, { from, to }]) => {
    const attribute = list?.attributes.find((one) => one.key === key);
    const label = attribute ? read(attribute.label) : key;
    return `${label}: ${inWords(from, attribute?.choices)} → ${inWords(to, attribute?.choices)}`;
  });
  const fields = list?.forms.find((one) => one.key === record.form)?.fields;
  const facts = Object.entries(record.facts).map(([key, value]) => {
    const field = fields?.find((one) => one.key === key);
    if (key === 'import') return say('cameByFile');
    return `${field ? read(field.label) : key}: ${inWords(value, field?.choices)}`;
  });
  return [
    ...place(record.registeredFrom, record.registeredTo, say('registeredAt')),
    ...place(record.residentFrom, record.residentTo, say('livesAt')),
    ...changes,
    ...facts,
  ];
}

/** The records of a life, in order, with who recorded each and when. */
export const Timeline = ({ personId, list, mentioned, records, session, current }: TimelineProps) => {
  const wording = useWording();
  const { say, read } = wording;
  const mayCorrect = current && session.permissions.includes('register:write');
  return (
    <ol className="timeline">
      {records.map((record) => (
        <li key={record.eventId}>
          <strong>{record.date}</strong> {record.title ? read(record.title) : record.kind}
          {wordsOf(record, { list, mentioned, wording }).map((words) => (
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

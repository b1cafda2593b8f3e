import type { IncidentList } from '../../health/index.ts';
import { callOnce } from '../api.ts';
import { useWording } from '../messages.ts';
import type { Incident } from './answers.ts';
import type { Asked } from './ask.tsx';
import { SmallForm } from './small-form.tsx';
import { Tasks } from './tasks.tsx';

interface FormProps {
  readonly stationId: string;
  readonly onDone: (words: string) => Promise<void>;
  readonly onCancel: () => void;
}

interface ReportProps extends FormProps {
  readonly kinds: IncidentList['kinds'];
}

/** Reports that something went wrong: how many people, and nowhere who. */
export const ReportForm = ({ stationId, kinds, onDone, onCancel }: ReportProps) => {
  const { say, read } = useWording();
  const options = kinds.map(({ kind, label }) => ({ value: kind, words: read(label) }));
  const asked: readonly Asked[] = [
    { key: 'kind', label: say('incidentKind'), kind: 'select', options },
    { key: 'happenedOn', label: say('happenedOn'), kind: 'date' },
    { key: 'affected', label: say('incidentAffected'), kind: 'whole' },
    { key: 'account', label: say('incidentAccount'), kind: 'long' },
  ];
  return (
    <SmallForm
      name="report"
      title={say('reportIncident')}
      asked={asked}
      onCancel={onCancel}
      send={async (given, key) => {
        const told = { ...given, affected: Number(given['affected']), stationId };
        await callOnce('health/report-incident', told, key);
        await onDone(say('incidentReported'));
      }}
    />
  );
};

interface FollowProps extends FormProps {
  readonly incidentId: string;
}

const FollowForm = ({ stationId, incidentId, onDone, onCancel }: FollowProps) => {
  const { say } = useWording();
  const closing = [
    { value: 'no', words: say('closesNo') },
    { value: 'yes', words: say('closesYes') },
  ];
  return (
    <SmallForm
      name={`follow-${incidentId}`}
      title={say('followIncident')}
      asked={[
        { key: 'day', label: say('happenedOn'), kind: 'date' },
        { key: 'closes', label: say('incidentCloses'), kind: 'choice', options: closing },
        { key: 'account', label: say('incidentStep'), kind: 'long' },
      ]}
      initial={{ closes: 'no' }}
      onCancel={onCancel}
      send={async ({ closes, ...given }, key) => {
        const told = { ...given, closes: closes === 'yes', stationId, incidentId };
        await callOnce('health/follow-incident', told, key);
        await onDone(say('incidentFollowed'));
      }}
    />
  );
};

interface IncidentsProps {
  readonly incidents: readonly Incident[];
  readonly mayWrite: boolean;
  readonly onDone: (words: string) => Promise<void>;
}

const IncidentRow = ({
  incident,
  mayWrite,
  onDone,
}: Omit<IncidentsProps, 'incidents'> & { incident: Incident }) => {
  const { say, read } = useWording();
  const { stationId, incidentId, label, happenedOn, affected, account, closed, steps } = incident;
  const following = {
    key: `follow-${incidentId}`,
    label: say('followIncident'),
    form: ({ close, cancel }: { close: () => void; cancel: () => void }) => (
      <FollowForm
        stationId={stationId}
        incidentId={incidentId}
        onCancel={cancel}
        onDone={async (words) => {
          close();
          await onDone(words);
        }}
      />
    ),
  };
  return (
    <li>
      <strong>{read(label)}</strong>{' '}
      <span className="mark">{say(closed ? 'incidentClosed' : 'incidentOpen')}</span> {happenedOn} ·{' '}
      {say('personsAffected', { n: affected })} ·{' '}
      <span className="soft">{say('recordedByWhom', { by: incident.reportedBy })}</span>
      <div className="said">{account}</div>
      {steps.length > 0 && (
        <ol className="timeline">
          {steps.map((step) => (
            <li key={`${step.day} ${step.account}`}>
              <time dateTime={step.day}>{step.day}</time> <span className="said">{step.account}</span>{' '}
              <span className="soft">{step.by}</span>
            </li>
          ))}
        </ol>
      )}
      <Tasks title={say('followIncident')} tasks={mayWrite && !closed ? [following] : []} />
    </li>
  );
};

/** What went wrong at a station and what was done about it. */
export const Incidents = ({ incidents, ...rest }: IncidentsProps) => {
  const { say } = useWording();
  if (incidents.length === 0) return <p className="soft">{say('noIncidents')}</p>;
  return (
    <ul className="timeline incidents">
      {incidents.map((incident) => (
        <IncidentRow key={incident.incidentId} incident={incident} {...rest} />
      ))}
    </ul>
  );
};

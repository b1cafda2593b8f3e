import { useState } from 'react';
import type { StationList } from '../../health/index.ts';
import { type Session, useAnswer } from '../api.ts';
import { AreaName } from '../cases/areas.tsx';
import { Fact } from '../cases/case-facts.tsx';
import { formatNumber } from '../format.ts';
import type { Station } from '../health/answers.ts';
import { AssessForm } from '../health/assess-form.tsx';
import { ChangeStationForm, CloseStationForm } from '../health/change-station-forms.tsx';
import { Incidents, ReportForm } from '../health/incidents.tsx';
import { isWithin } from '../health/stations.ts';
import { type Task, Tasks } from '../health/tasks.tsx';
import { Told, type Words } from '../health/told.tsx';
import { Link } from '../link.tsx';
import { useWording, type Wording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf } from '../router.ts';

const StationFacts = ({ station }: { readonly station: Station }) => {
  const { say, read, locale } = useWording();
  const { data } = useAnswer('casework/list-services', {});
  const offers = (data?.services ?? []).filter(({ key }) => station.offers.includes(key));
  return (
    <dl className="facts tight">
      <Fact term={say('level')}>
        {read(station.levelLabel)} · <AreaName code={station.area} />
      </Fact>
      <Fact term={say('stationAddress')}>{station.address}</Fact>
      <Fact term={say('stationPhone')}>{station.phone}</Fact>
      <Fact term={say('hours')}>{station.hours}</Fact>
      <Fact term={say('offers')}>
        {offers.length === 0 ? say('nothing') : offers.map(({ title }) => read(title)).join(say('listComma'))}
      </Fact>
      <Fact term={say('capacity')}>{formatNumber(station.capacity, 0, locale)}</Fact>
      <Fact term={say('openedOn')}>{station.openedOn}</Fact>
      {station.closedOn !== null && <Fact term={say('closedAfter')}>{station.closedOn}</Fact>}
      <Fact term={say('modelOf')}>
        {station.modelOf === null ? say('nothing') : say('modelYear', { year: station.modelOf })}
      </Fact>
    </dl>
  );
};

type Ended = (close: () => void) => (words: string) => Promise<void>;

interface TasksOf {
  readonly station: Station;
  readonly network: StationList;
  readonly ended: Ended;
}

const stationTasks = ({ say }: Wording, { station, network, ended }: TasksOf): readonly Task[] => [
  {
    key: 'change',
    label: say('changeStation'),
    form: ({ close, cancel }) => (
      <ChangeStationForm station={station} onDone={ended(close)} onCancel={cancel} />
    ),
  },
  {
    key: 'assess',
    label: say('assessStation'),
    form: ({ close, cancel }) => (
      <AssessForm station={station} network={network} onDone={ended(close)} onCancel={cancel} />
    ),
  },
  {
    key: 'close',
    label: say('closeStation'),
    danger: true,
    form: ({ close, cancel }) => (
      <CloseStationForm station={station} onDone={ended(close)} onCancel={cancel} />
    ),
  },
];

interface StationPartProps {
  readonly station: Station;
  readonly network: StationList;
  readonly session: Session;
  readonly onChanged: () => Promise<void>;
}

const OneStation = ({ station, network, session, onChanged }: StationPartProps) => {
  const wording = useWording();
  const { say } = wording;
  const [told, setTold] = useState<Words | null>(null);
  const { data, error, reload } = useAnswer('health/list-incidents', {});
  const { stationId, area } = station;
  const isOwn = isWithin(area, session);
  const may = (permission: string) => isOwn && session.permissions.includes(permission);
  const finished = async (words: string) => {
    await Promise.all([onChanged(), reload()]);
    setTold({ words });
  };
  const ended: Ended = (close) => async (words) => {
    close();
    await finished(words);
  };
  const reporting: Task = {
    key: 'report',
    label: say('reportIncident'),
    form: ({ close, cancel }) => (
      <ReportForm stationId={stationId} kinds={data?.kinds ?? []} onDone={ended(close)} onCancel={cancel} />
    ),
  };
  const mayChange = may('health:approve') && station.closedOn === null;
  return (
    <>
      <h1>{station.name}</h1>
      <Told told={told} />
      <Tasks
        title={say('healthTasks')}
        tasks={mayChange ? stationTasks(wording, { station, network, ended }) : []}
      />
      <StationFacts station={station} />
      {isOwn && (
        <>
          <p>
            <Link to={addressOf('/supplies', { station: stationId })}>
              {say('stockAt', { station: station.name })}
            </Link>
          </p>
          <h2>{say('incidents')}</h2>
          <Tasks title={say('incidents')} tasks={may('health:write') && data ? [reporting] : []} />
          <Refused error={error} />
          <Incidents
            incidents={(data?.incidents ?? []).filter((one) => one.stationId === stationId)}
            mayWrite={may('health:write')}
            onDone={finished}
          />
        </>
      )}
    </>
  );
};

interface StationPageProps {
  readonly stationId: string;
  readonly session: Session;
}

/** A station: what it tells, what can be done with it, and what went wrong there. */
export const StationPage = ({ stationId, session }: StationPageProps) => {
  const { say } = useWording();
  const { data, error, reload } = useAnswer('health/list-stations', { closed: true });
  const station = data?.stations.find((one) => one.stationId === stationId);
  return (
    <>
      <p>
        <Link to={addressOf('/stations')}>{say('stations')}</Link>
      </p>
      <Refused error={error} />
      {!data && !error && <p>{say('loading')}</p>}
      {data && !station && <p role="alert">{say('noStations')}</p>}
      {data && station && (
        <OneStation station={station} network={data} session={session} onChanged={reload} />
      )}
    </>
  );
};

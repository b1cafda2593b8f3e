import { useState } from 'react';
import { type Session, useAnswer } from '../api.ts';
import { AreaName, useCounties } from '../cases/areas.tsx';
import { formatNumber } from '../format.ts';
import type { Station } from '../health/answers.ts';
import { OpenStationForm } from '../health/open-station-form.tsx';
import { Tasks } from '../health/tasks.tsx';
import { Told, type Words } from '../health/told.tsx';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf, navigate, usePlace } from '../router.ts';

interface Choice {
  readonly area: string;
  readonly closed: string;
}

const Filters = ({ choice, session }: { readonly choice: Choice; readonly session: Session }) => {
  const { say } = useWording();
  const counties = useCounties() ?? [];
  const go = (changed: Partial<Choice>) => {
    navigate(addressOf('/stations', { ...choice, ...changed }));
  };
  return (
    <form className="filters" role="search" aria-label={say('filters')}>
      <select
        data-first-filter
        aria-label={say('area')}
        value={choice.area}
        onChange={(event) => {
          go({ area: event.target.value });
        }}
      >
        <option value="">{say('ownArea')}</option>
        <option value={session.area.slice(0, 4)}>{say('wholeCity')}</option>
        {counties.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <label>
        <input
          type="checkbox"
          checked={choice.closed !== ''}
          onChange={(event) => {
            go({ closed: event.target.checked ? '1' : '' });
          }}
        />{' '}
        {say('withClosed')}
      </label>
    </form>
  );
};

const StationRow = ({ station }: { readonly station: Station }) => {
  const { say, locale } = useWording();
  const { stationId, name, level, closedOn, modelOf } = station;
  return (
    <tr>
      <th scope="row" className={`at-${level}`}>
        <Link to={addressOf(`/stations/${stationId}`)}>{name}</Link>
      </th>
      <td className="one-line">{say(`level_${level}`)}</td>
      <td>
        <AreaName code={station.area} />
      </td>
      <td className="number">{formatNumber(station.capacity, 0, locale)}</td>
      <td className="number">{station.openedOn}</td>
      <td className="one-line">{modelOf === null ? say('nothing') : say('modelYear', { year: modelOf })}</td>
      <td className="one-line">
        {closedOn === null ? say('nothing') : say('stationClosed', { day: closedOn })}
      </td>
    </tr>
  );
};

/** The network in the order of the divisions: each level stands in from the one above. */
const Network = ({ stations }: { readonly stations: readonly Station[] }) => {
  const { say } = useWording();
  if (stations.length === 0) return <p>{say('noStations')}</p>;
  return (
    <div className="wide stations" role="region" aria-label={say('network')} tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{say('stationName')}</th>
            <th scope="col">{say('level')}</th>
            <th scope="col">{say('area')}</th>
            <th scope="col" className="number">
              {say('capacity')}
            </th>
            <th scope="col" className="number">
              {say('openedOn')}
            </th>
            <th scope="col">{say('modelOf')}</th>
            <th scope="col">{say('closedAfter')}</th>
          </tr>
        </thead>
        <tbody>
          {stations.map((station) => (
            <StationRow key={station.stationId} station={station} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** Where health services are given: city, counties, townships, villages. */
export const StationsPage = ({ session }: { readonly session: Session }) => {
  const { say, locale } = useWording();
  const { query } = usePlace();
  const choice = { area: query.get('area') ?? '', closed: query.get('closed') ?? '' };
  const { data, error, reload } = useAnswer('health/list-stations', {
    area: choice.area === '' ? session.area : choice.area,
    closed: choice.closed !== '',
  });
  const [told, setTold] = useState<Words | null>(null);
  const opening = {
    key: 'open',
    label: say('openStation'),
    form: ({ close, cancel }: { close: () => void; cancel: () => void }) => (
      <OpenStationForm
        session={session}
        onCancel={cancel}
        onDone={async (words: string) => {
          close();
          await reload();
          setTold({ words });
        }}
      />
    ),
  };
  return (
    <>
      <h1>
        {data ? say('stationCount', { n: formatNumber(data.stations.length, 0, locale) }) : say('stations')}
      </h1>
      <Told told={told} />
      <Filters choice={choice} session={session} />
      <Tasks
        title={say('stations')}
        tasks={session.permissions.includes('health:approve') ? [opening] : []}
      />
      <Refused error={error} />
      {!data && !error && <p>{say('loading')}</p>}
      {data && <Network stations={data.stations} />}
    </>
  );
};

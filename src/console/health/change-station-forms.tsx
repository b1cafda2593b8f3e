import { useState } from 'react';
import { callOnce } from '../api.ts';
import { useWording } from '../messages.ts';
import type { Station } from './answers.ts';
import { Offers } from './offers.tsx';
import { SmallForm } from './small-form.tsx';
import { stationAnswers, stationQuestions } from './station-questions.ts';

interface ChangeProps {
  readonly station: Station;
  readonly onDone: (words: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Writes a new version of what a station tells; of two who do it at once the second is told. */
export const ChangeStationForm = ({ station, onDone, onCancel }: ChangeProps) => {
  const wording = useWording();
  const { say } = wording;
  const [offers, setOffers] = useState<readonly string[]>(station.offers);
  const { stationId, version } = station;
  return (
    <SmallForm
      name="change"
      title={say('changeStation')}
      asked={stationQuestions(wording)}
      initial={stationAnswers(station)}
      onCancel={onCancel}
      below={() => <Offers offers={offers} onChange={setOffers} />}
      send={async (given, key) => {
        const told = { ...given, capacity: Number(given['capacity']), offers, stationId, version };
        await callOnce('health/change-station', told, key);
        await onDone(say('stationChanged'));
      }}
    />
  );
};

/** Closes a station after a day; refused while somebody is booked there later. */
export const CloseStationForm = ({ station, onDone, onCancel }: ChangeProps) => {
  const { say } = useWording();
  const { stationId, version } = station;
  return (
    <SmallForm
      name="close"
      title={say('closeStation')}
      asked={[{ key: 'closedOn', label: say('closedAfter'), kind: 'date' }]}
      danger
      submit={say('doIt', { action: say('closeStation') })}
      onCancel={onCancel}
      send={async (given, key) => {
        await callOnce('health/close-station', { ...given, stationId, version }, key);
        await onDone(say('stationIsClosed'));
      }}
    >
      <p>{say('closeStationSays')}</p>
    </SmallForm>
  );
};

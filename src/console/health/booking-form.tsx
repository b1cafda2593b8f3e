import { readTypedDate } from '../../language/index.ts';
import { callOnce, useAnswer } from '../api.ts';
import { useWording } from '../messages.ts';
import type { Asked } from './ask.tsx';
import type { Values } from './check-answers.ts';
import { type Happening, stationAsked } from './happening.ts';
import { SmallForm } from './small-form.tsx';

interface PlacesProps {
  readonly stationId: string;
  readonly day: string;
}

/** How many places are free on the day that is typed; of stations of another area the server alone knows. */
const FreePlaces = ({ stationId, day }: PlacesProps) => {
  const { say } = useWording();
  const { data, error, fresh } = useAnswer('health/list-bookings', { stationId, day });
  if (!fresh) return <p className="soft">{say('loading')}</p>;
  if (error?.code === 'forbidden') return <p className="soft">{say('placesElsewhere')}</p>;
  if (error || !data) return null;
  const free = data.capacity - data.booked;
  if (free <= 0) return <p className="flagged">{say('noFreePlace', { day, all: data.capacity })}</p>;
  return <p>{say('freePlaces', { day, free, all: data.capacity })}</p>;
};

const Places = ({ values }: { readonly values: Values }) => {
  const day = readTypedDate(values['day'] ?? '');
  const stationId = values['stationId'] ?? '';
  return (
    <div aria-live="polite">
      {day !== null && stationId !== '' && <FreePlaces stationId={stationId} day={day} />}
    </div>
  );
};

/** Books a station and a day; booking again moves it. */
export const BookingForm = ({ title, happening }: { title: string; happening: Happening }) => {
  const { say } = useWording();
  const { caseId, subject, stations, onDone, onCancel } = happening;
  const booked = stations.filter(({ capacity }) => capacity > 0);
  const asked: readonly Asked[] = [
    stationAsked(say('station'), { ...happening, stations: booked }),
    { key: 'day', label: say('happenedOn'), kind: 'date' },
  ];
  return (
    <SmallForm
      name="booking"
      title={title}
      asked={asked}
      onCancel={onCancel}
      below={(values) => <Places values={values} />}
      send={async (given, key) => {
        const { day, place } = await callOnce('health/book-checkup', { ...given, caseId, subject }, key);
        await onDone(say('bookedAt', { day, place }));
      }}
    />
  );
};

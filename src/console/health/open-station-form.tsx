import { useState } from 'react';
import { callOnce, type Session, useAnswer } from '../api.ts';
import { type County, useCounties } from '../cases/areas.tsx';
import { useWording, type Wording } from '../messages.ts';
import type { Asked, Option } from './ask.tsx';
import { Offers } from './offers.tsx';
import { SmallForm } from './small-form.tsx';
import { stationQuestions } from './station-questions.ts';
import { isWithin } from './stations.ts';

interface OpenProps {
  readonly session: Session;
  readonly onDone: (words: string) => Promise<void>;
  readonly onCancel: () => void;
}

const TOWNSHIP = /^\d{9}000$/;
const COUNTY = /0{6}$/;

const townshipsIn = ({ name, townships }: County): readonly Option[] =>
  townships.map((one) => ({ value: one.code, words: `${name}${one.name}` }));

/** Places of the own area, from the city down to townships. */
function placesOf(counties: readonly County[], session: Session, { say }: Wording): readonly Option[] {
  const city = { value: `${session.area.slice(0, 4)}00000000`, words: say('cityUnit') };
  const all = counties.flatMap((county) => [
    { value: county.code, words: county.name },
    ...townshipsIn(county),
  ]);
  return [city, ...all].filter(({ value }) => isWithin(value, session));
}

const questionsOf = (
  wording: Wording,
  places: readonly Option[],
  villages: readonly Option[],
): readonly Asked[] => {
  const { say } = wording;
  const village: Asked = {
    key: 'village',
    label: say('stationVillage'),
    kind: 'text',
    help: say('villageHelp'),
    optional: true,
  };
  return [
    { key: 'area', label: say('stationPlace'), kind: 'select', options: places },
    ...(villages.length > 0 ? [{ ...village, kind: 'select', options: villages } as const] : []),
    ...stationQuestions(wording),
    { key: 'openedOn', label: say('openedOn'), kind: 'date' },
  ];
};

/** Opens a station; its level follows from the place where it stands. */
export const OpenStationForm = ({ session, onDone, onCancel }: OpenProps) => {
  const wording = useWording();
  const { say } = wording;
  const counties = useCounties() ?? [];
  const [offers, setOffers] = useState<readonly string[]>([]);
  const [place, setPlace] = useState('');
  const isTownship = TOWNSHIP.test(place) && !COUNTY.test(place);
  const { data } = useAnswer('areas/list-villages', isTownship ? { area: place } : null);
  const villages = isTownship ? (data?.villages ?? []) : [];
  const options = villages.map(({ code, name }) => ({ value: code, words: name }));
  return (
    <SmallForm
      name="open"
      title={say('openStation')}
      asked={questionsOf(wording, placesOf(counties, session, wording), options)}
      onType={(values) => {
        setPlace(values['area'] ?? '');
      }}
      onCancel={onCancel}
      below={() => <Offers offers={offers} onChange={setOffers} />}
      send={async ({ village, area, ...given }, key) => {
        const told = { ...given, offers, capacity: Number(given['capacity']), area: village ?? area };
        await callOnce('health/open-station', told, key);
        await onDone(say('stationOpened', { name: given['name'] ?? '' }));
      }}
    />
  );
};

import type { Session } from '../api.ts';
import type { Wording } from '../messages.ts';
import type { Station, Subject } from './answers.ts';
import type { Asked } from './ask.tsx';
import type { Values } from './check-answers.ts';
import { stationOptions } from './stations.ts';

/** Something that is recorded about somebody: in a case, at a station, on a day. */
export interface Happening {
  readonly caseId: string;
  readonly subject: Subject;
  readonly today: string;
  readonly stations: readonly Station[];
  readonly session: Session;
  /** Where something was recorded last on this page: most of a day's work is done at one station. */
  readonly lastStation: string;
  readonly onDone: (words: string, stationId?: string) => Promise<void>;
  readonly onCancel: () => void;
}

export const stationAsked = (
  label: string,
  { stations, session }: Pick<Happening, 'stations' | 'session'>,
): Asked => ({ key: 'stationId', label, kind: 'select', options: stationOptions(stations, session) });

/** Where and when. */
export const placeAndDay = ({ say }: Wording, happening: Happening): readonly Asked[] => [
  stationAsked(say('station'), happening),
  { key: 'day', label: say('happenedOn'), kind: 'date' },
];

export const firstAnswers = ({ lastStation, today }: Happening): Values => ({
  stationId: lastStation,
  day: today,
});

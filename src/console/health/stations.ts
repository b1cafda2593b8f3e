import { areaCode, areaContains } from '../../language/index.ts';
import type { Session } from '../api.ts';
import type { Station } from './answers.ts';
import type { Option } from './ask.tsx';

/** Whether a place lies in the area that somebody answers for. */
export const isWithin = (area: string, session: Pick<Session, 'area'>): boolean =>
  areaContains(areaCode(session.area), areaCode(area));

export const isOpenOn = ({ openedOn, closedOn }: Station, day: string): boolean =>
  openedOn <= day && (closedOn === null || day <= closedOn);

/** Stations to choose from, those of the own area first. */
export function stationOptions(
  stations: readonly Station[],
  session: Pick<Session, 'area'>,
): readonly Option[] {
  const own = stations.filter(({ area }) => isWithin(area, session));
  const others = stations.filter(({ area }) => !isWithin(area, session));
  return [...own, ...others].map(({ stationId, name }) => ({ value: stationId, words: name }));
}

import { demoHealth2013, modelStationCriteria } from '../../policy/health/index.ts';
import type { Division, DivisionTree } from '../areas/index.ts';
import { type CalendarDate, calendarDate } from '../language/index.ts';
import { weightOf } from './demo-returns.ts';
import { apportion, mix } from './random.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows of the health room, without anybody in them. */
export interface DemoHealthRows {
  readonly health_stations: readonly Row[];
  readonly health_assessments: readonly Row[];
  readonly health_given: readonly Row[];
}

interface Given {
  readonly today: CalendarDate;
  readonly at: Date;
  readonly newId: () => string;
}

interface Station {
  readonly id: string;
  readonly place: Division;
  readonly scope: string;
}

const YEAR = 2013;
const LAST_DAY = calendarDate('2013-12-20');
const OPENED = '2008-01-01';
const RECORDER = 'synthetic';

/** The network as the divisions were then: one station for the city, each county and each township. */
function stationsOf(tree: DivisionTree, { today, newId }: Given): readonly Station[] {
  const places = (['city', 'county', 'township'] as const).flatMap((level) => tree.list(level, LAST_DAY));
  return places.map((place) => ({ id: newId(), place, scope: tree.resolve(place.code, today) }));
}

const stationRow = ({ id, place, scope }: Station, { at }: Given): Row => ({
  station_id: id,
  version: 1,
  name: `${place.nameZh}优生优育服务站（示范）`,
  level: place.level,
  area_code: place.code,
  address: '演示地址',
  phone: '12345',
  hours: '工作日 9:00–17:00',
  offers: [],
  capacity: place.level === 'township' ? 0 : 40,
  opened_on: OPENED,
  closed_on: null,
  recorded_at: at,
  recorded_by: RECORDER,
  area_scope: scope,
});

/** The stations that were named models: an order of our own. */
const models = (stations: readonly Station[]): readonly Station[] =>
  stations
    .filter(({ place }) => place.level !== 'city')
    .toSorted((a, b) => mix(Number(a.place.code.slice(0, 9)), 51) - mix(Number(b.place.code.slice(0, 9)), 51))
    .slice(0, demoHealth2013.modelStations);

const assessmentRow = ({ id, place, scope }: Station): Row => ({
  station_id: id,
  year: YEAR,
  assessed_on: LAST_DAY,
  basis: '演示用虚构文件',
  findings: modelStationCriteria.map(({ key }) => ({ criterion: key, met: true, evidence: '演示' })),
  is_model: true,
  assessed_by: RECORDER,
  level: place.level,
  area_code: place.code,
  area_scope: scope,
});

/** A total over the stations of counties, by people. */
function spread(
  stations: readonly Station[],
  tree: DivisionTree,
  one: { readonly kind: string; readonly day: string; readonly total: number; readonly newId: () => string },
): readonly Row[] {
  const counties = stations.filter(({ place }) => place.level === 'county');
  const shares = apportion(
    one.total,
    counties.map(({ place }) => weightOf(tree, place.code)),
  );
  return counties.map(({ id, place, scope }, index) => ({
    station_id: id,
    given_id: one.newId(),
    kind: one.kind,
    detail: null,
    day: one.day,
    amount: shares[index] ?? 0,
    level: place.level,
    area_code: place.code,
    area_scope: scope,
  }));
}

function givenRows(stations: readonly Station[], tree: DivisionTree, { newId }: Given): readonly Row[] {
  const { rebuilding, checkups } = demoHealth2013;
  const years = Array.from(
    { length: rebuilding.to - rebuilding.from + 1 },
    (_, index) => rebuilding.from + index,
  );
  const perYear = apportion(
    rebuilding.total,
    years.map(() => 1),
  );
  return [
    ...spread(stations, tree, { kind: 'checkup', day: LAST_DAY, total: checkups, newId }),
    ...years.flatMap((year, index) =>
      spread(stations, tree, {
        kind: 'family-rebuilding',
        day: `${String(year)}-12-20`,
        total: perYear[index] ?? 0,
        newId,
      }),
    ),
  ];
}

/** Stations of 2013 and what they gave: counts alone, to the totals that were published. */
export function demoHealth(tree: DivisionTree, given: Given): DemoHealthRows {
  const stations = stationsOf(tree, given);
  return {
    health_stations: stations.map((station) => stationRow(station, given)),
    health_assessments: models(stations).map(assessmentRow),
    health_given: givenRows(stations, tree, given),
  };
}

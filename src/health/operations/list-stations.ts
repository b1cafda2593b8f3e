import { z } from 'zod';
import {
  criteriaConfirmed,
  modelStationCriteria,
  stationLevelLabels,
  stationLevels,
} from '../../../policy/health/index.ts';
import { type AreaCode, areaInput, areaRange, text, textPair } from '../../language/index.ts';
import { defineOperation, type TransactionContext } from '../../platform/index.ts';
import { cityWide } from '../city-wide.ts';
import type { HealthDependencies } from '../dependencies.ts';
import type { HealthTables } from '../tables.ts';

const MOST = 3000;

const output = z.object({
  /** What a model station fulfils, and whether the city has confirmed it. */
  criteria: z.array(z.object({ key: z.string(), label: textPair })),
  criteriaConfirmed: z.boolean(),
  stations: z.array(
    z.object({
      stationId: z.uuid(),
      version: z.number().int(),
      name: z.string(),
      level: z.enum(stationLevels),
      levelLabel: textPair,
      area: z.string(),
      address: z.string(),
      phone: z.string(),
      hours: z.string(),
      offers: z.array(z.string()),
      capacity: z.number().int(),
      openedOn: z.string(),
      closedOn: z.string().nullable(),
      /** The newest year for which it was named a model station. */
      modelOf: z.number().int().nullable(),
    }),
  ),
});
export type StationList = z.output<typeof output>;

interface Asked {
  readonly area: AreaCode;
  readonly closed: boolean;
  readonly today: string;
}

const selectStations = ({ tx }: TransactionContext, { area, closed, today }: Asked) =>
  tx
    .withTables<HealthTables>()
    .selectFrom('health_stations as station')
    .selectAll()
    .select((test) =>
      test
        .selectFrom('health_assessments as assessment')
        .select((year) => year.fn.max('assessment.year').as('year'))
        .whereRef('assessment.station_id', '=', 'station.station_id')
        .where('assessment.is_model', '=', true)
        .as('model_of'),
    )
    .where((test) =>
      test(
        'station.version',
        '=',
        test
          .selectFrom('health_stations as other')
          .select((version) => version.fn.max('other.version').as('newest'))
          .whereRef('other.station_id', '=', 'station.station_id'),
      ),
    )
    .where('area_scope', '>=', areaRange(area).from as AreaCode)
    .where('area_scope', '<', areaRange(area).to as AreaCode)
    .$if(!closed, (query) =>
      query.where((test) =>
        test.or([test('closed_on', 'is', null), test('closed_on', '>=', today as never)]),
      ),
    )
    .orderBy('area_scope')
    .orderBy('name')
    .limit(MOST)
    .execute();

/** Where health services are given: for everybody. */
export const listStations = (dependencies: HealthDependencies) =>
  defineOperation({
    name: 'health/list-stations',
    kind: 'query',
    summary: text('列出服务机构', 'List the stations'),
    permission: 'public',
    input: z.object({ area: areaInput.optional(), closed: z.boolean().default(false) }),
    output,
    handle: async (context, { area, closed }) => {
      const { today, city } = dependencies.casework;
      const asked = { area: area ?? city, closed, today: today() };
      const rows = await cityWide(context, dependencies, () => selectStations(context, asked));
      return {
        criteria: [...modelStationCriteria],
        criteriaConfirmed,
        stations: rows.map((row) => ({
          stationId: row.station_id,
          version: row.version,
          name: row.name,
          level: row.level,
          levelLabel: stationLevelLabels[row.level],
          area: row.area_scope,
          address: row.address,
          phone: row.phone,
          hours: row.hours,
          offers: [...row.offers],
          capacity: row.capacity,
          openedOn: row.opened_on,
          closedOn: row.closed_on,
          modelOf: row.model_of,
        })),
      };
    },
  });

import { z } from 'zod';
import { areaInput, dateInput, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { HealthDependencies } from '../dependencies.ts';
import { levelOfPlace, requireOffers, stationInput, writeStation } from '../write-station.ts';

const input = z.object({ ...stationInput, area: areaInput, openedOn: dateInput });

/** Opens a station of the network: city, county, township, village. */
export const openStation = (dependencies: HealthDependencies) =>
  defineOperation({
    name: 'health/open-station',
    kind: 'command',
    summary: text('设立服务机构', 'Open a station'),
    permission: 'health:approve',
    input,
    output: z.object({ stationId: z.uuid(), version: z.number().int(), level: z.string() }),
    handle: async (context, { area, openedOn, ...told }) => {
      const level = await levelOfPlace(context, dependencies, area);
      requireOffers(dependencies, told.offers);
      const stationId = context.newId();
      const place = { level, area_code: area, area_scope: area };
      const key = { station_id: stationId, version: 1 };
      await writeStation(context, { ...key, ...told, ...place, opened_on: openedOn, closed_on: null });
      return { stationId, version: 1, level };
    },
  });

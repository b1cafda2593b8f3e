import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { HealthDependencies } from '../dependencies.ts';
import { ownStation } from '../stations.ts';
import { requireNewest, requireOffers, stationInput, writeStation } from '../write-station.ts';

const input = z.object({
  ...z.object(stationInput).partial().shape,
  stationId: z.uuid(),
  /** The version that was on the screen. */
  version: z.number().int(),
});

const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/** Changes what a station tells about itself: a new version, the earlier ones stay. */
export const changeStation = (dependencies: HealthDependencies) =>
  defineOperation({
    name: 'health/change-station',
    kind: 'command',
    summary: text('变更服务机构信息', 'Change a station'),
    permission: 'health:approve',
    input,
    output: z.object({ stationId: z.uuid(), version: z.number().int() }),
    handle: async (context, { stationId, version, ...told }) => {
      const station = await ownStation(context, stationId);
      requireNewest(station, version);
      requireOffers(dependencies, told.offers ?? []);
      await writeStation(context, { ...station, ...given(told), version: version + 1 });
      return { stationId, version: version + 1 };
    },
  });

import { z } from 'zod';
import { areaLevel, type CalendarDate, dateInput, text } from '../../language/index.ts';
import {
  type Database,
  defineProcess,
  failure,
  type SnapshotView,
  takeSnapshot,
} from '../../platform/index.ts';

export interface SnapshotDependencies {
  readonly database: Database;
  readonly folder: string;
  readonly views: readonly SnapshotView[];
  readonly today: () => CalendarDate;
}

const output = z.object({
  id: z.uuid(),
  at: z.string(),
  sealedAt: z.string(),
  sha256: z.string(),
  rows: z.record(z.string(), z.number()),
});

const onlyPart = () =>
  failure(
    'forbidden',
    text('统计快照须覆盖全市。', 'A statistics snapshot covers the whole city.'),
    text('请由市级统计员办理。', 'Have a statistician of the city take it.'),
  );

const inFuture = (at: CalendarDate) =>
  failure(
    'invalid_input',
    text(`${at} 在今天之后。`, `${at} lies in the future.`),
    text('请填写今天或更早的日期。', 'Give today or an earlier day.'),
  );

/** Seals the statistics compartment: no names, no identity numbers, ids under a key that can be destroyed. */
export const takeStatisticsSnapshot = (dependencies: SnapshotDependencies) =>
  defineProcess({
    name: 'statistics/take-snapshot',
    kind: 'process',
    summary: text('封存统计快照', 'Seal a statistics snapshot'),
    permission: 'statistics:snapshot',
    input: z.object({ at: dateInput.optional() }),
    output,
    handle: async (context, { at = dependencies.today() }) => {
      if (areaLevel(context.actor.area) !== 'city') throw onlyPart();
      if (at > dependencies.today()) throw inFuture(at);
      const { database, folder, views } = dependencies;
      const sealed = await takeSnapshot(context, { database, folder, compartment: 'statistics', views, at });
      return {
        id: sealed.id,
        at: sealed.at,
        sealedAt: sealed.sealedAt,
        sha256: sealed.sha256,
        rows: { ...sealed.rows },
      };
    },
  });

import { z } from 'zod';
import { historicalSeries } from '../../../policy/historical/index.ts';
import { text, units } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';

const words = z.object({ zh: z.string(), en: z.string() });

const series = z.object({
  key: z.string(),
  label: words,
  unit: z.string(),
  unitLabel: words,
  decimals: z.number(),
  definition: words,
  source: words,
  notes: z.array(words),
  endedOn: z.string(),
  endedBy: words,
  /** At the level at which they were published: no breakdown that nobody published. */
  values: z.array(z.object({ area: z.string(), year: z.number(), value: z.number() })),
});

/** A series as the public sees it. */
export type EndedSeries = z.output<typeof series>;

/** Series that have ended: aggregates as they were published, which nobody can add to. */
export const listHistoricalSeries = defineOperation({
  name: 'publishing/list-historical-series',
  kind: 'query',
  summary: text('查看已停止的数字', 'See the series that have ended'),
  permission: 'public',
  input: z.object({}),
  output: z.object({ series: z.array(series) }),
  handle: () =>
    Promise.resolve({
      series: historicalSeries.map(({ key, label, unit, decimals, definition, source, notes, ...rest }) => ({
        key,
        label,
        unit,
        unitLabel: units[unit],
        decimals,
        definition,
        source,
        notes: [...(notes ?? [])],
        endedOn: rest.endedOn,
        endedBy: rest.endedBy,
        values: rest.values.map((one) => ({ ...one })),
      })),
    }),
});

import { z } from 'zod';
import { supplyKinds } from '../../../policy/health/index.ts';
import { text, textPair } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { ownStation } from '../stations.ts';
import type { HealthTables } from '../tables.ts';

const output = z.object({
  stationId: z.uuid(),
  stock: z.array(
    z.object({ supply: z.string(), label: textPair, unit: textPair, quantity: z.number().int() }),
  ),
});
export type StockList = z.output<typeof output>;

/** What a station has to give. */
export const listStock = defineOperation({
  name: 'health/list-stock',
  kind: 'query',
  summary: text('查看药具库存', 'List the stock of a station'),
  permission: 'health:read',
  input: z.object({ stationId: z.uuid() }),
  output,
  handle: async (context, { stationId }) => {
    await ownStation(context, stationId);
    const rows = await context.tx
      .withTables<HealthTables>()
      .selectFrom('health_stock')
      .select(['supply', 'quantity'])
      .where('station_id', '=', stationId)
      .execute();
    const has = new Map(rows.map((row) => [row.supply, row.quantity]));
    const stock = supplyKinds.map(({ key, label, unit }) => ({
      supply: key,
      label,
      unit,
      quantity: has.get(key) ?? 0,
    }));
    return { stationId, stock };
  },
});

import { sql } from 'kysely';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { HealthDependencies } from '../dependencies.ts';
import { noteMove, stationOfStock, stockOutput, supplyInput } from '../supplies.ts';

/** Adds what a station received to its stock. */
export const receiveSupplies = (dependencies: HealthDependencies) =>
  defineOperation({
    name: 'health/receive-supplies',
    kind: 'command',
    summary: text('登记收到药具', 'Record supplies that came'),
    permission: 'health:write',
    input: supplyInput,
    output: stockOutput,
    handle: async (context, given) => {
      const station = await stationOfStock(context, dependencies, given);
      const { stationId, supply, quantity } = given;
      const { rows } = await sql<{ left: number }>`
        INSERT INTO health_stock AS stock (station_id, supply, quantity, area_scope)
        VALUES (${stationId}, ${supply}, ${quantity}, ${station.area_scope})
        ON CONFLICT (station_id, supply) DO UPDATE SET quantity = stock.quantity + excluded.quantity
        RETURNING quantity AS left`.execute(context.tx);
      await noteMove(context, station, { ...given, way: 'received' });
      return { stationId, supply, left: rows[0]?.left ?? 0 };
    },
  });

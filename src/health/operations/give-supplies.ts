import { text } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import type { HealthDependencies } from '../dependencies.ts';
import { noteMove, stationOfStock, stockOutput, supplyInput, supplyLabel } from '../supplies.ts';
import type { HealthTables } from '../tables.ts';

const notEnough = (supply: string) =>
  failure(
    'conflict',
    text(`“${supplyLabel(supply).zh}”库存不足。`, `There are not enough ${supplyLabel(supply).en} left.`),
    text('请先登记收到的数量，或者减少数量。', 'Record what came first, or give less.'),
  );

/** Takes out of the stock what was given free of charge. Who took it is not asked and has no place to stand. */
export const giveSupplies = (dependencies: HealthDependencies) =>
  defineOperation({
    name: 'health/give-supplies',
    kind: 'command',
    summary: text('登记免费发放药具（不记领取人）', 'Record supplies given out, without who took them'),
    permission: 'health:write',
    input: supplyInput,
    output: stockOutput,
    handle: async (context, given) => {
      const station = await stationOfStock(context, dependencies, given);
      const { stationId, supply, quantity } = given;
      // One statement takes and checks: of two who give the last box, one is told.
      const taken = await context.tx
        .withTables<HealthTables>()
        .updateTable('health_stock')
        .set((test) => ({ quantity: test('quantity', '-', quantity) }))
        .where('station_id', '=', stationId)
        .where('supply', '=', supply)
        .where('quantity', '>=', quantity)
        .returning('quantity')
        .executeTakeFirst();
      if (!taken) throw notEnough(supply);
      await noteMove(context, station, { ...given, way: 'given' });
      return { stationId, supply, left: taken.quantity };
    },
  });

import { z } from 'zod';
import { supplyKinds } from '../../policy/health/index.ts';
import { dateInput, type Text } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import { requirePast } from './days.ts';
import type { HealthDependencies } from './dependencies.ts';
import { ownStation, placeOf, type Station } from './stations.ts';
import type { HealthTables } from './tables.ts';

const MOST = 1_000_000;
const keys = supplyKinds.map((one) => one.key) as [string, ...string[]];

/** How much, where and when. There is no question about who takes it, by design. */
export const supplyInput = z.strictObject({
  stationId: z.uuid(),
  supply: z.enum(keys),
  quantity: z.number().int().min(1).max(MOST),
  day: dateInput,
});
type Moved = z.output<typeof supplyInput>;

export const stockOutput = z.object({
  stationId: z.uuid(),
  supply: z.string(),
  /** What the station has now. */
  left: z.number().int(),
});

export const supplyLabel = (key: string): Text =>
  supplyKinds.find((one) => one.key === key)?.label ?? { zh: key, en: key };

/** The station whose stock is moved: one of the caller's area, on a day that has come. */
export async function stationOfStock(
  context: TransactionContext,
  dependencies: HealthDependencies,
  { stationId, day }: Moved,
): Promise<Station> {
  requirePast(dependencies, day);
  return ownStation(context, stationId);
}

/** Notes what came or was given. */
export async function noteMove(
  { tx, newId, now, actor }: TransactionContext,
  station: Station,
  { supply, quantity, day, way }: Moved & { readonly way: 'received' | 'given' },
): Promise<void> {
  await tx
    .withTables<HealthTables>()
    .insertInto('health_stock_moves')
    .values({
      ...placeOf(station),
      move_id: newId(),
      supply,
      way,
      quantity,
      day,
      recorded_at: now(),
      recorded_by: actor.name,
    })
    .execute();
}

import { z } from 'zod';
import { type DivisionTree, villageChains } from '../../areas/index.ts';
import { type AreaCode, type CalendarDate, text } from '../../language/index.ts';
import {
  type BulkTransaction,
  bulkTransaction,
  type Database,
  defineProcess,
  failure,
  type ProcessContext,
  recordAudit,
  settleCity,
} from '../../platform/index.ts';
import {
  type CurrentCodes,
  checkInvariants,
  nameSound,
  type Vault,
  withoutRowChecks,
} from '../../register/index.ts';
import { buildCity } from '../build-city.ts';
import { loadCity } from '../load-city.ts';

const LOCK = 7_104_202;

const input = z.object({
  scale: z.number().min(0.001).max(1).default(0.01).describe('share of the real population, 0.001 to 1'),
  seed: z
    .number()
    .int()
    .min(0)
    .max(4_294_967_295)
    .default(2013)
    .describe('the same seed makes the same city'),
});

const output = z.object({ seed: z.number(), scale: z.number(), persons: z.number(), events: z.number() });

export interface SeedDependencies {
  readonly database: Database;
  readonly city: AreaCode;
  readonly vault: Vault;
  readonly today: () => CalendarDate;
  readonly divisions: (context: ProcessContext) => Promise<DivisionTree>;
}

const notEmpty = () =>
  failure(
    'database_not_empty',
    text(
      '数据库中已有登记的人，不能再生成虚构城市。',
      'The register already holds people; a made-up city needs an empty one.',
    ),
    text(
      '请用 DATA_DIR 或 DATABASE_URL 指定一个空的数据库。',
      'Choose an empty database with DATA_DIR or DATABASE_URL.',
    ),
  );

/** Every code that a spell may carry, with what it has become. */
function currentCodes(tree: DivisionTree, today: CalendarDate): CurrentCodes {
  const villages = tree.history.divisions.filter((division) => division.level === 'village');
  return new Map(villages.map((division) => [division.code, tree.resolve(division.code, today)]));
}

/**
 * Makes the made-up city and loads it, in one transaction: a kill leaves the register empty, never half full. Refused
 * in a real or non-empty database.
 */
export const seedCity = (dependencies: SeedDependencies) =>
  defineProcess({
    name: 'synthetic/seed-city',
    kind: 'process',
    summary: text('生成虚构城市', 'Make the made-up city'),
    permission: 'synthetic:seed',
    input,
    output,
    handle: async (context, { scale, seed }) => {
      await context.transaction((within) =>
        settleCity(within, { kind: 'synthetic', area: dependencies.city }),
      );
      const tree = await dependencies.divisions(context);
      return bulkTransaction(dependencies.database.owner, async (bulk) => {
        await requireEmpty(bulk);
        const city = buildCity({
          seed,
          scale,
          chains: villageChains(tree.history),
          progress: context.progress,
        });
        const rows = await withoutRowChecks(bulk, () =>
          loadCity(bulk.client, city, {
            idDigest: dependencies.vault.idDigest,
            nameSound,
            sealIdNumber: (personId, idNumber) => dependencies.vault.seal(personId, 'idNumber', idNumber),
            progress: context.progress,
          }),
        );
        await requireSound(context, bulk, currentCodes(tree, dependencies.today()));
        return noteSeed(context, bulk, {
          seed,
          scale,
          persons: rows.register_persons,
          events: rows.register_events,
        });
      });
    },
  });

async function requireEmpty({ client }: BulkTransaction): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  const { rows } = await client.query<{ taken: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM register_persons) OR EXISTS (SELECT 1 FROM platform_seed) AS taken',
  );
  if (rows[0]?.taken) throw notEmpty();
}

async function requireSound(
  context: ProcessContext,
  { tx }: BulkTransaction,
  codes: CurrentCodes,
): Promise<void> {
  context.progress(text('正在核对登记簿', 'checking the register'));
  const violations = await checkInvariants(tx, codes);
  if (violations.length === 0) return;
  throw new Error(`the made-up city breaks the register: ${JSON.stringify(violations)}`);
}

interface Made {
  readonly seed: number;
  readonly scale: number;
  readonly persons: number;
  readonly events: number;
}

async function noteSeed(context: ProcessContext, { tx }: BulkTransaction, made: Made) {
  const { seed, scale, persons, events } = made;
  await tx
    .insertInto('platform_seed')
    .values({ id: 1, seed, scale, persons, finished_at: context.now() })
    .execute();
  await recordAudit(tx, context, {
    operation: 'synthetic/load-batch',
    outcome: 'done',
    detail: { seed, scale, persons, events },
  });
  return { seed, scale, persons, events };
}

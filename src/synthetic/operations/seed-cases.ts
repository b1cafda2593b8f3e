import { z } from 'zod';
import type { CaseworkTables } from '../../casework/index.ts';
import { text } from '../../language/index.ts';
import { defineOperation, insertMany, settleCity, type TransactionContext } from '../../platform/index.ts';
import { demoCases } from '../demo-cases.ts';
import { demoHealth } from '../demo-health.ts';
import type { SeedReturnsDependencies } from './seed-returns.ts';

/** Rows of one statement: its JSON stays a few megabytes. */
const BATCH = 5000;

async function insertAll(
  context: TransactionContext,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
) {
  for (let start = 0; start < rows.length; start += BATCH)
    await insertMany(context.tx, table, rows.slice(start, start + BATCH));
}

/** Loads the cases and health services of the demonstration, once. */
export const seedCases = (dependencies: SeedReturnsDependencies) =>
  defineOperation({
    name: 'synthetic/seed-cases',
    kind: 'command',
    summary: text('生成演示事项和卫生服务', 'Make the cases and health services of the demonstration'),
    permission: 'synthetic:seed',
    input: z.object({}),
    output: z.object({ cases: z.number().int() }),
    handle: async (context) => {
      await settleCity(context, { kind: 'synthetic', area: dependencies.city });
      const there = await context.tx
        .withTables<CaseworkTables>()
        .selectFrom('casework_cases')
        .select('case_id')
        .where('filed_by', '=', 'synthetic')
        .limit(1)
        .executeTakeFirst();
      if (there) return { cases: 0 };
      const tree = await dependencies.divisions(context);
      const given = { today: dependencies.today(), at: context.now(), newId: context.newId };
      const rows = { ...demoCases(tree, given), ...demoHealth(tree, given) };
      for (const [table, list] of Object.entries(rows)) await insertAll(context, table, list);
      return { cases: rows.casework_cases.length };
    },
  });

import { z } from 'zod';
import { type AreaCode, text } from '../../language/index.ts';
import { bulkTransaction, type Database, defineProcess, readSeed, settleCity } from '../../platform/index.ts';
import { benefitFactStatements, recipients2013, type Wanted } from '../benefit-facts-sql.ts';

export interface SeedBenefitsDependencies {
  readonly database: Database;
  readonly city: AreaCode;
}

const shareOf = (scale: number): Wanted => ({
  rural: Math.round(recipients2013.rural * scale),
  loss: Math.round(recipients2013.loss * scale),
  disability: Math.round(recipients2013.disability * scale),
  onlyChild: Math.round(recipients2013.onlyChild * scale),
});

/** For sorting and joining everybody at once, in this transaction alone. */
const ROOM = `SET LOCAL work_mem = '256MB'; SET LOCAL statement_timeout = 0`;

/** Attests facts of the people of the made-up city, marked as invented; what is there already stays. */
export const seedBenefits = ({ database, city }: SeedBenefitsDependencies) =>
  defineProcess({
    name: 'synthetic/seed-benefits',
    kind: 'process',
    summary: text('生成演示用的待遇事实', 'Make the benefit facts of the demonstration'),
    permission: 'synthetic:seed',
    input: z.object({}),
    output: z.object({ facts: z.number() }),
    handle: async (context) => {
      const seed = await context.transaction(async (within) => {
        await settleCity(within, { kind: 'synthetic', area: city });
        return readSeed(within.tx);
      });
      if (!seed) return { facts: 0 };
      return bulkTransaction(database.owner, async ({ client }) => {
        const { rows } = await client.query<{ there: boolean }>(
          'SELECT EXISTS (SELECT 1 FROM benefits_facts WHERE invented) AS there',
        );
        if (rows[0]?.there) return { facts: 0 };
        await client.query(ROOM);
        let facts = 0;
        for (const statement of benefitFactStatements(shareOf(seed.scale))) {
          const done = await client.query(statement);
          if (done.command === 'INSERT') facts += done.rowCount ?? 0;
        }
        await client.query('ANALYZE benefits_facts');
        return { facts };
      });
    },
  });

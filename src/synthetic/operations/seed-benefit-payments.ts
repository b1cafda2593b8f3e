import { z } from 'zod';
import { type DemoEntitlements, demoEntitlements2013, demoPaidOn } from '../../../policy/payment/index.ts';
import {
  type BenefitsDependencies,
  type PaymentDependencies,
  type PaymentTables,
  payMadeUp,
} from '../../benefits/index.ts';
import { type CalendarDate, calendarDate, lastDayOfYear, text } from '../../language/index.ts';
import {
  defineOperation,
  insertMany,
  readSeed,
  settleCity,
  type TransactionContext,
} from '../../platform/index.ts';
import { demoRecords } from '../demo-records.ts';
import { entitleMadeUp } from '../entitle-made-up.ts';
import { findEntitled } from '../find-entitled.ts';
import type { SeedReturnsDependencies } from './seed-returns.ts';

export interface SeedPaymentsDependencies extends SeedReturnsDependencies {
  readonly payments: PaymentDependencies;
  readonly benefits: BenefitsDependencies;
}

const YEAR = 2013;
/** They were given for the year and ended with it. */
const life = {
  day: lastDayOfYear(YEAR),
  begunOn: calendarDate('2012-12-20'),
  endedOn: calendarDate('2014-01-10'),
} as const;
/** Rows sealed and written at a time. */
const BATCH = 5000;

/** Everybody who was entitled, some thousands at a time. */
async function entitleAll(
  context: TransactionContext,
  dependencies: SeedPaymentsDependencies,
  programme: string,
): Promise<number> {
  const people = await findEntitled(context, dependencies, { programme, day: life.day });
  const { payments } = dependencies;
  for (let start = 0; start < people.length; start += BATCH)
    await entitleMadeUp(context, payments, {
      programme,
      people: people.slice(start, start + BATCH),
      firstAccount: start,
      life,
    });
  return people.length;
}

const quartersOf = ({ programmes }: PaymentDependencies, { programme, quarters }: DemoEntitlements) => {
  const award = programmes.find(({ key }) => key === programme)?.award;
  return award?.kind === 'money' && award.paidInQuarter !== null ? [award.paidInQuarter] : quarters;
};

/** Each programme once, each of its quarters in order: the lists of the whole city. */
async function payAll(
  context: TransactionContext,
  { payments, city }: SeedPaymentsDependencies,
): Promise<number> {
  let fen = 0;
  for (const demo of demoEntitlements2013)
    for (const quarter of quartersOf(payments, demo)) {
      const day = demoPaidOn[quarter] as CalendarDate;
      fen += await payMadeUp(context, payments, {
        programme: demo.programme,
        year: YEAR,
        quarter,
        area: city,
        day,
      });
    }
  return fen;
}

/** Makes the entitlements, payments and records of 2013, once: people from the register, totals as published. */
export const seedBenefitPayments = (dependencies: SeedPaymentsDependencies) =>
  defineOperation({
    name: 'synthetic/seed-benefit-payments',
    kind: 'command',
    summary: text('生成演示待遇和发放', 'Make the entitlements and payments of the demonstration'),
    permission: 'synthetic:seed',
    input: z.object({}),
    output: z.object({ entitlements: z.number().int(), fen: z.number().int(), records: z.number().int() }),
    handle: async (context) => {
      const { city, divisions, today } = dependencies;
      await settleCity(context, { kind: 'synthetic', area: city });
      const seed = await readSeed(context.tx);
      const there = await context.tx
        .withTables<PaymentTables>()
        .selectFrom('benefits_records')
        .select('record_id')
        .where('recorded_by', '=', 'synthetic')
        .limit(1)
        .executeTakeFirst();
      if (there || !seed) return { entitlements: 0, fen: 0, records: 0 };
      let entitlements = 0;
      for (const { programme } of demoEntitlements2013)
        entitlements += await entitleAll(context, dependencies, programme);
      const fen = await payAll(context, dependencies);
      const given = { today: today(), at: context.now(), newId: context.newId };
      const records = demoRecords(await divisions(context), given);
      await insertMany(context.tx, 'benefits_records', records);
      return { entitlements, fen, records: records.length };
    },
  });

import { z } from 'zod';
import { type AreaCode, areaContains, areaInput, type CalendarDate, text } from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { batchOutput, newBatchNumber, openBatch, showBatch } from '../batches.ts';
import { type Building, type Built, buildLines, neededRates, withoutAccount } from '../build-batch.ts';
import { monthsOf, type Quarter } from '../entitlement-months.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import { isPaidIn, programmeHere, ratesOf } from '../payment-rates.ts';
import type { PaidRate, PaymentTables } from '../payment-tables.ts';
import { paymentsWide } from '../payments-wide.ts';

const unknownProgramme = () =>
  failure(
    'not_found',
    text('没有这个按金额发放的项目。', 'No programme of this key pays money.'),
    text('请核对项目代码。', 'Check its key.'),
  );

const otherQuarter = () =>
  failure(
    'conflict',
    text('这个项目每年发放一次，不在这个季度。', 'This programme is paid once a year, in another quarter.'),
    text('请在规定的季度生成名单。', 'Make the list in the quarter of the rule.'),
  );

const notYours = () =>
  failure(
    'forbidden',
    text('这个地区不在您的管辖范围内。', 'That area is not yours.'),
    text('请选择本辖区。', 'Choose an area of your own.'),
  );

const tooEarly = () =>
  failure(
    'conflict',
    text('这个季度还没有到。', 'That quarter has not come yet.'),
    text('请在季度开始以后生成名单。', 'Make the list once it has begun.'),
  );

const nothingDue = () =>
  failure(
    'conflict',
    text('没有待发放的待遇：该发的已在其他名单上。', 'Nothing is due that does not stand on a list already.'),
    text(
      '请查看已有的名单，或者核对账户是否齐全。',
      'Look at the lists that there are, and whether accounts are missing.',
    ),
  );

interface Making extends Quarter {
  readonly building: Building;
  readonly rates: readonly PaidRate[];
  readonly built: Built;
}

async function writeBatch(context: TransactionContext, { building, rates, built, year, quarter }: Making) {
  await context.tx
    .withTables<PaymentTables>()
    .insertInto('benefits_batches')
    .values({
      batch_id: building.batchId,
      number: newBatchNumber({ year, quarter }, context.randomBytes),
      programme: building.programme.key,
      year,
      quarter,
      area_code: building.area,
      state: 'draft',
      ...built,
      rates: JSON.stringify(rates),
      created_at: context.now(),
      created_by: context.actor.name,
      area_scope: building.area,
    })
    .execute();
}

interface Asked extends Quarter {
  readonly programme: string;
  readonly area: AreaCode;
}

function requireQuarter({ casework }: PaymentDependencies, first: CalendarDate): void {
  if (first > casework.today()) throw tooEarly();
}

async function make(context: TransactionContext, dependencies: PaymentDependencies, asked: Asked) {
  const programme = await programmeHere(context, dependencies, asked.programme);
  if (!programme || programme.award.kind !== 'money') throw unknownProgramme();
  if (!isPaidIn(programme, asked.quarter)) throw otherQuarter();
  const [first, , through] = monthsOf(asked) as [CalendarDate, CalendarDate, CalendarDate];
  requireQuarter(dependencies, first);
  const building = { batchId: context.newId(), programme, area: asked.area, through };
  const entered = (await dependencies.entered(context)).filter((one) => one.programme === programme.key);
  const pricing = { programme, through, knownAt: dependencies.casework.today(), entered };
  const needed = await neededRates(context, building);
  const rates = ratesOf(pricing, needed);
  const people = needed.reduce((sum, one) => sum + one.people, 0);
  const built = await buildLines(context, building, { rates, people });
  if (built.lines === 0) throw nothingDue();
  await writeBatch(context, { ...asked, building, rates, built });
  const row = await openBatch(context, { batchId: building.batchId, lock: false });
  return {
    ...showBatch(row),
    withoutAccount: await withoutAccount(context, building),
    staleRates: rates.some(({ stale }) => stale),
  };
}

/**
 * Makes a list of what is due for a quarter: each month of each entitlement at the rate of that month and place, with
 * what earlier quarters left and the lines that failed. Nothing is paid by it: another person approves it.
 */
export const createBatch = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/create-batch',
    kind: 'command',
    summary: text('生成发放名单', 'Make a list of payments'),
    permission: 'benefits:pay',
    auditDetail: ({ programme, year, quarter, area }) => ({ programme, year, quarter, area }),
    input: z.object({
      programme: z.string().max(60),
      year: z.coerce.number().int().min(2004).max(2100),
      quarter: z.coerce.number().int().min(1).max(4),
      area: areaInput,
    }),
    output: batchOutput.extend({
      /** People to whom something is due and whose account is missing: they stand on no list. */
      withoutAccount: z.number().int(),
      /** A rate was used of which nobody has checked that it still holds. */
      staleRates: z.boolean(),
    }),
    handle: async (context, asked) => {
      if (!areaContains(context.actor.area, asked.area)) throw notYours();
      // Lines that failed elsewhere come along when somebody has moved here.
      return paymentsWide(context, dependencies, () => make(context, dependencies, asked));
    },
  });

import { z } from 'zod';
import { demoToday } from '../../../policy/payment/index.ts';
import { type EligiblePerson, type PaymentTables, payMadeUp } from '../../benefits/index.ts';
import {
  addDays,
  areaCode,
  type CalendarDate,
  calendarDate,
  firstDayOfYear,
  lastDayOfYear,
  text,
  yearOf,
} from '../../language/index.ts';
import { defineOperation, readSeed, settleCity, type TransactionContext } from '../../platform/index.ts';
import { entitleMadeUp } from '../entitle-made-up.ts';
import { findEntitled } from '../find-entitled.ts';
import type { SeedPaymentsDependencies } from './seed-benefit-payments.ts';

const { county, programmes, persons, applications } = demoToday;
const area = areaCode(county);

/** The quarters since a year began that are over: when each was paid. */
const quartersSince = (year: number, today: CalendarDate) =>
  [year, year + 1].flatMap((one) =>
    [1, 2, 3, 4].flatMap((quarter) => {
      const day = calendarDate(`${String(one)}-${String(quarter * 3).padStart(2, '0')}-25`);
      return day < today ? [{ year: one, quarter, day }] : [];
    }),
  );

async function paySince(
  context: TransactionContext,
  { payments, today }: SeedPaymentsDependencies,
  { programme, year }: { readonly programme: string; readonly year: number },
): Promise<void> {
  const award = payments.programmes.find(({ key }) => key === programme)?.award;
  const only = award?.kind === 'money' ? award.paidInQuarter : null;
  for (const over of quartersSince(year, today()))
    if (only === null || only === over.quarter)
      await payMadeUp(context, payments, { programme, ...over, area });
}

/** Whoever was entitled at the end of last year and is today: nothing that was paid since is too much. */
async function findBoth(
  context: TransactionContext,
  dependencies: SeedPaymentsDependencies,
  { programme, day }: { readonly programme: string; readonly day: CalendarDate },
): Promise<readonly EligiblePerson[]> {
  const on = (one: CalendarDate) =>
    findEntitled(context, dependencies, { programme, day: one, county: area });
  const today = new Set((await on(dependencies.today())).map(({ person_id }) => person_id));
  return (await on(day)).filter(({ person_id }) => today.has(person_id));
}

const applicantOf = ({ person_id: personId, name, village }: EligiblePerson) => ({ personId, name, village });

/** Entitlements that are drawn in one county since last year, once; with people there who could apply. */
export const seedBenefitsToday = (dependencies: SeedPaymentsDependencies) =>
  defineOperation({
    name: 'synthetic/seed-benefits-today',
    kind: 'command',
    summary: text('生成演示中正在享受的待遇', 'Make entitlements that are drawn today'),
    permission: 'synthetic:seed',
    input: z.object({}),
    output: z.object({
      entitlements: z.number().int(),
      applicants: z.array(z.object({ personId: z.uuid(), name: z.string(), village: z.string() })),
    }),
    handle: async (context) => {
      const { city, payments } = dependencies;
      await settleCity(context, { kind: 'synthetic', area: city });
      const there = await context.tx
        .withTables<PaymentTables>()
        .selectFrom('benefits_entitlements')
        .select('entitlement_id')
        .where('step', '=', 'active')
        .where('made_by', '=', 'synthetic')
        .limit(1)
        .executeTakeFirst();
      if (there || !(await readSeed(context.tx))) return { entitlements: 0, applicants: [] };
      const year = yearOf(dependencies.today()) - 1;
      const day = lastDayOfYear(year);
      const life = { day, begunOn: addDays(firstDayOfYear(year), -12), endedOn: null };
      const drawing = new Set<string>();
      let entitlements = 0;
      for (const programme of programmes) {
        const found = await findBoth(context, dependencies, { programme, day });
        const people = found.slice(0, persons);
        await entitleMadeUp(context, payments, { programme, people, firstAccount: entitlements, life });
        await paySince(context, dependencies, { programme, year });
        entitlements += people.length;
        for (const { person_id } of people) drawing.add(person_id);
      }
      const asked = { programme: applications.programme, day: dependencies.today(), county: area };
      const open = await findEntitled(context, dependencies, asked);
      const applicants = open
        .filter(({ person_id }) => !drawing.has(person_id))
        .slice(0, applications.count)
        .map(applicantOf);
      return { entitlements, applicants };
    },
  });

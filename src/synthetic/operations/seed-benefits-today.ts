import { z } from 'zod';
import { demoToday } from '../../../policy/payment/index.ts';
import { type EligiblePerson, type PaymentTables, payMadeUp } from '../../benefits/index.ts';
import { addDays, areaCode, type CalendarDate, calendarDate, text, yearOf } from '../../language/index.ts';
import { defineOperation, readSeed, settleCity, type TransactionContext } from '../../platform/index.ts';
import { entitleMadeUp } from '../entitle-made-up.ts';
import { findEntitled } from '../find-entitled.ts';
import type { SeedPaymentsDependencies } from './seed-benefit-payments.ts';

const { county, programmes, persons, applications } = demoToday;
const area = areaCode(county);

/** The days on which the quarters of the year that are over were paid, by quarter. */
const paidOn = (today: CalendarDate): readonly (readonly [number, CalendarDate])[] =>
  [1, 2, 3, 4].flatMap((quarter) => {
    const day = calendarDate(`${String(yearOf(today))}-${String(quarter * 3).padStart(2, '0')}-25`);
    return day < today ? [[quarter, day] as const] : [];
  });

async function payYear(
  context: TransactionContext,
  { payments, today }: SeedPaymentsDependencies,
  programme: string,
): Promise<void> {
  const award = payments.programmes.find(({ key }) => key === programme)?.award;
  const only = award?.kind === 'money' ? award.paidInQuarter : null;
  for (const [quarter, day] of paidOn(today()))
    if (only === null || only === quarter)
      await payMadeUp(context, payments, { programme, year: yearOf(day), quarter, area, day });
}

const applicantOf = ({ person_id: personId, name, village }: EligiblePerson) => ({ personId, name, village });

/** Entitlements that are drawn in one county, once; with people there who could apply. */
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
      const day = dependencies.today();
      const begunOn = addDays(calendarDate(`${String(yearOf(day))}-01-01`), -12);
      const applicants: ReturnType<typeof applicantOf>[] = [];
      let entitlements = 0;
      for (const programme of programmes) {
        const found = await findEntitled(context, dependencies, { programme, day, county: area });
        const people = found.slice(0, persons);
        const life = { day, begunOn, endedOn: null };
        await entitleMadeUp(context, payments, { programme, people, firstAccount: entitlements, life });
        await payYear(context, dependencies, programme);
        entitlements += people.length;
        if (programme === applications.programme)
          applicants.push(...found.slice(persons, persons + applications.count).map(applicantOf));
      }
      return { entitlements, applicants };
    },
  });

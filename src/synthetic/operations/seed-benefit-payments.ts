import { sql } from 'kysely';
import { z } from 'zod';
import { type DemoEntitlements, demoEntitlements2013, demoPaidOn } from '../../../policy/payment/index.ts';
import { programmeOf } from '../../../policy/programmes/index.ts';
import {
  type BenefitsDependencies,
  type EligiblePerson,
  eligiblePeople,
  enteredValues,
  findProgramme,
  newestSnapshot,
  type PaymentDependencies,
  type PaymentTables,
  payMadeUp,
  rulesFor,
  sealAccount,
} from '../../benefits/index.ts';
import { type CalendarDate, lastDayOfYear, text } from '../../language/index.ts';
import {
  defineOperation,
  insertMany,
  readSeed,
  settleCity,
  type TransactionContext,
} from '../../platform/index.ts';
import { demoRecords } from '../demo-records.ts';
import type { SeedReturnsDependencies } from './seed-returns.ts';

export interface SeedPaymentsDependencies extends SeedReturnsDependencies {
  readonly payments: PaymentDependencies;
  readonly benefits: BenefitsDependencies;
}

function isYearly(key: string): boolean {
  const award = programmeOf(key)?.award;
  return award?.kind === 'money' && award.per === 'year';
}

const YEAR = 2013;
/** Rows sealed and written at a time. */
const BATCH = 5000;

interface Chosen {
  readonly person_id: string;
  readonly entitlement_id: string;
  readonly name: string;
  readonly area_scope: string;
}

/** The rules of the last day of the year, asked of everybody: who is entitled is found, not chosen. */
async function findEntitled(
  context: TransactionContext,
  { benefits, city }: SeedPaymentsDependencies,
  programme: string,
): Promise<readonly EligiblePerson[]> {
  const { snapshot, source } = await newestSnapshot(context, benefits);
  const moment = { day: lastDayOfYear(YEAR), knownAt: benefits.today(), area: city };
  const ready = rulesFor(findProgramme(benefits, programme), moment, await enteredValues(context, benefits));
  return eligiblePeople(context, { snapshot, source, ready, where: '' });
}

/** Gives people an entitlement of that year, from the first month that is due to the last, in the village of then. */
async function entitle(
  { tx }: TransactionContext,
  programme: string,
  people: readonly EligiblePerson[],
): Promise<readonly Chosen[]> {
  const { rows } = await sql<Chosen>`
    WITH chosen AS (
      SELECT c.person_id, name, coalesce(s.village_code, village) AS village, scope, variant, first,
        CASE WHEN ${isYearly(programme)} THEN (last + interval '11 months')::date ELSE last END AS last
      FROM json_to_recordset(${JSON.stringify(people)}::json)
        AS c (person_id uuid, name text, village text, scope text, variant text, first date, last date)
      LEFT JOIN register_spells s ON s.person_id = c.person_id AND s.population = 'registered'
        AND s.from_date <= ${lastDayOfYear(YEAR)}::date AND (s.to_date IS NULL OR s.to_date > ${lastDayOfYear(YEAR)}::date)
    ), entitled AS (
      INSERT INTO benefits_entitlements (person_id, entitlement_id, programme, case_id, step, outcome, start_month,
        account_version, checked_year, area_code, made_on, made_by, version, area_scope)
      SELECT person_id, overlay(
          overlay(md5(person_id::text || ${programme}) placing '7' from 13) placing '8' from 17)::uuid, ${programme}, NULL, NULL, 'ended',
        first, 1, ${YEAR}, village, '2012-12-20', 'synthetic', 4, scope FROM chosen
      RETURNING person_id, entitlement_id, area_code, area_scope
    ), given AS (
      INSERT INTO benefits_segments (person_id, entitlement_id, from_month, to_month, next_month, programme, variant,
        area_code, beyond_death, area_scope)
      SELECT c.person_id, e.entitlement_id, c.first, c.last, c.first, ${programme}, c.variant, e.area_code,
        false, e.area_scope FROM entitled e JOIN chosen c USING (person_id)
    ), lived AS (
      INSERT INTO benefits_entitlement_actions (person_id, entitlement_id, seq, action, taken_by, actor, at, day,
        step_from, place_to, answers, area_scope)
      SELECT e.person_id, e.entitlement_id, a.seq, a.action, a.taken_by, a.actor, now(), a.day, a.step_from, a.place_to,
        CASE a.seq WHEN 0 THEN jsonb_build_object('fromMonth', c.first, 'variant', c.variant)
          ELSE jsonb_build_object('lastMonth', c.last) END, e.area_scope
      FROM entitled e JOIN chosen c USING (person_id) CROSS JOIN (VALUES
        (0, 'begin', 'system', 'synthetic', '2012-12-20'::date, 'proposed', 'active'),
        (1, 'ask-end', 'officer', 'synthetic', '2014-01-10', 'active', 'ending'),
        (2, 'confirm-end', 'officer', 'synthetic-approver', '2014-01-10', 'ending', 'ended')
      ) AS a (seq, action, taken_by, actor, day, step_from, place_to)
    )
    SELECT e.person_id, e.entitlement_id, c.name, e.area_scope FROM entitled e JOIN chosen c USING (person_id)`.execute(
    tx,
  );
  return rows;
}

/** Everybody who was entitled, some thousands at a time. */
async function entitleAll(
  context: TransactionContext,
  dependencies: SeedPaymentsDependencies,
  programme: string,
): Promise<number> {
  const people = await findEntitled(context, dependencies, programme);
  for (let start = 0; start < people.length; start += BATCH) {
    const chosen = await entitle(context, programme, people.slice(start, start + BATCH));
    await giveAccounts(context, dependencies.payments, { chosen, start });
  }
  return people.length;
}

/** Accounts that no bank has: sixteen noughts and a number. */
async function giveAccounts(
  context: TransactionContext,
  { vault }: PaymentDependencies,
  { chosen, start }: { readonly chosen: readonly Chosen[]; readonly start: number },
): Promise<void> {
  await insertMany(
    context.tx,
    'benefits_accounts',
    chosen.map(({ person_id, entitlement_id, name, area_scope }, index) => ({
      person_id,
      entitlement_id,
      version: 1,
      route: 'bank-account',
      account: sealAccount(
        vault,
        { entitlementId: entitlement_id, version: 1 },
        { number: String(start + index + 1).padStart(19, '0'), holder: name },
      ),
      recorded_at: context.now(),
      recorded_by: 'synthetic',
      area_scope,
    })),
  );
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

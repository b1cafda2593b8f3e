import { sql } from 'kysely';
import { programmeOf } from '../../policy/programmes/index.ts';
import { type EligiblePerson, type PaymentDependencies, sealAccount } from '../benefits/index.ts';
import { type CalendarDate, yearOf } from '../language/index.ts';
import { insertMany, type TransactionContext } from '../platform/index.ts';

/** What became of entitlements of the demonstration. */
interface MadeUpLife {
  /** They are of the village in which people were registered on this day, and checked for its year. */
  readonly day: CalendarDate;
  readonly begunOn: CalendarDate;
  /** Null: they are drawn still. */
  readonly endedOn: CalendarDate | null;
}

export interface EntitlingMadeUp {
  readonly programme: string;
  readonly people: readonly EligiblePerson[];
  /** Accounts are numbered from here on. */
  readonly firstAccount: number;
  readonly life: MadeUpLife;
}

function isYearly(key: string): boolean {
  const award = programmeOf(key)?.award;
  return award?.kind === 'money' && award.per === 'year';
}

interface Entitled {
  readonly person_id: string;
  readonly entitlement_id: string;
  readonly name: string;
  readonly area_scope: string;
}

/** Gives people an entitlement from the first period that is due, in the village of the day, with its whole life. */
async function entitle(
  { tx }: TransactionContext,
  { programme, people, life: { day, begunOn, endedOn } }: EntitlingMadeUp,
): Promise<readonly Entitled[]> {
  const { rows } = await sql<Entitled>`
    WITH chosen AS (
      SELECT c.person_id, name, coalesce(s.village_code, village) AS village, scope, variant, first,
        CASE WHEN ${isYearly(programme)} THEN (last + interval '11 months')::date ELSE last END AS last
      FROM json_to_recordset(${JSON.stringify(people)}::json)
        AS c (person_id uuid, name text, village text, scope text, variant text, first date, last date)
      LEFT JOIN register_spells s ON s.person_id = c.person_id AND s.population = 'registered'
        AND s.from_date <= ${day}::date AND (s.to_date IS NULL OR s.to_date > ${day}::date)
    ), entitled AS (
      INSERT INTO benefits_entitlements (person_id, entitlement_id, programme, case_id, step, outcome, start_month,
        account_version, checked_year, area_code, made_on, made_by, version, area_scope)
      SELECT person_id, overlay(
          overlay(md5(person_id::text || ${`${programme} ${day}`}) placing '7' from 13) placing '8' from 17)::uuid,
        ${programme}, NULL, ${endedOn === null ? 'active' : null}, ${endedOn === null ? null : 'ended'},
        first, 1, ${yearOf(day)}, village, ${begunOn}, 'synthetic', ${endedOn === null ? 2 : 4}, scope FROM chosen
      RETURNING person_id, entitlement_id, area_code, area_scope
    ), given AS (
      INSERT INTO benefits_segments (person_id, entitlement_id, from_month, to_month, next_month, programme, variant,
        area_code, beyond_death, area_scope)
      SELECT c.person_id, e.entitlement_id, c.first, CASE WHEN ${endedOn !== null} THEN c.last END, c.first,
        ${programme}, c.variant, e.area_code, false, e.area_scope FROM entitled e JOIN chosen c USING (person_id)
    ), lived AS (
      INSERT INTO benefits_entitlement_actions (person_id, entitlement_id, seq, action, taken_by, actor, at, day,
        step_from, place_to, answers, area_scope)
      SELECT e.person_id, e.entitlement_id, a.seq, a.action, a.taken_by, a.actor, (a.day + time '10:00') AT TIME ZONE 'Asia/Shanghai', a.day, a.step_from, a.place_to,
        CASE a.seq WHEN 0 THEN jsonb_build_object('fromMonth', c.first, 'variant', c.variant)
          ELSE jsonb_build_object('lastMonth', c.last) END, e.area_scope
      FROM entitled e JOIN chosen c USING (person_id) CROSS JOIN (VALUES
        (0, 'begin', 'system', 'synthetic', ${begunOn}::date, 'proposed', 'active'),
        (1, 'ask-end', 'officer', 'synthetic', ${endedOn}::date, 'active', 'ending'),
        (2, 'confirm-end', 'officer', 'synthetic-approver', ${endedOn}::date, 'ending', 'ended')
      ) AS a (seq, action, taken_by, actor, day, step_from, place_to)
      WHERE a.day IS NOT NULL
    )
    SELECT e.person_id, e.entitlement_id, c.name, e.area_scope FROM entitled e JOIN chosen c USING (person_id)`.execute(
    tx,
  );
  return rows;
}

/** Gives people of a made-up city entitlements, each with an account that no bank has: noughts and a number. */
export async function entitleMadeUp(
  context: TransactionContext,
  { vault }: PaymentDependencies,
  given: EntitlingMadeUp,
): Promise<void> {
  const entitled = await entitle(context, given);
  await insertMany(
    context.tx,
    'benefits_accounts',
    entitled.map(({ person_id, entitlement_id, name, area_scope }, index) => ({
      person_id,
      entitlement_id,
      version: 1,
      route: 'bank-account',
      account: sealAccount(
        vault,
        { entitlementId: entitlement_id, version: 1 },
        { number: String(given.firstAccount + index + 1).padStart(19, '0'), holder: name },
      ),
      recorded_at: context.now(),
      recorded_by: 'synthetic',
      area_scope,
    })),
  );
}

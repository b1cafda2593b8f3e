import { sql } from 'kysely';
import { z } from 'zod';
import {
  type AreaCode,
  areaInput,
  areaRange,
  type CalendarDate,
  text,
  textPair,
} from '../../language/index.ts';
import { defineOperation, type TransactionContext } from '../../platform/index.ts';
import { type FailingPerson, failingPeople } from '../failing-people.ts';
import { withNames } from '../names-of-persons.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import { programmeHere } from '../payment-rates.ts';
import { paymentsWide } from '../payments-wide.ts';
import { severalRecords } from '../records-of-person.ts';

const MOST = 1000;
const changes = [
  'died',
  'left-the-city',
  'moved',
  'merged',
  'drawn-twice',
  'unknown-person',
  'not-eligible',
] as const;

const output = z.object({
  rows: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string().nullable(),
      entitlementId: z.uuid(),
      programme: z.string(),
      change: z.enum(changes),
      since: z.string().nullable(),
      area: z.string(),
      /** Where the person belongs now, if elsewhere in the city. */
      now: z.string().nullable(),
      /** Conditions of the programme that facts of today do not meet, and since when. */
      failing: z.array(z.object({ id: z.string(), text: textPair, since: z.string() })),
    }),
  ),
  /** Programmes whose conditions cannot be asked today: a value is missing, or they are not in force. */
  notAsked: z.array(z.string()),
});
export type FoundChanges = z.output<typeof output>;

interface Found {
  readonly person_id: string;
  readonly entitlement_id: string;
  readonly programme: string;
  readonly change: (typeof changes)[number];
  readonly since: CalendarDate | null;
  readonly area_code: string;
  readonly now: string | null;
}

type Range = ReturnType<typeof areaRange>;
type Change = Omit<FoundChanges['rows'][number], 'name'>;

/** Of all records of a human, more than one entitlement to a programme that is not over. */
const isDrawnTwice = sql`EXISTS (
  SELECT 1 FROM several mine JOIN several other ON other.survivor = mine.survivor AND other.record_id <> mine.record_id
  JOIN benefits_entitlements t ON t.person_id = other.record_id AND t.programme = e.programme
  WHERE mine.record_id = e.person_id AND t.step IN ('active', 'paused', 'ending', 'appealed'))`;

async function registerChanges({ tx }: TransactionContext, own: Range, { from, to }: Range) {
  const { rows } = await sql<Found>`
    WITH several AS (SELECT record_id, survivor FROM ${sql.raw(severalRecords)} records)
    SELECT * FROM (
      SELECT e.person_id, e.entitlement_id, e.programme, e.area_code, p.registered_village AS now,
        p.death_date AS since,
        CASE
          WHEN p.person_id IS NULL THEN 'unknown-person'
          WHEN ${isDrawnTwice} THEN 'drawn-twice'
          WHEN p.merged_into IS NOT NULL THEN 'merged'
          WHEN p.death_date IS NOT NULL THEN 'died'
          WHEN p.registered_village IS NULL AND p.resident_village IS NULL THEN 'left-the-city'
          WHEN p.registered_village IS NOT NULL AND left(p.registered_village, 6) <> left(e.area_scope, 6)
            THEN 'moved'
        END AS change
      FROM benefits_entitlements e LEFT JOIN register_persons p ON p.person_id = e.person_id
      WHERE e.step IN ('active', 'paused') AND e.area_scope >= ${from} AND e.area_scope < ${to}
        AND e.area_scope >= ${own.from} AND e.area_scope < ${own.to}
    ) found WHERE change IS NOT NULL ORDER BY area_code, person_id LIMIT ${MOST}`.execute(tx);
  return rows.map(
    (row): Change => ({
      personId: row.person_id,
      entitlementId: row.entitlement_id,
      programme: row.programme,
      change: row.change,
      since: row.since,
      area: row.area_code,
      now: row.now,
      failing: [],
    }),
  );
}

const asChange = (programme: string, one: FailingPerson): Change => {
  const failing = one.conditions.map(({ condition, since }) => ({
    id: condition.id,
    text: condition.text,
    since,
  }));
  return {
    personId: one.personId,
    entitlementId: one.entitlementId,
    programme,
    change: 'not-eligible',
    since: failing.map(({ since }) => since).sort()[0] ?? null,
    area: one.area,
    now: null,
    failing,
  };
};

/** Who draws something whose conditions the facts of today do not meet, programme by programme. */
async function factChanges(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  { ranges, area }: { readonly ranges: readonly Range[]; readonly area: AreaCode },
): Promise<{ readonly rows: readonly Change[]; readonly notAsked: string[] }> {
  const day = dependencies.casework.today();
  const moment = { day, knownAt: day, area };
  const entered = await dependencies.entered(context);
  const rows: Change[] = [];
  const notAsked: string[] = [];
  for (const { key, award } of dependencies.programmes) {
    const programme = award.kind === 'money' ? await programmeHere(context, dependencies, key) : null;
    if (!programme) continue;
    const found = await failingPeople(context, {
      programme,
      entered,
      moment,
      ranges,
      most: MOST - rows.length,
    });
    if (found) rows.push(...found.map((one) => asChange(key, one)));
    else notAsked.push(key);
  }
  return { rows, notAsked };
}

/**
 * What has changed of people who draw something: what the register has learnt (death, leaving, moving, two records of
 * one human), and conditions that facts of today do not meet any more, attested ones among them. It lists them for
 * somebody to decide and stops nothing; only the months after a recorded death are paid to nobody until a person has
 * decided.
 */
export const findChanges = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/find-changes',
    kind: 'query',
    summary: text('查找需要核实的变化', 'Find changes that somebody has to look into'),
    permission: 'benefits:read',
    auditReads: true,
    auditDetail: ({ area }) => ({ area }),
    input: z.object({ area: areaInput.optional() }),
    output,
    handle: async (context, { area }) => {
      const own = areaRange(context.actor.area);
      const asked = area ?? context.actor.area;
      const { rows, notAsked } = await paymentsWide(context, dependencies, async () => {
        const known = await registerChanges(context, own, areaRange(asked));
        const ranges = [own, areaRange(asked)];
        const found = await factChanges(context, dependencies, { ranges, area: asked });
        return { rows: [...known, ...found.rows].slice(0, MOST), notAsked: found.notAsked };
      });
      return { rows: await withNames(context, rows), notAsked };
    },
  });

import { sql } from 'kysely';
import { z } from 'zod';
import { areaInput, areaRange, type CalendarDate, text } from '../../language/index.ts';
import { defineOperation, type TransactionContext } from '../../platform/index.ts';
import { givenMonths, type Owing, owedAmong } from '../arrears.ts';
import { within } from '../compare-months.ts';
import { withNames } from '../names-of-persons.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import { paymentsWide } from '../payments-wide.ts';
import { findProgramme } from '../rules.ts';

const MOST = 500;
const MOST_DECISIONS = 50;
const fen = z.number().int();
const output = z.object({
  /** Months that were paid at one rate and for which more is due by what is decided and known today. */
  found: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string().nullable(),
      entitlementId: z.uuid(),
      fromMonth: z.string(),
      toMonth: z.string(),
      months: z.number().int(),
      /** Of one period, in all that was granted of it. */
      paidFen: fen,
      dueFen: fen,
      /** Of all these months. */
      fen,
    }),
  ),
  /** Of everything that was found, also what is not listed. */
  total: z.object({ people: z.number().int(), months: z.number().int(), fen }),
  /** Months of which no rate is said: whether something is owed cannot be told. */
  withoutRate: z.number().int(),
  /** What people have noted, newest first, and what others decided on it. */
  decisions: z.array(
    z.object({
      decisionId: z.uuid(),
      area: z.string(),
      people: z.number().int(),
      months: z.number().int(),
      fen,
      /** What already stands on a list. */
      listedFen: fen,
      document: z.string(),
      notedOn: z.string(),
      notedBy: z.string(),
      decidedAs: z.enum(['approved', 'refused']).nullable(),
      decidedBy: z.string().nullable(),
    }),
  ),
});
export type FoundArrears = z.output<typeof output>;

interface Found {
  readonly personId: string | null;
  readonly entitlementId: string;
  readonly fromMonth: CalendarDate;
  readonly toMonth: CalendarDate;
  readonly months: number;
  readonly paidFen: number;
  readonly dueFen: number;
  readonly fen: number;
  readonly allPeople: number;
  readonly allMonths: number;
  readonly allFen: number;
  readonly withoutRate: number;
}

type Owed = Pick<FoundArrears, 'total' | 'withoutRate'> & {
  readonly found: readonly Omit<FoundArrears['found'][number], 'name'>[];
};

/** Totals always have a row; what was found stands beside them. */
async function findOwed(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  owing: Owing,
): Promise<Owed> {
  const { rows } = await sql<Found>`
    WITH given AS MATERIALIZED (${await givenMonths(context, dependencies, owing)}),
    owed AS MATERIALIZED (${owedAmong(sql`SELECT * FROM given`, owing)}),
    totals AS (
      SELECT count(DISTINCT person_id) AS "allPeople", count(*) AS "allMonths",
        coalesce(sum(fen), 0)::bigint AS "allFen",
        (SELECT count(*) FROM given WHERE given.given AND due IS NULL) AS "withoutRate" FROM owed
    ), listed AS (
      SELECT person_id AS "personId", entitlement_id AS "entitlementId", min(month) AS "fromMonth",
        max(month) AS "toMonth", count(*)::integer AS months, granted AS "paidFen", due AS "dueFen",
        sum(fen)::bigint AS fen
      FROM owed GROUP BY person_id, entitlement_id, granted, due ORDER BY person_id, min(month) LIMIT ${MOST}
    ) SELECT * FROM totals LEFT JOIN listed ON true ORDER BY "personId", "fromMonth"`.execute(context.tx);
  const [first] = rows;
  return {
    found: rows.flatMap(
      ({ personId, entitlementId, fromMonth, toMonth, months, paidFen, dueFen, fen: owed }) =>
        personId === null
          ? []
          : [{ personId, entitlementId, fromMonth, toMonth, months, paidFen, dueFen, fen: owed }],
    ),
    total: { people: first?.allPeople ?? 0, months: first?.allMonths ?? 0, fen: first?.allFen ?? 0 },
    withoutRate: first?.withoutRate ?? 0,
  };
}

type Decision = FoundArrears['decisions'][number];

/** What already stands on lists of what was noted together. */
const listed = sql`coalesce((
  SELECT sum(t.fen)::bigint FROM benefits_arrears a
  JOIN benefits_paid_arrears t ON t.person_id = a.person_id AND t.programme = a.programme AND t.month = a.month
    AND t.paid_fen = a.paid_fen
  WHERE a.decision_id = d.decision_id), 0)`;

async function decisionsOf({ tx }: TransactionContext, { programme, ranges }: Owing): Promise<Decision[]> {
  const { rows } = await sql<Decision>`
    SELECT d.decision_id AS "decisionId", d.area_code AS area, d.people, d.months, d.fen, ${listed} AS "listedFen",
      d.document, d.noted_on AS "notedOn", d.noted_by AS "notedBy", d.decided_as AS "decidedAs",
      d.decided_by AS "decidedBy"
    FROM benefits_arrears_decisions d
    WHERE d.programme = ${programme.key} AND ${within('d.area_scope', ranges)}
    ORDER BY d.noted_on DESC, d.decision_id DESC LIMIT ${MOST_DECISIONS}`.execute(tx);
  return rows;
}

/**
 * Months that were paid at less than what a value that was approved later, or a change that was decided backwards,
 * makes them worth. The machine notes nothing and pays nothing by it: people do.
 */
export const findArrears = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/find-arrears',
    kind: 'query',
    summary: text('查找应补发的月份', 'Find arrears'),
    permission: 'benefits:read',
    auditReads: true,
    auditDetail: ({ programme, area }) => ({ programme, area }),
    input: z.object({ programme: z.string().max(60), area: areaInput.optional() }),
    output,
    handle: async (context, { programme: key, area }) => {
      const programme = findProgramme(dependencies, key);
      const own = areaRange(context.actor.area);
      const owing: Owing = { programme, ranges: area === undefined ? [own] : [own, areaRange(area)] };
      const { found, ...rest } = await paymentsWide(context, dependencies, async () => ({
        ...(await findOwed(context, dependencies, owing)),
        decisions: await decisionsOf(context, owing),
      }));
      return { found: await withNames(context, found), ...rest };
    },
  });

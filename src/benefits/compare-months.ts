import { type RawBuilder, sql } from 'kysely';
import type { areaRange, CalendarDate, Programme } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import { monthsOf, type Quarter } from './entitlement-months.ts';
import type { PaymentDependencies } from './payment-dependencies.ts';
import { type Needed, programmeHere, ratesOf } from './payment-rates.ts';
import type { PaidRate } from './payment-tables.ts';

/*
 * Months that were paid, beside what is due for them by the segments and values of today: more than was paid, less, or
 * nothing at all. The rates are had as lists have them, so that a list and this can never differ.
 */

type Range = ReturnType<typeof areaRange>;

export interface Comparing {
  readonly programmes: readonly Programme[];
  /** In which areas the entitlements lie: each of these. */
  readonly ranges: readonly Range[];
}

/** What is compared, with the rates of all of it. */
export interface Comparison extends Comparing {
  readonly rates: readonly (PaidRate & { readonly programme: string })[];
}

/** That a code lies in each of some ranges. */
export const within = (column: string, ranges: readonly Range[]) =>
  sql.join(
    ranges.map(({ from, to }) => sql`${sql.ref(column)} >= ${from} AND ${sql.ref(column)} < ${to}`),
    sql` AND `,
  );

async function lastPeriod({ tx }: TransactionContext, { key }: Programme): Promise<CalendarDate | null> {
  const { rows } = await sql<Quarter>`
    SELECT year, quarter FROM benefits_batches WHERE programme = ${key}
    ORDER BY year DESC, quarter DESC LIMIT 1`.execute(tx);
  return rows[0] ? (monthsOf(rows[0])[2] ?? null) : null;
}

async function ratesOfProgramme(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  { programme, ranges }: { readonly programme: Programme; readonly ranges: readonly Range[] },
): Promise<Comparison['rates']> {
  const through = await lastPeriod(context, programme);
  if (through === null) return [];
  const { rows } = await sql<Needed>`
    SELECT left(s.area_code, 9) AS place, s.variant, min(s.from_month) AS since
    FROM benefits_segments s WHERE s.programme = ${programme.key} AND ${within('s.area_scope', ranges)}
    GROUP BY 1, 2 ORDER BY 1, 2`.execute(context.tx);
  const entered = (await dependencies.entered(context)).filter((one) => one.programme === programme.key);
  const knownAt = dependencies.casework.today();
  const rates = ratesOf({ programme, through, knownAt, entered, lenient: true }, rows);
  return rates.map((one) => ({ ...one, programme: programme.key }));
}

/** What there is to compare with: the rates of every place and variant, for each month, as they are known today. */
export async function comparisonOf(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  { programmes, ranges }: Comparing,
): Promise<Comparison> {
  const rates: Comparison['rates'][number][] = [];
  for (const { key } of programmes) {
    const programme = await programmeHere(context, dependencies, key);
    if (programme) rates.push(...(await ratesOfProgramme(context, dependencies, { programme, ranges })));
  }
  return { programmes, ranges, rates };
}

const yearly = (programmes: readonly Programme[]) =>
  programmes.flatMap(({ key, award }) => (award.kind === 'money' && award.per === 'year' ? [key] : []));

/** Looked up by key for each month: of a joined list the planner believes that it is short, and goes through all of it. */
const ratesByKey = (rates: Comparison['rates']): string =>
  JSON.stringify(
    Object.fromEntries(
      rates.map(({ programme, place, variant, first, fen }) => [
        [programme, place, variant, first].join(' '),
        fen,
      ]),
    ),
  );

/**
 * One row a month that stands on a list of one of these states: `granted` is what it was given in all, `more`
 * (sums by person, programme and month) beside the list; `given` whether anything is due; `due` how much, null where no rate is said. A month after a
 * recorded death is due when people decided so.
 * The last segment that reaches into the period counts, as on lists.
 */
export const comparedMonths = (
  { programmes, ranges, rates }: Comparison,
  { states, more }: { readonly states: readonly string[]; readonly more: RawBuilder<unknown> },
) => sql`
  SELECT DISTINCT ON (m.person_id, m.programme, m.month) m.person_id, m.entitlement_id, m.programme, m.month,
    e.area_scope, m.fen + coalesce(n.fen, 0) AS granted, s.from_month IS NOT NULL AS given,
    (${ratesByKey(rates)}::jsonb ->> concat_ws(' ', m.programme, left(s.area_code, 9), s.variant, m.month))::bigint AS due
  FROM benefits_entitlements e
  JOIN benefits_paid_months m ON m.person_id = e.person_id AND m.programme = e.programme
    AND m.entitlement_id = e.entitlement_id
  JOIN benefits_batches b ON b.batch_id = m.batch_id AND b.state = ANY (${[...states]}::text[])
  LEFT JOIN (${more}) n ON n.person_id = m.person_id AND n.programme = m.programme AND n.month = m.month
  LEFT JOIN register_persons p ON p.person_id = m.person_id
  LEFT JOIN benefits_segments s ON s.person_id = m.person_id AND s.entitlement_id = m.entitlement_id
    AND (s.to_month IS NULL OR s.to_month >= m.month)
    AND s.from_month <= (CASE WHEN m.programme = ANY (${yearly(programmes)}::text[])
      THEN (m.month + interval '11 months')::date ELSE m.month END)
    AND (p.death_date IS NULL OR s.beyond_death OR p.death_date >= m.month)
  WHERE e.programme = ANY (${programmes.map(({ key }) => key)}::text[]) AND ${within('e.area_scope', ranges)}
  ORDER BY m.person_id, m.programme, m.month, s.from_month DESC NULLS LAST`;

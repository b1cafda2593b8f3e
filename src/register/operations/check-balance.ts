import { sql } from 'kysely';
import { z } from 'zod';
import { loadDivisions } from '../../areas/index.ts';
import {
  type AreaCode,
  ancestorCode,
  areaContains,
  areaInput,
  type CalendarDate,
  dateInput,
  type Population,
  text,
} from '../../language/index.ts';
import {
  actorScope,
  defineOperation,
  failure,
  rescope,
  type Transaction,
  type TransactionContext,
} from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';

const number = z.number();
const row = z.object({
  area: z.string(),
  start: number,
  births: number,
  /** Taken into the register without a birth in it: found at a check, come from outside. */
  enrolments: number,
  movesIn: number,
  deaths: number,
  movesOut: number,
  end: number,
  /** start + births + enrolments + movesIn − deaths − movesOut − end: nought when the register is sound. */
  difference: number,
});
export type BalanceRow = z.output<typeof row>;

interface Question {
  readonly population: Population;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The area of today that each recorded village code is counted in. */
  readonly areas: ReadonlyMap<AreaCode, AreaCode>;
}

/** The balancing equation of every area, from spells on one side and events on the other. */
export async function balanceOf(tx: Transaction, question: Question): Promise<readonly BalanceRow[]> {
  const { population, from, to, areas } = question;
  const here = sql.raw(`e.${population}_to`);
  const there = sql.raw(`e.${population}_from`);
  const result = await sql<BalanceRow>`
    WITH codes AS (
      SELECT code COLLATE "C" AS code, area FROM unnest(${[...areas.keys()]}::text[], ${[...areas.values()]}::text[]) AS c (code, area)
    ), sums AS (
      SELECT c.area, count(*) FILTER (WHERE from_date < ${from}::date AND (to_date IS NULL OR to_date >= ${from}::date)) AS start,
        count(*) FILTER (WHERE from_date <= ${to}::date AND (to_date IS NULL OR to_date > ${to}::date)) AS "end",
        0 AS births, 0 AS enrolments, 0 AS moves_in, 0 AS deaths, 0 AS moves_out
      FROM register_spells s JOIN codes c ON c.code = s.village_code WHERE s.population = ${population} GROUP BY c.area
      UNION ALL
      SELECT t.area, 0, 0, count(*) FILTER (WHERE kind = 'birth'), count(*) FILTER (WHERE kind = 'enrolment'),
        count(*) FILTER (WHERE kind NOT IN ('birth', 'enrolment')), 0, 0
      FROM register_events e JOIN codes t ON t.code = ${here} LEFT JOIN codes f ON f.code = ${there}
      WHERE e.effective AND e.event_date BETWEEN ${from}::date AND ${to}::date AND f.area IS DISTINCT FROM t.area GROUP BY t.area
      UNION ALL
      SELECT f.area, 0, 0, 0, 0, 0, count(*) FILTER (WHERE kind = 'death'), count(*) FILTER (WHERE kind <> 'death')
      FROM register_events e JOIN codes f ON f.code = ${there} LEFT JOIN codes t ON t.code = ${here}
      WHERE e.effective AND e.event_date BETWEEN ${from}::date AND ${to}::date AND t.area IS DISTINCT FROM f.area GROUP BY f.area
    )
    SELECT area, sum(start)::bigint AS start, sum(births)::bigint AS births, sum(enrolments)::bigint AS enrolments,
      sum(moves_in)::bigint AS "movesIn", sum(deaths)::bigint AS deaths, sum(moves_out)::bigint AS "movesOut", sum("end")::bigint AS "end",
      (sum(start) + sum(births) + sum(enrolments) + sum(moves_in) - sum(deaths) - sum(moves_out) - sum("end"))::bigint AS difference
    FROM sums GROUP BY area ORDER BY area COLLATE "C"`.execute(tx);
  return result.rows;
}

const outsideArea = () =>
  failure(
    'forbidden',
    text('不在您的管辖范围内。', 'That lies outside your area.'),
    text('请选择本辖区。', 'Choose an area inside yours.'),
  );

/** Which areas of `level` inside `area` each recorded village code is counted in today. */
async function areasBelow(
  context: TransactionContext,
  {
    area,
    level,
    today,
  }: {
    readonly area: AreaCode;
    readonly level: 'county' | 'township' | 'village';
    readonly today: CalendarDate;
  },
): Promise<ReadonlyMap<AreaCode, AreaCode>> {
  const tree = await loadDivisions(context.tx);
  const villages = tree.history.divisions.filter((division) => division.level === 'village');
  const now = villages
    .map(({ code }) => [code, tree.resolve(code, today)] as const)
    .filter(([, village]) => areaContains(area, village));
  // An area that is smaller than the level asked for is counted whole.
  const inside = (village: AreaCode) => {
    const above = ancestorCode(village, level);
    return areaContains(area, above) ? above : area;
  };
  return new Map(now.map(([code, village]) => [code, inside(village)]));
}

/**
 * The balancing equation of each area below the caller's: who was there at the start, plus births, enrolments and
 * moves in, less deaths and moves out, is who is there at the end. Numbers alone, counted over the whole city: those
 * who have moved away belong to the past of an area.
 */
export const checkBalance = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/check-balance',
    kind: 'query',
    summary: text('核对人口平衡等式', 'Check the balancing equation'),
    permission: 'register:read',
    input: z.object({
      area: areaInput.optional(),
      level: z.enum(['county', 'township', 'village']).default('township'),
      population: z.enum(['registered', 'resident']).default('registered'),
      from: dateInput,
      to: dateInput,
    }),
    output: z.object({ rows: z.array(row), broken: z.number() }),
    handle: async (context, { area = context.actor.area, level, population, from, to }) => {
      if (!areaContains(context.actor.area, area)) throw outsideArea();
      const areas = await areasBelow(context, { area, level, today: dependencies.today() });
      const city = ancestorCode(context.actor.area, 'city');
      await rescope(context.tx, { ...actorScope(context.actor), area: city });
      const rows = await balanceOf(context.tx, { population, from, to, areas });
      return { rows: [...rows], broken: rows.filter((one) => one.difference !== 0).length };
    },
  });

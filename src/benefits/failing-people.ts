import { sql } from 'kysely';
import {
  type AreaCode,
  addMonths,
  type areaRange,
  benefitPersons,
  type CalendarDate,
  type ComputedCondition,
  type EnteredValue,
  evaluate,
  type Moment,
  type Programme,
  parametersOf,
  type ReadyRules,
  readyRules,
  rulesInForce,
  type Values,
} from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import { withinRegion } from './assess-city.ts';
import { computedOf, type Digit, noneRefuses, people, stateIn, states, wordsOf } from './assess-sql.ts';
import { within } from './compare-months.ts';
import { monthOf } from './entitlement-months.ts';
import { rowsAmong } from './fact-view.ts';
import { regionsOf } from './rules.ts';

/** Somebody who draws a programme and does not meet a condition of it any more, by the facts of today. */
export interface FailingPerson {
  readonly personId: string;
  readonly entitlementId: string;
  readonly area: AreaCode;
  readonly conditions: readonly { readonly condition: ComputedCondition; readonly since: CalendarDate }[];
}

export interface AskedOfDrawers {
  readonly programme: Programme;
  readonly entered: readonly EnteredValue[];
  /** Whose rules, and on which day. */
  readonly moment: Moment;
  /** Where the entitlements lie: in each of these. */
  readonly ranges: readonly ReturnType<typeof areaRange>[];
  readonly most: number;
}

interface Drawer {
  readonly person_id: string;
  readonly entitlement_id: string;
  readonly area_code: AreaCode;
  readonly start_month: CalendarDate | null;
}

/** Everybody who draws it, in the order in which they are shown. */
async function drawersOf(
  { tx }: TransactionContext,
  { programme, ranges }: AskedOfDrawers,
): Promise<readonly Drawer[]> {
  const { rows } = await sql<Drawer>`
    SELECT e.person_id, e.entitlement_id, e.area_code, e.start_month FROM benefits_entitlements e
    WHERE e.programme = ${programme.key} AND e.step IN ('active', 'paused') AND ${within('e.area_scope', ranges)}
    ORDER BY e.area_code, e.person_id`.execute(tx);
  return rows;
}

type Row = Readonly<Record<string, unknown>>;

/** So many people are asked about in one statement. */
const CHUNK = 2000;

/** The rows of the benefits view of those of some people who do not meet a condition, with the words of the answers. */
async function failingRows(
  context: TransactionContext,
  drawers: readonly Drawer[],
  { ready, where }: { readonly ready: ReadyRules; readonly where: string },
): Promise<{ readonly rows: readonly Row[]; readonly digits: readonly Digit[] }> {
  const there = people(ready, { from: 'facts', where });
  const { from, digits } = wordsOf([ready], { from: there, tag: '', assumed: {} });
  const [own = []] = digits;
  const ids = drawers.map(({ person_id }) => person_id);
  const facts = await rowsAmong(context, ids, ready.rules.moment.day);
  // Everything is read by key; what is joined then is a few thousand rows of which the planner knows nothing.
  await sql`SET LOCAL enable_nestloop = off`.execute(context.tx);
  const { rows } = await sql<Row>`
    WITH ${facts} SELECT * FROM ${sql.raw(from)} WHERE NOT (${sql.raw(noneRefuses(own))})`.execute(
    context.tx,
  );
  await sql`SET LOCAL enable_nestloop = on`.execute(context.tx);
  return { rows, digits: own };
}

const factsIn = (row: Row): Values =>
  Object.fromEntries(
    Object.keys(benefitPersons.columns).map((name) => [name, (row[name] ?? null) as Values[string]]),
  );

/** The first days of the months since it is drawn, and today. */
function daysSince(start: CalendarDate, today: CalendarDate): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let month = monthOf(start); month < today; month = addMonths(month, 1)) days.push(month);
  return [...days, today];
}

/** Whether a condition is not met on a day, by the rules of that day. Facts are dated: the row of today knows. */
function failsOn({ programme, entered, moment }: AskedOfDrawers) {
  const known = new Map<CalendarDate, ReturnType<typeof rulesInForce>>();
  return (id: string, facts: Values, day: CalendarDate): boolean => {
    const rules = known.get(day) ?? rulesInForce(programme, { ...moment, day }, entered);
    known.set(day, rules);
    const condition = rules?.conditions.find((one) => one.id === id);
    if (!rules || condition?.kind !== 'computed') return false;
    return evaluate(condition.holds, { facts, parameters: parametersOf(rules) }) === false;
  };
}

/** The day from which it fails until today, of the first days of months: what was met and is no longer stays so. */
function firstFailing(days: readonly CalendarDate[], fails: (day: CalendarDate) => boolean): CalendarDate {
  let [low, high] = [0, days.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fails(days[middle] as CalendarDate)) high = middle;
    else low = middle + 1;
  }
  return days[high] as CalendarDate;
}

interface Answered {
  readonly ready: ReadyRules;
  readonly digits: readonly Digit[];
  readonly fails: ReturnType<typeof failsOn>;
  readonly today: CalendarDate;
}

function describe({ ready, digits, fails, today }: Answered, drawer: Drawer, row: Row): FailingPerson {
  const facts = factsIn(row);
  const days = daysSince(drawer.start_month ?? today, today);
  return {
    personId: drawer.person_id,
    entitlementId: drawer.entitlement_id,
    area: drawer.area_code,
    conditions: digits.flatMap((digit) => {
      const condition = computedOf(ready).find(({ id }) => id === digit.id);
      if (!condition || stateIn(Number(row[digit.word]), digit) !== states.notMet) return [];
      return [{ condition, since: firstFailing(days, (day) => fails(digit.id, facts, day)) }];
    }),
  };
}

/** The parts of the area in which rules differ; null where a value is missing or the programme is not in force. */
function regionalRulesOf({ programme, entered, moment }: AskedOfDrawers) {
  const regional = regionsOf([programme], moment.area, entered).map((region) => ({
    region,
    ready: readyRules(programme, { ...moment, area: region.area }, entered),
  }));
  return regional.flatMap(({ region, ready }) =>
    ready === null || ready.missing.length > 0 ? [null] : [{ region, ready }],
  );
}

/**
 * Those who draw a programme and whom its own conditions, over the live facts, say not to be eligible, up to `most`:
 * conditions of which it cannot be told fail nobody. Null where the rules of the day lack a value or are not in force.
 */
export async function failingPeople(
  context: TransactionContext,
  asked: AskedOfDrawers,
): Promise<readonly FailingPerson[] | null> {
  const { moment, most } = asked;
  const drawers = await drawersOf(context, asked);
  const found: FailingPerson[] = [];
  for (const regional of regionalRulesOf(asked)) {
    if (regional === null) return null;
    const { region, ready } = regional;
    const fails = failsOn({ ...asked, moment: { ...moment, area: region.area } });
    for (let start = 0; start < drawers.length && found.length < most; start += CHUNK) {
      const some = drawers.slice(start, start + CHUNK);
      const { rows, digits } = await failingRows(context, some, { ready, where: withinRegion(region) });
      const rowOf = new Map(rows.map((row) => [row['link'], row]));
      const answered = { ready, digits, fails, today: moment.day };
      for (const one of some) {
        const row = rowOf.get(one.person_id);
        if (row) found.push(describe(answered, one, row));
      }
    }
  }
  return found.slice(0, most);
}

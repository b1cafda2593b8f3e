import { z } from 'zod';
import {
  type AreaCode,
  addMonths,
  areaLevel,
  benefitPersons,
  type EnteredValue,
  type Moment,
  type Programme,
  text,
} from '../../language/index.ts';
import { defineOperation, type FactSource, type ResultRow } from '../../platform/index.ts';
import { regionalRules, withinRegion } from '../assess-city.ts';
import { changeSql, type Digit, stateIn, states } from '../assess-sql.ts';
import type { BenefitsDependencies } from '../dependencies.ts';
import { assessInput, prepare } from './assess-people.ts';

const change = {
  becoming: z.number(),
  leaving: z.number(),
  /** Refused today; on the day ahead nothing refuses them any more, and something cannot be told. */
  mayBecome: z.number(),
};

const output = z.object({
  at: z.string(),
  until: z.string(),
  knownAt: z.string(),
  area: z.string(),
  snapshot: z.object({ id: z.string(), at: z.string() }),
  programmes: z.record(
    z.string(),
    z.object({
      ...change,
      /** What they lack today, of those who become eligible. */
      lacking: z.record(z.string(), z.number()),
      /** What cannot be told of those who may become eligible. */
      untold: z.record(z.string(), z.number()),
      byArea: z.array(z.object({ area: z.string(), ...change })),
    }),
  ),
});
export type Forecast = z.output<typeof output>;

type Outlook = z.input<typeof output>['programmes'][string];

interface Asked {
  readonly source: FactSource;
  readonly now: Moment;
  readonly then: Moment;
  readonly entered: readonly EnteredValue[];
}

type Way = keyof typeof change;
type Areas = Map<string, Record<Way, number>>;

const answers = (row: ResultRow, digits: readonly Digit[]) =>
  digits.map((digit) => stateIn(Number(row[digit.word] ?? 0), digit));

const nobody = (): Record<Way, number> => ({ becoming: 0, leaving: 0, mayBecome: 0 });

type Standing = 'refused' | 'untold' | 'eligible';

const standing = (answered: readonly number[]): Standing => {
  if (answered.includes(states.notMet)) return 'refused';
  return answered.includes(states.unknown) ? 'untold' : 'eligible';
};

/** Null where one day cannot be told and nothing would come of it. */
function wayOf(today: Standing, then: Standing): Way | null {
  if (today === 'refused') return then === 'eligible' ? 'becoming' : 'mayBecome';
  return today === 'eligible' && then === 'refused' ? 'leaving' : null;
}

const countIn = (
  counts: Record<string, number>,
  digits: readonly Digit[],
  { answered, state, persons }: { answered: readonly number[]; state: number; persons: number },
) => {
  for (const [index, { id }] of digits.entries())
    if (answered[index] === state) counts[id] = (counts[id] ?? 0) + persons;
};

function add(
  outlook: Outlook,
  areas: Areas,
  { row, digits }: { row: ResultRow; digits: readonly (readonly Digit[])[] },
) {
  const [own = [], later = []] = digits;
  const [today, then] = [answers(row, own), answers(row, later)];
  const way = wayOf(standing(today), standing(then));
  if (!way) return;
  const persons = Number(row['persons']);
  const area = String(row['area']);
  const there = areas.get(area) ?? nobody();
  there[way] += persons;
  areas.set(area, there);
  outlook[way] += persons;
  if (way === 'becoming') countIn(outlook.lacking, own, { answered: today, state: states.notMet, persons });
  if (way === 'mayBecome') countIn(outlook.untold, later, { answered: then, state: states.unknown, persons });
}

/** Null when there is no such programme, or a value is missing. */
async function outlookOf(
  programme: Programme,
  { source, now, then, entered }: Asked,
): Promise<Outlook | null> {
  const outlook: Outlook = { ...nobody(), lacking: {}, untold: {}, byArea: [] };
  const areas: Areas = new Map();
  const later = regionalRules([programme], then, entered);
  for (const { region, ready } of regionalRules([programme], now, entered)) {
    const [today] = ready;
    const next = later.find((one) => one.region.digits === region.digits)?.ready[0];
    if (!today || !next || today.missing.length > 0 || next.missing.length > 0) return null;
    const asked = {
      from: source.from(benefitPersons),
      where: withinRegion(region),
      level: areaLevel(now.area),
    };
    const { sql, digits } = changeSql(today, next, asked);
    for (const row of await source.query(sql)) add(outlook, areas, { row, digits });
  }
  const byArea = [...areas].map(([area, counts]) => ({ area: area as AreaCode, ...counts }));
  return { ...outlook, byArea: byArea.sort((a, b) => (a.area < b.area ? -1 : 1)) };
}

/**
 * Who becomes eligible in the months ahead by the passing of time, who would if what cannot be told were so, and whose
 * time is over: by part of the area.
 */
export const forecastEligibility = (dependencies: BenefitsDependencies) =>
  defineOperation({
    name: 'benefits/forecast-eligibility',
    kind: 'query',
    summary: text('预测未来十二个月新符合条件的人数', 'Foresee who becomes eligible in the months ahead'),
    permission: 'benefits:read',
    input: assessInput.extend({ months: z.int().min(1).max(60).default(12) }),
    output,
    handle: async (context, asked) => {
      const { moment, snapshot, source, entered, programmes } = await prepare(context, dependencies, asked);
      const then = { ...moment, day: addMonths(moment.day, asked.months) };
      const found: z.input<typeof output>['programmes'] = {};
      for (const programme of programmes) {
        const outlook = await outlookOf(programme, { source, now: moment, then, entered });
        if (outlook) found[programme.key] = outlook;
      }
      return {
        at: moment.day,
        until: then.day,
        knownAt: moment.knownAt,
        area: moment.area,
        snapshot: { id: snapshot.id, at: snapshot.at },
        programmes: found,
      };
    },
  });

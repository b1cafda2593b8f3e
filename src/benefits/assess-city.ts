import {
  type AreaCode,
  ancestorCode,
  areaLevel,
  benefitPersons,
  type Eligibility,
  type EnteredValue,
  type Moment,
  type Programme,
  type ReadyRules,
  readyRules,
} from '../language/index.ts';
import type { FactSource, ResultRow } from '../platform/index.ts';
import { assessmentSql, type Digit, stateIn, states } from './assess-sql.ts';
import { type Region, regionsOf } from './rules.ts';

/** How many people a programme reaches in a place, and what they are due in the year. */
export interface Reach {
  eligible: number;
  eligibleIfDeclared: number;
  notEligible: number;
  unknown: number;
  amountFen: number;
}

export interface AssessedProgramme extends Reach {
  readonly byFailingCondition: Record<string, number>;
  readonly byUnknownCondition: Record<string, number>;
  readonly byArea: readonly (Reach & { readonly area: AreaCode })[];
}

const range = (digits: string) => `(village >= '${digits}' AND village < '${digits}~')`;

/** Which rows lie in a region; a county is a partition of its own. */
export function withinRegion({ area, digits, without }: Region): string {
  const county = digits.length >= 6 ? ` AND county = '${ancestorCode(area, 'county')}'` : '';
  return `${county} AND ${range(digits)}${without.map((other) => ` AND NOT ${range(other)}`).join('')}`;
}

const nobody = (): Reach => ({
  eligible: 0,
  eligibleIfDeclared: 0,
  notEligible: 0,
  unknown: 0,
  amountFen: 0,
});

const number = (row: ResultRow, name: string): number => Number(row[name] ?? 0);

/** What the answers to the conditions come to. */
function outcomeIn(row: ResultRow, digits: readonly Digit[], isDeclared: boolean): Eligibility {
  const answers = digits.map((digit) => stateIn(number(row, digit.word), digit));
  if (answers.includes(states.notMet)) return 'notEligible';
  if (answers.includes(states.unknown)) return 'unknown';
  return isDeclared ? 'eligibleIfDeclared' : 'eligible';
}

/** The counts of one programme, row by row of the answer. */
class Counting {
  readonly #total = nobody();
  readonly #failing: Record<string, number> = {};
  readonly #unsure: Record<string, number> = {};
  readonly #areas = new Map<string, Reach>();

  add(
    row: ResultRow,
    { rules }: ReadyRules,
    { digits, fen }: { digits: readonly Digit[]; fen: string },
  ): void {
    const isDeclared = rules.conditions.some(({ kind }) => kind === 'declared');
    const area = String(row['area']);
    const there = this.#areas.get(area) ?? nobody();
    this.#areas.set(area, there);
    const [outcome, persons] = [outcomeIn(row, digits, isDeclared), number(row, 'persons')];
    for (const reach of [there, this.#total]) {
      reach[outcome] += persons;
      reach.amountFen += number(row, fen);
    }
    for (const digit of digits) {
      const state = stateIn(number(row, digit.word), digit);
      this.#failing[digit.id] = (this.#failing[digit.id] ?? 0) + (state === states.notMet ? persons : 0);
      this.#unsure[digit.id] = (this.#unsure[digit.id] ?? 0) + (state === states.unknown ? persons : 0);
    }
  }

  done(): AssessedProgramme {
    const byArea = [...this.#areas].map(([area, reach]) => ({ area: area as AreaCode, ...reach }));
    return {
      ...this.#total,
      byFailingCondition: this.#failing,
      byUnknownCondition: this.#unsure,
      byArea: byArea.sort((a, b) => (a.area < b.area ? -1 : 1)),
    };
  }
}

/** Some programmes at a moment: those there are, in each part of the area in which rules differ. */
export interface RegionalRules {
  readonly region: Region;
  readonly ready: readonly ReadyRules[];
}

/** The parts of the area of `moment`, each with the rules of the programmes that there are, as known. */
export const regionalRules = (
  programmes: readonly Programme[],
  moment: Moment,
  entered: readonly EnteredValue[],
): readonly RegionalRules[] =>
  regionsOf(programmes, moment.area, entered).map((region) => ({
    region,
    ready: programmes.flatMap((one) => readyRules(one, { ...moment, area: region.area }, entered) ?? []),
  }));

/** Everybody of an area under all these programmes: one scan of the snapshot for each region of rules. */
export async function assessArea(
  source: FactSource,
  area: AreaCode,
  regional: readonly RegionalRules[],
): Promise<ReadonlyMap<string, AssessedProgramme>> {
  const countings = new Map<string, Counting>();
  const from = source.from(benefitPersons);
  for (const { region, ready } of regional) {
    if (ready.length === 0) continue;
    const { sql, digits } = assessmentSql(ready, {
      from,
      where: withinRegion(region),
      level: areaLevel(area),
    });
    const rows = await source.query(sql);
    for (const [index, one] of ready.entries()) {
      const { key } = one.rules.programme;
      const counting = countings.get(key) ?? new Counting();
      countings.set(key, counting);
      const columns = { digits: digits[index] ?? [], fen: `fen${String(index)}` };
      for (const row of rows) counting.add(row, one, columns);
    }
  }
  return new Map([...countings].map(([key, counting]) => [key, counting.done()]));
}

import type { SyntheticCity } from './build-city.ts';
import { yearOf } from './days.ts';
import { at, byteAt, entry, NEVER, type People } from './people.ts';
import { FIRST_YEAR, LAST_YEAR } from './quotas.ts';

/** What the people of a year add up to: persons. */
export interface YearSummary {
  readonly year: number;
  /** At the end of the year. */
  readonly registered: number;
  readonly resident: number;
  /** Registered births and deaths. */
  readonly births: number;
  readonly deaths: number;
  /** Transfers of registration. */
  readonly transfersIn: number;
  readonly transfersOut: number;
}

const YEARS = LAST_YEAR - FIRST_YEAR + 1;

/** Persons by year, in order of year. */
interface Tallies {
  readonly registered: Int32Array;
  readonly resident: Int32Array;
  readonly births: Int32Array;
  readonly deaths: Int32Array;
  readonly transfersIn: Int32Array;
  readonly transfersOut: Int32Array;
}

const createTallies = (): Tallies => ({
  registered: new Int32Array(YEARS),
  resident: new Int32Array(YEARS),
  births: new Int32Array(YEARS),
  deaths: new Int32Array(YEARS),
  transfersIn: new Int32Array(YEARS),
  transfersOut: new Int32Array(YEARS),
});

function note(tally: Int32Array, day: number, by: number): void {
  if (day >= NEVER) return;
  const year = yearOf(day) - FIRST_YEAR;
  tally[year] = at(tally, year) + by;
}

function countPerson(people: People, index: number, tallies: Tallies): void {
  const from = at(people.regFrom, index);
  const to = at(people.regTo, index);
  note(tallies.registered, from, 1);
  note(tallies.registered, to, -1);
  note(tallies.resident, at(people.firstFrom, index), 1);
  note(tallies.resident, at(people.firstTo, index), -1);
  note(tallies.resident, at(people.secondFrom, index), 1);
  note(tallies.resident, at(people.secondTo, index), -1);
  if (byteAt(people.regEntry, index) === entry.birth) note(tallies.births, from, 1);
  if (byteAt(people.regEntry, index) === entry.transfer) note(tallies.transfersIn, from, 1);
  note(to === at(people.deathDay, index) ? tallies.deaths : tallies.transfersOut, to, 1);
}

/** Totals of each year of the history, counted from the people. */
export function summarize({ people }: SyntheticCity): readonly YearSummary[] {
  const tallies = createTallies();
  for (let index = 0; index < people.count; index += 1) countPerson(people, index, tallies);
  let registered = 0;
  let resident = 0;
  return Array.from({ length: YEARS }, (_, index) => {
    registered += at(tallies.registered, index);
    resident += at(tallies.resident, index);
    return {
      year: FIRST_YEAR + index,
      registered,
      resident,
      births: at(tallies.births, index),
      deaths: at(tallies.deaths, index),
      transfersIn: at(tallies.transfersIn, index),
      transfersOut: at(tallies.transfersOut, index),
    };
  });
}

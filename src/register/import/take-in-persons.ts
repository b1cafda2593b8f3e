import type { TransactionContext } from '../../platform/index.ts';
import { type Arrival, isRefusal, prepareArrival, type ReadUnit, type Refusal, readUnit } from './arrival.ts';
import { claimNumbers } from './claim-numbers.ts';
import { existingHouseholds } from './households-of-rows.ts';
import { knownDigests } from './known-rows.ts';
import { storeNewcomers } from './store-newcomers.ts';
import type { Intake, TakeIn, Unit } from './take-in.ts';

const isUnit = (one: ReadUnit | Refusal): one is ReadUnit => !isRefusal(one);
const isArrival = (one: Arrival | Refusal): one is Arrival => !isRefusal(one);

/** The rows that were not taken in before. */
async function newRows(context: TransactionContext, units: readonly Unit[]) {
  const all = units.flatMap(({ rows }) => rows);
  const known = await knownDigests(context, all);
  const rest = units.map(({ rows }) => ({ rows: rows.filter((row) => !known.has(row.digest)) }));
  return {
    known: all.filter((row) => known.has(row.digest)).length,
    units: rest.filter(({ rows }) => rows.length > 0),
  };
}

async function prepareAll(
  context: TransactionContext,
  intake: Intake,
  units: readonly ReadUnit[],
): Promise<readonly (Arrival | Refusal)[]> {
  const ids = units.map((one) => one.householdId).filter((id) => id !== null);
  const existing = await existingHouseholds(context, ids);
  const prepared: (Arrival | Refusal)[] = [];
  for (const unit of units) {
    const exists = unit.householdId !== null && existing.has(unit.householdId);
    prepared.push(await prepareArrival(context, intake, { unit, exists }));
  }
  return prepared;
}

/** Takes many people in at once: the rules of each by themselves, every table in one statement. */
export const takeInPersons: TakeIn = async (context, intake, units) => {
  const fresh = await newRows(context, units);
  const read = fresh.units.map((unit) => readUnit(intake, unit));
  const prepared = await prepareAll(context, intake, read.filter(isUnit));
  const claimed = await claimNumbers(context, intake, prepared.filter(isArrival));
  const arrivals = claimed.filter(isArrival);
  const newcomers = arrivals.flatMap((one) => one.newcomers);
  const households = arrivals.map((one) => one.household).filter((one) => one !== null);
  await storeNewcomers(context, intake, { newcomers, households });
  const refusals = [...read, ...prepared, ...claimed].filter(isRefusal);
  return {
    added: newcomers.length,
    known: fresh.known,
    problems: refusals.flatMap((one) => one.problems),
  };
};

import {
  type BenefitsDependencies,
  type EligiblePerson,
  eligiblePeople,
  enteredValues,
  findProgramme,
  newestSnapshot,
  rulesFor,
} from '../benefits/index.ts';
import type { AreaCode, CalendarDate } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';

/** The rules of a day, asked of everybody of the city or of one county: who is entitled is found, not chosen. */
export async function findEntitled(
  context: TransactionContext,
  { benefits, city }: { readonly benefits: BenefitsDependencies; readonly city: AreaCode },
  { programme, day, county }: { programme: string; day: CalendarDate; county?: AreaCode },
): Promise<readonly EligiblePerson[]> {
  const { snapshot, source } = await newestSnapshot(context, benefits);
  const moment = { day, knownAt: benefits.today(), area: county ?? city };
  const ready = rulesFor(findProgramme(benefits, programme), moment, await enteredValues(context, benefits));
  const where = county === undefined ? '' : ` AND county = '${county}'`;
  return eligiblePeople(context, { snapshot, source, ready, where });
}

import { text } from '../../language/index.ts';
import type { TransactionContext } from '../../platform/index.ts';
import type { NewHousehold } from '../events/definition.ts';
import { householdIdOf, wrongHousehold } from './households-of-rows.ts';
import {
  type Belonging,
  isNewcomer,
  type Newcomer,
  prepareNewcomer,
  readPersonRow,
} from './prepare-person.ts';
import { type Problem, type Wrong, wrongRow } from './problem.ts';
import type { SheetRow } from './sheet.ts';
import type { Intake, Unit } from './take-in.ts';

/** A person, or the members of one household, who may come in. */
export interface Arrival {
  readonly rows: readonly SheetRow[];
  readonly newcomers: readonly Newcomer[];
  /** The household that they form; null when it is there already, or none is named. */
  readonly household: NewHousehold | null;
}

/** Rows that stay out, and why. */
export interface Refusal {
  readonly problems: readonly Problem[];
}

export const isRefusal = (one: object): one is Refusal => 'problems' in one;

export const at = ({ line }: SheetRow, wrong: Wrong): Problem => ({ line, ...wrong });

const otherMember = wrongRow(
  text('同户另一行有问题，整户未登记。', 'Another row of this household is wrong; none of it was taken in.'),
  text('改正那一行，整户一起重新提交。', 'Mend that row, and send the whole household again.'),
);

/** A household comes in whole: what is wrong with one member keeps all of them out. */
export function refuse(rows: readonly SheetRow[], problems: readonly Problem[]): Refusal {
  const lines = new Set(problems.map(({ line }) => line));
  const others = rows.filter(({ line }) => !lines.has(line)).map((row) => at(row, otherMember));
  return { problems: [...problems, ...others] };
}

/** The rows of a unit as their form reads them, with the household that they name. */
export interface ReadUnit {
  readonly rows: readonly SheetRow[];
  readonly members: readonly {
    readonly row: SheetRow;
    readonly answers: Readonly<Record<string, unknown>>;
    readonly belonging: Belonging;
  }[];
  readonly householdId: string | null;
}

export function readUnit({ dependencies }: Intake, { rows }: Unit): ReadUnit | Refusal {
  const read = rows.map((row) => ({ row, ...readPersonRow(row) }));
  const wrong = read.flatMap((one) => (one.wrong ?? []).map((what) => at(one.row, what)));
  if (wrong.length > 0) return refuse(rows, wrong);
  const members = read.flatMap(({ row, answers, belonging }) =>
    answers === null ? [] : [{ row, answers, belonging }],
  );
  const { householdNumber = null, village = null } = members[0]?.belonging ?? {};
  const householdId =
    householdNumber === null ? null : householdIdOf(dependencies.vault, village, householdNumber);
  return { rows, members, householdId };
}

/** Applies the rules of the event to each row, and those of a household to all of them. */
export async function prepareArrival(
  context: TransactionContext,
  intake: Intake,
  { unit, exists }: { readonly unit: ReadUnit; readonly exists: boolean },
): Promise<Arrival | Refusal> {
  const { rows, members, householdId } = unit;
  const wrong =
    householdId === null
      ? null
      : wrongHousehold(
          members.map((one) => one.belonging),
          exists,
        );
  if (wrong)
    return refuse(
      rows,
      rows.map((row) => at(row, { ...wrong, column: row.labels['relation'] ?? 'relation' })),
    );
  const prepared = [];
  for (const { row, answers, belonging } of members) {
    const relation = belonging.relation ?? 'other';
    const member = householdId === null ? null : { household: householdId, relation };
    const outcome = await prepareNewcomer(context, intake, { row, answers, member });
    prepared.push({ row, outcome });
  }
  const newcomers = prepared.map(({ outcome }) => outcome).filter(isNewcomer);
  const problems = prepared.flatMap(({ row, outcome }) => (isNewcomer(outcome) ? [] : [at(row, outcome)]));
  if (problems.length > 0) return refuse(rows, problems);
  return { rows, newcomers, household: exists ? null : householdOf(unit, newcomers) };
}

function householdOf(
  { householdId, members }: ReadUnit,
  newcomers: readonly Newcomer[],
): NewHousehold | null {
  const index = members.findIndex(({ belonging }) => belonging.relation === 'head');
  const head = newcomers[index]?.file;
  const village = members[index]?.belonging.village;
  const [record] = head?.records ?? [];
  if (householdId === null || !head || !village || !record) return null;
  return { householdId, headId: head.personId, village, formedOn: record.date };
}

import { sql } from 'kysely';
import { text } from '../../language/index.ts';
import { DomainError, type TransactionContext } from '../../platform/index.ts';
import { findByIdNumber } from '../directories.ts';
import { findDefinition } from '../events/index.ts';
import { recordEvent } from '../record-event.ts';
import type { RegisterTables } from '../tables.ts';
import type { Written } from '../write-act.ts';
import { knownDigests } from './known-rows.ts';
import { type Problem, refusedAs, type Wrong, wrongRow } from './problem.ts';
import { type Identify, identifyCells, type ReadRow, readRow } from './read-row.ts';
import type { SheetRow } from './sheet.ts';
import { addTaken, type Intake, nothingTaken, type TakeIn, type Taken, type Unit } from './take-in.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Somebody whom a row names by number, as far as the actor may see. */
async function personNamed(context: TransactionContext, { dependencies }: Intake, typed: string) {
  const personId = UUID.test(typed) ? typed : await findByIdNumber(context, typed, dependencies.vault);
  if (personId === null) return null;
  const row = await context.tx
    .withTables<RegisterTables>()
    .selectFrom('register_persons')
    .select(['person_id', 'household_id'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ?? null;
}

/** Finds whom a cell names: by id, or by identity number; a household also by a member's number. */
const identifier =
  (context: TransactionContext, intake: Intake): Identify =>
  async (field, typed) => {
    const personOf = async (one: unknown) => (await personNamed(context, intake, String(one)))?.person_id;
    if (field.kind === 'person') return personOf(typed);
    if (field.kind === 'persons' && Array.isArray(typed))
      return Promise.all(typed.map(async (one) => (await personOf(one)) ?? String(one)));
    if (field.kind !== 'household' || UUID.test(String(typed))) return null;
    return (await personNamed(context, intake, String(typed)))?.household_id;
  };

/** What becomes of a unit: the answers of a form, or why there are none. */
type Formed =
  | { readonly form: string; readonly answers: Readonly<Record<string, unknown>> }
  | { readonly problems: readonly Problem[] };

type FormUnit = (rows: readonly { readonly row: SheetRow; readonly read: ReadRow }[]) => Formed;

const problemsOf = (rows: readonly { readonly row: SheetRow; readonly read: ReadRow }[]) =>
  rows.flatMap(({ row, read }) => (read.wrong ?? []).map((wrong) => ({ line: row.line, ...wrong })));

/** One row is one event. */
export const formEvent: FormUnit = (rows) => {
  const [only] = rows;
  return only?.read.answers
    ? { form: only.row.form.key, answers: only.read.answers }
    : { problems: problemsOf(rows) };
};

const HEADS = wrongRow(
  text('这一户不是恰有一名户主。', 'This household has not exactly one head.'),
  text(
    '每户恰有一行的“是否户主”填“是”。',
    'Write "yes" under "is the head" in exactly one row of each household.',
  ),
);
const DATES = wrongRow(
  text('同一户的立户日期不一致。', 'The rows of one household tell different days.'),
  text('同一户各行填写同一日期。', 'Write the same day in all rows of a household.'),
);

/** The rows of one household are its formation. */
export const formHousehold: FormUnit = (rows) => {
  const problems = problemsOf(rows);
  if (problems.length > 0) return { problems };
  const answers = rows.flatMap(({ read }) => (read.answers ? [read.answers] : []));
  const heads = answers.filter((one) => one['isHead'] === 'yes');
  const dates = new Set(answers.map((one) => one['date']));
  const wrong = heads.length !== 1 ? HEADS : dates.size !== 1 ? DATES : null;
  const column = heads.length !== 1 ? 'isHead' : 'date';
  if (wrong)
    return {
      problems: rows.map(({ row }) => ({ ...wrong, line: row.line, column: row.labels[column] ?? column })),
    };
  const members = answers.filter((one) => one['isHead'] === 'no').map((one) => one['personId']);
  return {
    form: 'household-formation',
    answers: {
      headId: heads[0]?.['personId'],
      memberIds: members.length > 0 ? members : null,
      date: heads[0]?.['date'],
    },
  };
};

/** The column that asked for what was refused. */
function refusalOf(error: DomainError, row: SheetRow): Wrong {
  const [field] = error.details.field?.split('.') ?? [];
  return refusedAs(error, field === undefined ? null : (row.labels[field] ?? null));
}

/** Records by the same way as a form, or leaves no trace. */
async function attempt(
  context: TransactionContext,
  { dependencies, importId }: Intake,
  { form, answers }: { readonly form: string; readonly answers: Readonly<Record<string, unknown>> },
): Promise<Written | DomainError> {
  const definition = findDefinition(form);
  if (!definition) throw new Error(form);
  await sql`SAVEPOINT import_unit`.execute(context.tx);
  try {
    const written = await recordEvent(context, { definition, answers, dependencies, importId });
    await sql`RELEASE SAVEPOINT import_unit`.execute(context.tx);
    return written;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await sql`ROLLBACK TO SAVEPOINT import_unit`.execute(context.tx);
    return error;
  }
}

async function keep(
  context: TransactionContext,
  { importId }: Intake,
  { unit, personId }: { readonly unit: Unit; readonly personId: string },
) {
  await context.tx
    .withTables<RegisterTables>()
    .insertInto('register_import_rows')
    .values(
      unit.rows.map((row) => ({
        row_digest: row.digest,
        import_id: importId,
        person_id: personId,
      })),
    )
    .execute();
}

async function takeInUnit(
  context: TransactionContext,
  intake: Intake,
  { unit, formUnit }: { readonly unit: Unit; readonly formUnit: FormUnit },
): Promise<Taken> {
  const identify = identifier(context, intake);
  const read = [];
  for (const row of unit.rows) {
    const cells = await identifyCells(row.form, row.cells, identify);
    read.push({ row, read: readRow(row.form, cells, row.labels) });
  }
  const formed = formUnit(read);
  if ('problems' in formed) return { ...nothingTaken, problems: formed.problems };
  const outcome = await attempt(context, intake, formed);
  if (outcome instanceof DomainError) {
    const problems = unit.rows.map((row) => ({ line: row.line, ...refusalOf(outcome, row) }));
    return { ...nothingTaken, problems };
  }
  await keep(context, intake, { unit, personId: outcome.personId });
  return { ...nothingTaken, added: unit.rows.length };
}

/** Takes units in one after another: a later one may stand on an earlier one. */
export const takeInActs =
  (formUnit: FormUnit): TakeIn =>
  async (context, intake, units) => {
    const known = await knownDigests(
      context,
      units.flatMap(({ rows }) => rows),
    );
    let taken = nothingTaken;
    for (const unit of units) {
      const isKnown = unit.rows.every((row) => known.has(row.digest));
      const one = isKnown
        ? { ...nothingTaken, known: unit.rows.length }
        : await takeInUnit(context, intake, { unit, formUnit });
      taken = addTaken(taken, one);
    }
    return taken;
  };

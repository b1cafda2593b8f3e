import { sql } from 'kysely';
import type { TransactionContext } from '../platform/index.ts';
import type { CaseworkDependencies } from './dependencies.ts';
import { openAnswers } from './keep-answers.ts';
import type { OpenCase } from './open-case.ts';
import type { Answers } from './read-answers.ts';
import type { CaseworkTables } from './tables.ts';

/** What was answered on the form of a case, opened: for rooms above that go on with it. */
export const answersOf = (
  { vault }: Pick<CaseworkDependencies, 'vault'>,
  { row }: Pick<OpenCase, 'row'>,
): Answers => openAnswers({ vault, place: `case ${row.case_id}` }, row.answers);

/** Takes an answer out of a case for good: it stands elsewhere from now on, with a day on which it goes. */
export async function forgetAnswer(
  { tx }: TransactionContext,
  { caseId, key }: { readonly caseId: string; readonly key: string },
): Promise<void> {
  await tx
    .withTables<CaseworkTables>()
    .updateTable('casework_cases')
    .set({ answers: sql`answers - ${key}::text` })
    .where('case_id', '=', caseId)
    .execute();
}

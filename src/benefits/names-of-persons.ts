import type { TransactionContext } from '../platform/index.ts';
import type { RegisterTables } from '../register/index.ts';

/** The names of people whom the open transaction may see, by their ids. */
export async function namesOfPersons(
  { tx }: TransactionContext,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .withTables<RegisterTables>()
    .selectFrom('register_persons')
    .select(['person_id', 'name'])
    .where('person_id', 'in', [...new Set(personIds)])
    .execute();
  return new Map(rows.map((one) => [one.person_id, one.name]));
}

/** Rows about people, each with the name; null of whoever the actor may not see: called in the actor's own scope. */
export async function withNames<R extends { readonly personId: string }>(
  context: TransactionContext,
  rows: readonly R[],
): Promise<(R & { readonly name: string | null })[]> {
  const names = await namesOfPersons(
    context,
    rows.map(({ personId }) => personId),
  );
  return rows.map((row) => ({ ...row, name: names.get(row.personId) ?? null }));
}

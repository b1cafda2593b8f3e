import { sql } from 'kysely';
import { rowsOf, type TransactionContext } from '../../platform/index.ts';
import { identifiersOf, taken } from '../directories.ts';
import type { RegisterTables } from '../tables.ts';
import type { SealedKey } from '../vault.ts';
import { type Arrival, at, type Refusal, refuse } from './arrival.ts';
import type { Newcomer } from './prepare-person.ts';
import { refusedAs } from './problem.ts';
import type { Intake } from './take-in.ts';

interface Claim {
  readonly digest: string;
  readonly field: SealedKey;
  readonly newcomer: Newcomer;
}

const TABLE = 'register_id_directory';

/** Which digests are now of the person who claims them. Sorted, so that two imports never wait for each other. */
async function claimDigests(
  context: TransactionContext,
  claims: ReadonlyMap<string, Claim>,
): Promise<ReadonlySet<string>> {
  if (claims.size === 0) return new Set();
  const rows = [...claims.values()].map(({ digest, newcomer }) => ({
    id_digest: digest,
    person_id: newcomer.file.personId,
  }));
  const { rows: claimed } = await sql<{ id_digest: string }>`
    INSERT INTO ${sql.table(TABLE)} (id_digest, person_id)
    SELECT id_digest, person_id FROM ${rowsOf(TABLE, rows)} ORDER BY id_digest
    ON CONFLICT (id_digest) DO NOTHING RETURNING id_digest`.execute(context.tx);
  return new Set(claimed.map((row) => row.id_digest));
}

async function giveUp(context: TransactionContext, digests: readonly string[]): Promise<void> {
  if (digests.length === 0) return;
  await context.tx.withTables<RegisterTables>().deleteFrom(TABLE).where('id_digest', 'in', digests).execute();
}

const takenBy = ({ newcomer: { row }, field }: Claim) =>
  at(row, refusedAs(taken(field), row.labels[field] ?? field));

/** Claims the numbers of all who arrive; whose number is somebody else's, in the register or in the file, stays out. */
export async function claimNumbers(
  context: TransactionContext,
  { dependencies }: Intake,
  arrivals: readonly Arrival[],
): Promise<readonly (Arrival | Refusal)[]> {
  const first = new Map<string, Claim>();
  const claimsOf = (arrival: Arrival): readonly Claim[] =>
    arrival.newcomers.flatMap((newcomer) =>
      identifiersOf(dependencies.vault, newcomer.findable).map((one) => ({ ...one, newcomer })),
    );
  const arriving = arrivals.map((arrival) => ({ arrival, claims: claimsOf(arrival) }));
  for (const { claims } of arriving)
    for (const claim of claims) if (!first.has(claim.digest)) first.set(claim.digest, claim);
  const claimed = await claimDigests(context, first);
  const isOwn = (claim: Claim) => claimed.has(claim.digest) && first.get(claim.digest) === claim;
  const refused = arriving.filter(({ claims }) => !claims.every(isOwn));
  await giveUp(
    context,
    refused.flatMap(({ claims }) => claims.filter(isOwn).map(({ digest }) => digest)),
  );
  return arriving.map(({ arrival, claims }) =>
    claims.every(isOwn)
      ? arrival
      : refuse(arrival.rows, claims.filter((claim) => !isOwn(claim)).map(takenBy)),
  );
}

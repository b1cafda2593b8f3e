import { sql } from 'kysely';
import type { OpenCase } from '../casework/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { Subject } from './tables.ts';

/** The cases of one person, and who that person is in them. */
export interface Whose {
  readonly cases: readonly OpenCase[];
  readonly subject: Subject;
}

/** How many records of somebody are withheld: the one thing about them that the application can ask. */
export async function countWithheld({ tx }: TransactionContext, { cases, subject }: Whose): Promise<number> {
  const ids = cases.map(({ row }) => row.case_id);
  const { rows } = await sql<{
    count: number;
  }>`SELECT health_count_withheld(${ids}::uuid[], ${subject}) AS count`.execute(tx);
  return rows[0]?.count ?? 0;
}

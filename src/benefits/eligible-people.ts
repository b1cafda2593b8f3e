import { sql } from 'kysely';
import { benefitPersons, type CalendarDate, type ReadyRules } from '../language/index.ts';
import {
  type FactSource,
  linkUnder,
  type SealedSnapshot,
  type TransactionContext,
} from '../platform/index.ts';
import { eligibleSql } from './eligible-sql.ts';

/** Somebody whom assessment found eligible, for as far as facts can tell. */
export interface EligiblePerson {
  readonly person_id: string;
  readonly name: string;
  readonly village: string;
  readonly scope: string;
  readonly variant: string | null;
  /** The first and the last period of the year that is due. */
  readonly first: CalendarDate | null;
  readonly last: CalendarDate | null;
}

interface Asked {
  readonly snapshot: SealedSnapshot;
  readonly source: FactSource;
  readonly ready: ReadyRules;
  /** Which rows of the snapshot, as SQL that begins with AND; empty: all. */
  readonly where: string;
}

/**
 * The people of the register behind the rows of a snapshot to whom something is due: those alone whom the open
 * transaction may see. The key of the snapshot ties them together; without it nobody can.
 */
export async function eligiblePeople(
  { tx }: TransactionContext,
  { snapshot, source, ready, where }: Asked,
): Promise<readonly EligiblePerson[]> {
  const found = await source.query(eligibleSql(ready, { from: source.from(benefitPersons), where }));
  const { link_key: key } = await tx
    .selectFrom('platform_snapshot_keys')
    .select('link_key')
    .where('snapshot_id', '=', snapshot.id)
    .executeTakeFirstOrThrow();
  const link = sql.raw<string>(linkUnder(key)('p.person_id'));
  const { rows } = await sql<EligiblePerson>`
    SELECT p.person_id, p.name, coalesce(p.registered_village, p.resident_village, p.registered_scope, p.resident_scope) AS village,
      coalesce(p.registered_scope, p.resident_scope) AS scope, f.variant, f.first, f.last
    FROM json_to_recordset(${JSON.stringify(found)}::json) AS f (link text, variant text, first date, last date)
    JOIN register_persons p ON ${link} = f.link
    WHERE p.counted ORDER BY p.person_id`.execute(tx);
  return rows;
}

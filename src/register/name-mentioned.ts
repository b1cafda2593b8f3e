import { z } from 'zod';
import { nameDivisions } from '../areas/index.ts';
import { parseAreaCode } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { RegisterTables } from './tables.ts';

/** What an id or a code in an answer means, in words, as far as the reader may see it. */
export const mentioned = z.object({
  value: z.string(),
  kind: z.enum(['person', 'household', 'village']),
  /** Of a household the name of its head. */
  name: z.string(),
});
type Mentioned = z.input<typeof mentioned>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const VILLAGE = /^\d{12}$/;

/** Every text within a value, however deep. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

async function namesOf(context: TransactionContext, ids: readonly string[]): Promise<readonly Mentioned[]> {
  if (ids.length === 0) return [];
  const db = context.tx.withTables<RegisterTables>();
  const persons = await db
    .selectFrom('register_persons')
    .select(['person_id as value', 'name'])
    .where('person_id', 'in', ids)
    .execute();
  const households = await db
    .selectFrom('register_households as h')
    .innerJoin('register_persons as p', 'p.person_id', 'h.head_id')
    .select(['h.household_id as value', 'p.name'])
    .where('h.household_id', 'in', ids)
    .execute();
  return [
    ...persons.map((one) => ({ ...one, kind: 'person' }) as const),
    ...households.map((one) => ({ ...one, kind: 'household' }) as const),
  ];
}

/** Names whatever people, households and villages a value mentions. */
export async function nameMentioned(context: TransactionContext, value: unknown): Promise<Mentioned[]> {
  const texts = [...new Set(textsIn(value))];
  const codes = texts.filter((one) => VILLAGE.test(one)).map(parseAreaCode);
  const villages = await nameDivisions(
    context.tx,
    codes.filter((code) => code !== null),
  );
  const named = await namesOf(
    context,
    texts.filter((one) => UUID.test(one)),
  );
  return [
    ...named,
    ...[...villages].map(([code, name]) => ({ value: code, kind: 'village', name }) as const),
  ];
}

import { z } from 'zod';
import { nameDivisions } from '../../areas/index.ts';
import { text } from '../../language/index.ts';
import { defineOperation, type TransactionContext } from '../../platform/index.ts';
import { requireField } from '../events/rules.ts';
import { unknownHousehold } from '../households.ts';
import { unknownPerson } from '../person-file.ts';
import type { RegisterTables } from '../tables.ts';

const ties = ['self', 'mother', 'father', 'spouse', 'guardian', 'child', 'ward', 'member'] as const;

const relative = z.object({
  personId: z.uuid(),
  name: z.string(),
  sex: z.enum(['male', 'female']),
  birthDate: z.string(),
  deathDate: z.string().nullable(),
  /** What the person is to the one asked for. */
  ties: z.array(z.enum(ties)),
  relationToHead: z.string().nullable(),
});

const output = z.object({
  personId: z.uuid(),
  householdId: z.uuid().nullable(),
  registered: z.string().nullable(),
  resident: z.string().nullable(),
  people: z.array(relative),
});
export type Family = z.output<typeof output>;

const columns = [
  'person_id',
  'name',
  'sex',
  'birth_date',
  'death_date',
  'mother_id',
  'father_id',
  'spouse_id',
  'guardian_id',
  'household_id',
  'relation_to_head',
  'registered_village',
  'resident_village',
] as const;

async function headOf(context: TransactionContext, householdId: string): Promise<string> {
  const row = await context.tx
    .withTables<RegisterTables>()
    .selectFrom('register_households')
    .select('head_id')
    .where('household_id', '=', householdId)
    .executeTakeFirst();
  if (!row) throw unknownHousehold();
  return row.head_id;
}

async function kinRows(context: TransactionContext, personId: string) {
  const db = context.tx.withTables<RegisterTables>();
  const self = await db
    .selectFrom('register_persons')
    .select(columns)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!self) throw unknownPerson();
  const named = [self.mother_id, self.father_id, self.spouse_id, self.guardian_id].filter(
    (id) => id !== null,
  );
  const rows = await db
    .selectFrom('register_persons')
    .select(columns)
    .where('counted', '=', true)
    .where('person_id', '<>', personId)
    .where((row) =>
      row.or([
        row('mother_id', '=', personId),
        row('father_id', '=', personId),
        row('guardian_id', '=', personId),
        ...(named.length > 0 ? [row('person_id', 'in', named)] : []),
        ...(self.household_id === null ? [] : [row('household_id', '=', self.household_id)]),
      ]),
    )
    .orderBy('birth_date')
    .execute();
  return { self, rows };
}
type Kin = Awaited<ReturnType<typeof kinRows>>;
type KinRow = Kin['self'];

function tiesOf(self: KinRow, one: KinRow): (typeof ties)[number][] {
  const id = one.person_id;
  return [
    self.mother_id === id ? 'mother' : null,
    self.father_id === id ? 'father' : null,
    self.spouse_id === id ? 'spouse' : null,
    self.guardian_id === id ? 'guardian' : null,
    one.mother_id === self.person_id || one.father_id === self.person_id ? 'child' : null,
    one.guardian_id === self.person_id ? 'ward' : null,
    self.household_id !== null && one.household_id === self.household_id ? 'member' : null,
  ].filter((tie): tie is (typeof ties)[number] => tie !== null);
}

const show = (self: KinRow, one: KinRow): z.input<typeof relative> => ({
  personId: one.person_id,
  name: one.name,
  sex: one.sex,
  birthDate: one.birth_date,
  deathDate: one.death_date,
  ties: one === self ? ['self'] : tiesOf(self, one),
  relationToHead: one.household_id === self.household_id ? one.relation_to_head : null,
});

/** A person, or the head of a household, with parents, wife or husband, children and household, as far as the caller's area reaches. */
export const readFamily = defineOperation({
  name: 'register/read-family',
  kind: 'query',
  auditReads: true,
  summary: text('查看家庭成员', 'Read the family of a person'),
  permission: 'register:read',
  input: z.object({
    personId: z.uuid().optional(),
    /** Instead of the person: the household, seen from its head. */
    householdId: z.uuid().optional(),
  }),
  output,
  handle: async (context, asked) => {
    requireField((asked.personId === undefined) !== (asked.householdId === undefined), 'personId');
    const personId = asked.personId ?? (await headOf(context, asked.householdId ?? ''));
    const { self, rows } = await kinRows(context, personId);
    const villages = [self.registered_village, self.resident_village].filter((code) => code !== null);
    const names = await nameDivisions(context.tx, villages);
    return {
      personId,
      householdId: self.household_id,
      registered: self.registered_village && (names.get(self.registered_village) ?? null),
      resident: self.resident_village && (names.get(self.resident_village) ?? null),
      people: [self, ...rows].map((one) => show(self, one)),
    };
  },
});

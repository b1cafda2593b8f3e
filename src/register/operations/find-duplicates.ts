import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { nameDivisions } from '../../areas/index.ts';
import { type AreaCode, ancestorCode, areaContains, type CalendarDate, text } from '../../language/index.ts';
import {
  actorScope,
  defineOperation,
  rescope,
  type Sealed,
  type Transaction,
  type TransactionContext,
} from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { findByIdNumber } from '../directories.ts';
import { identityFields } from '../events/identity-fields.ts';
import { foldName } from '../names/fold-name.ts';
import { nameSound } from '../names/sound.ts';
import { likelyTypedDates } from '../search/likely-dates.ts';
import { maskOf } from '../show-person.ts';
import type { RegisterTables } from '../tables.ts';

const MOST = 20;

const likenesses = [
  'sameNumber',
  'sameNameAndBirth',
  'likeNameAndBirth',
  'sameNameLikeBirth',
  'sameMotherAndBirth',
] as const;
type Likeness = (typeof likenesses)[number];

/** How likely it is that both are one human, of 100: for sorting what a registrar looks at, and for nothing else. */
const weights: Readonly<Record<Likeness, number>> = {
  sameNumber: 100,
  sameNameAndBirth: 90,
  sameMotherAndBirth: 80,
  likeNameAndBirth: 60,
  sameNameLikeBirth: 50,
};

const output = z.object({
  rows: z.array(
    z.object({
      /** Null when the person is outside the caller's area: then only where to ask is told. */
      personId: z.uuid().nullable(),
      name: z.string().nullable(),
      sex: z.enum(['male', 'female']).nullable(),
      birthDate: z.string().nullable(),
      deathDate: z.string().nullable(),
      /** Masked. */
      idNumber: z.string().nullable(),
      area: z.string(),
      likeness: z.enum(likenesses),
      weight: z.number(),
    }),
  ),
});

export type Duplicates = z.output<typeof output>;

interface Candidate {
  readonly person_id: string;
  readonly name: string;
  readonly sound: string | null;
  readonly sex: 'male' | 'female';
  readonly birth_date: CalendarDate;
  readonly death_date: CalendarDate | null;
  readonly id_number: Sealed | null;
  readonly mother_id: string | null;
  readonly registered_scope: AreaCode | null;
  readonly resident_scope: AreaCode | null;
}

interface Newcomer {
  readonly name: string;
  readonly sex: 'male' | 'female';
  readonly birthDate: CalendarDate;
  readonly motherId: string | null;
  readonly sameNumber: string | null;
}

const columns = [
  'person_id',
  'name',
  'sound',
  'sex',
  'birth_date',
  'death_date',
  'id_number',
  'mother_id',
  'registered_scope',
  'resident_scope',
] as const;

async function candidates(tx: Transaction, { name, sex, birthDate, sameNumber }: Newcomer) {
  const dates = likelyTypedDates(birthDate).filter((day) => day !== birthDate);
  return tx
    .withTables<RegisterTables>()
    .selectFrom('register_persons')
    .select(columns)
    .where('counted', '=', true)
    .where((row) =>
      row.or([
        row.and([row('birth_date', '=', birthDate), row('sex', '=', sex)]),
        row.and([
          row('birth_date', 'in', dates),
          sql<SqlBool>`sound = ${nameSound(name)}`,
          row('sex', '=', sex),
        ]),
        ...(sameNumber === null ? [] : [row('person_id', '=', sameNumber)]),
      ]),
    )
    .execute();
}

/** Two names are alike that sound the same, or share all characters but one. */
function isLike(one: string, other: string): boolean {
  if (nameSound(one) === nameSound(other)) return true;
  const [a, b] = [Array.from(foldName(one)), Array.from(foldName(other))];
  if (a.length !== b.length || a.length < 2) return false;
  return a.filter((char, index) => char !== b[index]).length === 1;
}

function likenessOf(newcomer: Newcomer, one: Candidate): Likeness | null {
  if (one.person_id === newcomer.sameNumber) return 'sameNumber';
  const sameDay = one.birth_date === newcomer.birthDate;
  const sameName = foldName(one.name) === foldName(newcomer.name);
  if (sameDay && sameName) return 'sameNameAndBirth';
  if (sameDay && newcomer.motherId !== null && one.mother_id === newcomer.motherId)
    return 'sameMotherAndBirth';
  if (sameDay) return isLike(one.name, newcomer.name) ? 'likeNameAndBirth' : null;
  return nameSound(one.name) === nameSound(newcomer.name) ? 'sameNameLikeBirth' : null;
}

const concerns = (area: AreaCode, { registered_scope, resident_scope }: Candidate): boolean =>
  [registered_scope, resident_scope].some((code) => code !== null && areaContains(area, code));

async function wholeCity<T>(context: TransactionContext, work: () => Promise<T>): Promise<T> {
  const { tx, actor } = context;
  await rescope(tx, { ...actorScope(actor), area: ancestorCode(actor.area, 'city') });
  const result = await work();
  await rescope(tx, actorScope(actor));
  return result;
}

/**
 * People in the whole city who may be the one about to be recorded, likeliest first. Of those outside the caller's
 * area only the county is told: enough to ask there, and nothing about anybody.
 */
export const findDuplicates = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/find-duplicates',
    kind: 'query',
    auditReads: true,
    summary: text('查找可能已登记的同一人', 'Find people who may be recorded already'),
    permission: 'register:write',
    input: z.object({
      name: identityFields.name.schema,
      sex: identityFields.sex.schema,
      birthDate: identityFields.birthDate.schema,
      idNumber: z.string().max(40).nullable().default(null),
      motherId: z.uuid().nullable().default(null),
    }),
    output,
    handle: async (context, { idNumber, ...given }) => {
      const sameNumber =
        idNumber === null ? null : await findByIdNumber(context, idNumber, dependencies.vault);
      const newcomer = { ...given, sameNumber };
      const found = await wholeCity(context, () => candidates(context.tx, newcomer));
      const rows = found
        .map((one) => ({ one, likeness: likenessOf(newcomer, one) }))
        .filter((row): row is { one: Candidate; likeness: Likeness } => row.likeness !== null)
        .toSorted((a, b) => weights[b.likeness] - weights[a.likeness])
        .slice(0, MOST);
      const areaOf = ({ registered_scope, resident_scope }: Candidate) =>
        ancestorCode(registered_scope ?? resident_scope ?? context.actor.area, 'county');
      const names = await nameDivisions(context.tx, [...new Set(rows.map(({ one }) => areaOf(one)))]);
      return {
        rows: rows.map(({ one, likeness }) => {
          const own = concerns(context.actor.area, one);
          return {
            personId: own ? one.person_id : null,
            name: own ? one.name : null,
            sex: own ? one.sex : null,
            birthDate: own ? one.birth_date : null,
            deathDate: own ? one.death_date : null,
            idNumber: own ? maskOf(dependencies.vault, one.person_id)('idNumber', one.id_number) : null,
            area: names.get(areaOf(one)) ?? areaOf(one),
            likeness,
            weight: weights[likeness],
          };
        }),
      };
    },
  });

import type { Selectable } from 'kysely';
import { z } from 'zod';
import { projects } from '../../../policy/programmes/index.ts';
import { type AreaCode, areaInput, areaRange, text, textPair } from '../../language/index.ts';
import { defineOperation, type TransactionContext } from '../../platform/index.ts';
import type { RegisterTables } from '../../register/index.ts';
import { namesOfPersons } from '../names-of-persons.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';
import { recordedAmounts } from './record-project.ts';

const MOST = 500;
const output = z.object({
  projects: z.array(
    z.object({
      key: z.string(),
      title: textPair,
      whose: z.string(),
      belongsTo: z.string().nullable(),
      items: z.array(z.object({ key: z.string(), label: textPair, unit: z.string() })),
    }),
  ),
  records: z.array(
    z.object({
      recordId: z.uuid(),
      project: z.string(),
      day: z.string(),
      area: z.string(),
      personId: z.uuid().nullable(),
      householdId: z.uuid().nullable(),
      /** Of the person, or of the head of the household, where the reader may see them. */
      ownerName: z.string().nullable(),
      partOf: z.uuid().nullable(),
      amounts: recordedAmounts,
      details: z.string().nullable(),
      recordedBy: z.string(),
      voided: z.boolean(),
    }),
  ),
});
export type RecordList = z.output<typeof output>;

const declared = projects.map(({ key, title, whose, belongsTo, items }) => ({
  key,
  title,
  whose,
  belongsTo,
  items: Object.entries(items).map(([name, { label, unit }]) => ({ key: name, label, unit })),
}));

type Row = Selectable<PaymentTables['benefits_records']>;

const known = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];

async function headsOf({ tx }: TransactionContext, householdIds: readonly string[]) {
  if (householdIds.length === 0) return [];
  return tx
    .withTables<RegisterTables>()
    .selectFrom('register_households')
    .select(['household_id', 'head_id'])
    .where('household_id', 'in', [...householdIds])
    .execute();
}

/** Names by the id of the person or household whose record it is. */
async function ownerNames(
  context: TransactionContext,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, string>> {
  const heads = await headsOf(context, known(rows.map((row) => row.household_id)));
  const persons = known([...rows.map((row) => row.person_id), ...heads.map((one) => one.head_id)]);
  const names = await namesOfPersons(context, persons);
  const ofHouseholds = heads.map((one) => [one.household_id, names.get(one.head_id) ?? ''] as const);
  return new Map([...names, ...ofHouseholds]);
}

/** Kinds of records and what was recorded, newest first. */
export const listRecords = ({ vault }: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/list-records',
    kind: 'query',
    summary: text('列出实物服务、保险和帮扶项目', 'List what was given in kind, insured or done in projects'),
    permission: 'benefits:read',
    auditReads: true,
    auditDetail: ({ project, area }) => ({ project, area }),
    input: z.object({
      project: z.string().max(40).optional(),
      year: z.coerce.number().int().optional(),
      area: areaInput.optional(),
    }),
    output,
    handle: async (context, { project, year, area }) => {
      const range = area === undefined ? null : areaRange(area);
      const rows = await context.tx
        .withTables<PaymentTables>()
        .selectFrom('benefits_records')
        .selectAll()
        .$if(project !== undefined, (query) => query.where('project', '=', project ?? ''))
        .$if(year !== undefined, (query) =>
          query
            .where('day', '>=', `${String(year)}-01-01` as never)
            .where('day', '<=', `${String(year)}-12-31` as never),
        )
        .$if(range !== null, (query) =>
          query
            .where('area_code', '>=', (range?.from ?? '') as AreaCode)
            .where('area_code', '<', (range?.to ?? '') as AreaCode),
        )
        .orderBy('day', 'desc')
        .orderBy('record_id')
        .limit(MOST)
        .execute();
      const names = await ownerNames(context, rows);
      return {
        projects: declared,
        records: rows.map((row) => ({
          recordId: row.record_id,
          project: row.project,
          day: row.day,
          area: row.area_code,
          personId: row.person_id,
          householdId: row.household_id,
          ownerName: names.get(row.person_id ?? row.household_id ?? '') ?? null,
          partOf: row.part_of,
          amounts: { ...row.amounts },
          details: row.details === null ? null : vault.open(`record ${row.record_id}`, row.details),
          recordedBy: row.recorded_by,
          voided: row.voided_on !== null,
        })),
      };
    },
  });

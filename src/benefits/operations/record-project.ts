import { z } from 'zod';
import { projectOf, projects } from '../../../policy/programmes/index.ts';
import {
  type AreaCode,
  areaContains,
  areaInput,
  areaRange,
  dateInput,
  type Project,
  text,
  textPair,
} from '../../language/index.ts';
import { DomainError, defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';

const amounts = z.record(z.string().max(40), z.number().int().min(0));

const wrong = (field: string, zh: string, en: string) =>
  new DomainError({
    code: 'invalid_input',
    field,
    message: text(zh, en),
    remedy: text('请核对后重新提交。', 'Check it, and send it again.'),
  });

const notYours = () =>
  failure(
    'forbidden',
    text('这个地区不在您的管辖范围内。', 'That area is not yours.'),
    text('请选择本辖区。', 'Choose an area of your own.'),
  );

/** Every number that the kind of record asks for, and no other; parts add up to their whole. */
function requireAmounts(project: Project, given: Readonly<Record<string, number>>): void {
  for (const key of Object.keys(given))
    if (!(key in project.items)) throw wrong(`amounts.${key}`, '没有这个项目。', 'There is no such item.');
  for (const key of Object.keys(project.items))
    if (given[key] === undefined) throw wrong(`amounts.${key}`, '没有填写。', 'It is missing.');
  const { sum } = project;
  if (!sum) return;
  const parts = sum.of.reduce((all, key) => all + (given[key] ?? 0), 0);
  if (parts !== given[sum.is])
    throw wrong(`amounts.${sum.is}`, '各部分之和与合计不符。', 'The parts do not add up to the whole.');
}

interface Asked {
  readonly project: Project;
  readonly personId?: string | undefined;
  readonly householdId?: string | undefined;
  readonly partOf?: string | undefined;
}

async function requireOwner({ tx }: TransactionContext, { project, personId, householdId, partOf }: Asked) {
  if (project.whose !== 'person' && personId !== undefined)
    throw wrong('personId', '这类记录不对应个人。', 'Such a record is of no person.');
  if (project.whose !== 'household' && householdId !== undefined)
    throw wrong('householdId', '这类记录不对应家庭。', 'Such a record is of no household.');
  if ((project.belongsTo === null) !== (partOf === undefined))
    throw wrong('partOf', '所属记录不符。', 'The record that it belongs to does not fit.');
  if (partOf === undefined) return;
  const whole = await tx
    .withTables<PaymentTables>()
    .selectFrom('benefits_records')
    .select('project')
    .where('record_id', '=', partOf)
    .where('voided_on', 'is', null)
    .executeTakeFirst();
  if (whole?.project !== project.belongsTo)
    throw wrong('partOf', '没有这条所属记录。', 'There is no such record.');
}

const unknownProject = () => wrong('project', '没有这类记录。', 'There is no such kind of record.');

/** Records what was given: an operation, a household that joined, a policy and its claims, money that was spent. */
export const recordProject = ({ casework, vault }: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/record-project',
    kind: 'command',
    summary: text(
      '登记实物服务、保险和帮扶项目',
      'Record what is given in kind, insured or done in projects',
    ),
    permission: 'benefits:write',
    auditDetail: ({ project, area }) => ({ project, area }),
    input: z.object({
      project: z.string().max(40),
      day: dateInput,
      area: areaInput,
      personId: z.uuid().optional(),
      householdId: z.uuid().optional(),
      /** The policy of a claim. */
      partOf: z.uuid().optional(),
      amounts,
      details: z
        .string()
        .trim()
        .min(1)
        .max(2000)
        .optional()
        .describe('insurer, number of the policy, place of the base'),
    }),
    output: z.object({ recordId: z.uuid() }),
    handle: async (context, { project: key, day, area, details, ...given }) => {
      const project = projectOf(key);
      if (!project) throw unknownProject();
      if (!areaContains(context.actor.area, area)) throw notYours();
      if (day > casework.today()) throw wrong('day', '这一天还没有到。', 'That day has not come yet.');
      requireAmounts(project, given.amounts);
      await requireOwner(context, { project, ...given });
      const recordId = context.newId();
      await context.tx
        .withTables<PaymentTables>()
        .insertInto('benefits_records')
        .values({
          record_id: recordId,
          project: key,
          day,
          area_code: area,
          person_id: given.personId ?? null,
          household_id: given.householdId ?? null,
          part_of: given.partOf ?? null,
          amounts: JSON.stringify(given.amounts),
          details: details === undefined ? null : vault.seal(`record ${recordId}`, details),
          recorded_at: context.now(),
          recorded_by: context.actor.name,
          voided_on: null,
          voided_by: null,
          area_scope: area,
        })
        .execute();
      return { recordId };
    },
  });

const notThere = () =>
  failure(
    'not_found',
    text('没有这条记录，或者已经作废。', 'There is no such record, or it is void.'),
    text('请核对。', 'Check it.'),
  );

/** What was recorded in error counts no more; it stays, with who said so. */
export const voidRecord = ({ casework }: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/void-record',
    kind: 'command',
    summary: text('作废一条记录', 'Make a record void'),
    permission: 'benefits:approve',
    auditDetail: ({ recordId, reason }) => ({ recordId, reason }),
    input: z.object({ recordId: z.uuid(), reason: z.string().trim().min(4).max(200) }),
    output: z.object({ recordId: z.uuid() }),
    handle: async (context, { recordId }) => {
      const done = await context.tx
        .withTables<PaymentTables>()
        .updateTable('benefits_records')
        .set({ voided_on: casework.today(), voided_by: context.actor.name })
        .where('record_id', '=', recordId)
        .where('voided_on', 'is', null)
        .executeTakeFirst();
      if (done.numUpdatedRows !== 1n) throw notThere();
      return { recordId };
    },
  });

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
      partOf: z.uuid().nullable(),
      amounts,
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
    handle: async ({ tx }, { project, year, area }) => {
      const range = area === undefined ? null : areaRange(area);
      const rows = await tx
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
      return {
        projects: declared,
        records: rows.map((row) => ({
          recordId: row.record_id,
          project: row.project,
          day: row.day,
          area: row.area_code,
          personId: row.person_id,
          householdId: row.household_id,
          partOf: row.part_of,
          amounts: { ...row.amounts },
          details: row.details === null ? null : vault.open(`record ${row.record_id}`, row.details),
          recordedBy: row.recorded_by,
          voided: row.voided_on !== null,
        })),
      };
    },
  });

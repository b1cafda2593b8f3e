import { z } from 'zod';
import { projectOf } from '../../../policy/programmes/index.ts';
import { areaContains, areaInput, dateInput, type Project, text } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';
import { ownerOf, wrongRecord as wrong } from '../record-owner.ts';

export const recordedAmounts = z.record(z.string().max(40), z.number().int().min(0));

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
      /** Of a household: the household itself, or somebody who belongs to it. */
      householdId: z.uuid().optional(),
      memberId: z.uuid().optional(),
      /** The policy of a claim. */
      partOf: z.uuid().optional(),
      amounts: recordedAmounts,
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
      const owner = await ownerOf(context, casework, { project, ...given });
      const recordId = context.newId();
      await context.tx
        .withTables<PaymentTables>()
        .insertInto('benefits_records')
        .values({
          record_id: recordId,
          project: key,
          day,
          area_code: area,
          ...owner,
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

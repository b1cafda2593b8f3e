import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, failure, type Sealed, type TransactionContext } from '../../platform/index.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';

const words = z.string().trim().min(1).max(5000);

const noNotice = () =>
  failure(
    'not_found',
    text('这件申请没有公示，或者不在您的管辖范围内。', 'No notice of such an application is in your area.'),
    text('请核对。', 'Check it.'),
  );

const noticeOf = ({ tx }: TransactionContext, caseId: string) =>
  tx
    .withTables<PaymentTables>()
    .selectFrom('benefits_notices')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirst();

/** Somebody objects to an application that was posted: what they say, without asking who they are. */
export const recordObjection = ({ casework, vault }: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/record-objection',
    kind: 'command',
    summary: text('登记公示异议', 'Record an objection'),
    permission: 'benefits:write',
    input: z.object({ caseId: z.uuid(), account: words }),
    output: z.object({ caseId: z.uuid(), objectionId: z.uuid() }),
    handle: async (context, { caseId, account }) => {
      const notice = await noticeOf(context, caseId);
      if (!notice) throw noNotice();
      const objectionId = context.newId();
      await context.tx
        .withTables<PaymentTables>()
        .insertInto('benefits_objections')
        .values({
          case_id: caseId,
          objection_id: objectionId,
          received_on: casework.today(),
          account: vault.seal(`objection ${objectionId}`, account),
          recorded_by: context.actor.name,
          finding: null,
          found_on: null,
          found_by: null,
          area_scope: notice.area_scope,
        })
        .execute();
      return { caseId, objectionId };
    },
  });

/** What was found when an objection was looked into: once, and it stands. */
export const answerObjection = ({ casework, vault }: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/answer-objection',
    kind: 'command',
    summary: text('登记异议核实情况', 'Record what was found about an objection'),
    permission: 'benefits:write',
    input: z.object({ caseId: z.uuid(), objectionId: z.uuid(), finding: words }),
    output: z.object({ caseId: z.uuid(), objectionId: z.uuid() }),
    handle: async (context, { caseId, objectionId, finding }) => {
      const written = await context.tx
        .withTables<PaymentTables>()
        .updateTable('benefits_objections')
        .set({
          finding: vault.seal(`finding ${objectionId}`, finding),
          found_on: casework.today(),
          found_by: context.actor.name,
        })
        .where('case_id', '=', caseId)
        .where('objection_id', '=', objectionId)
        .where('finding', 'is', null)
        .executeTakeFirst();
      if (written.numUpdatedRows !== 1n) throw noNotice();
      return { caseId, objectionId };
    },
  });

const output = z.object({
  notice: z
    .object({ postedOn: z.string(), runsUntil: z.string(), maskedName: z.string(), over: z.boolean() })
    .nullable(),
  objections: z.array(
    z.object({
      objectionId: z.uuid(),
      receivedOn: z.string(),
      account: z.string(),
      finding: z.string().nullable(),
    }),
  ),
});
export type NoticeOfCase = z.output<typeof output>;

const open = ({ vault }: PaymentDependencies, place: string, sealed: Sealed | null) =>
  sealed === null ? null : vault.open(place, sealed);

/** The notice of a case, with what was objected and found. */
export const readNotice = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/read-notice',
    kind: 'query',
    summary: text('查看一件申请的公示', 'Read the notice of an application'),
    permission: 'benefits:read',
    auditReads: true,
    input: z.object({ caseId: z.uuid() }),
    output,
    handle: async (context, { caseId }) => {
      const notice = await noticeOf(context, caseId);
      const rows = await context.tx
        .withTables<PaymentTables>()
        .selectFrom('benefits_objections')
        .selectAll()
        .where('case_id', '=', caseId)
        .orderBy('received_on')
        .orderBy('objection_id')
        .execute();
      return {
        notice: notice
          ? {
              postedOn: notice.posted_on,
              runsUntil: notice.runs_until,
              maskedName: notice.masked_name,
              over: dependencies.casework.today() > notice.runs_until,
            }
          : null,
        objections: rows.map((row) => ({
          objectionId: row.objection_id,
          receivedOn: row.received_on,
          account: open(dependencies, `objection ${row.objection_id}`, row.account) ?? '',
          finding: open(dependencies, `finding ${row.objection_id}`, row.finding),
        })),
      };
    },
  });

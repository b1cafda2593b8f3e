import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, type TransactionContext } from '../../platform/index.ts';
import {
  type Application,
  declaresOnForm,
  findSubject,
  openApplication,
  programmeAppliedFor,
  type Subject,
  unknownSubjects,
} from '../application.ts';
import { declaredConditions } from '../declarations.ts';
import type { PaymentDependencies } from '../payment-dependencies.ts';
import type { PaymentTables } from '../payment-tables.ts';
import { paymentsWide } from '../payments-wide.ts';

const output = z.object({
  caseId: z.uuid(),
  programme: z.string(),
  variant: z.string(),
  /** Whose entitlement it would be: the applicant, or the child that the form names. */
  subject: z.enum(['applicant', 'child']),
  personId: z.uuid().nullable(),
  applicantId: z.uuid().nullable(),
  /** Why there is no `personId`; `out-of-reach`: of another area, or a child whose file the reader may not see. */
  unknown: z.enum([...unknownSubjects, 'out-of-reach']).nullable(),
  /** Ids of the conditions that the applicant declared. */
  declared: z.array(z.string()),
});
export type ReadApplication = z.output<typeof output>;

/** What was declared: on the form until somebody takes the application in, by itself from then on. */
async function declaredOn(
  { tx }: TransactionContext,
  { casework }: PaymentDependencies,
  {
    application,
    programme,
  }: { application: Application; programme: Parameters<typeof declaredConditions>[0] },
): Promise<string[]> {
  const { case_id: caseId, area_scope: area, received_on: day } = application.opened.row;
  const moment = { day, knownAt: casework.today(), area };
  if (declaresOnForm(application) === true) return declaredConditions(programme, moment).map(({ id }) => id);
  const kept = await tx
    .withTables<PaymentTables>()
    .selectFrom('benefits_declarations')
    .select('condition_id')
    .where('case_id', '=', caseId)
    .where('programme', '=', programme.key)
    .orderBy('condition_id')
    .execute();
  return kept.map((one) => one.condition_id);
}

/** Nobody learns from a case of people whom they may not see. */
async function withinReach(
  context: TransactionContext,
  { casework }: PaymentDependencies,
  { applicantId, personId, unknown }: Subject,
) {
  const sees = async (id: string | null) => id !== null && (await casework.seesPerson(context, id));
  const applicant = (await sees(applicantId)) ? applicantId : null;
  if (personId !== null && !(await sees(personId)))
    return { applicantId: applicant, personId: null, unknown: 'out-of-reach' as const };
  return { applicantId: applicant, personId, unknown };
}

/** What an application is for, and for whom of the register: the one that its reasons are about. */
export const readApplication = (dependencies: PaymentDependencies) =>
  defineOperation({
    name: 'benefits/read-application',
    kind: 'query',
    summary: text('查看申请的项目和对象', 'Read what an application is for, and for whom'),
    permission: 'benefits:read',
    auditReads: true,
    input: z.object({ caseId: z.uuid() }),
    output,
    handle: async (context, { caseId }) => {
      const application = await openApplication(context, dependencies, { caseId });
      const { programme, variant } = programmeAppliedFor(dependencies, application);
      const subject = await paymentsWide(context, dependencies, () =>
        findSubject(context, dependencies, application),
      );
      return {
        caseId,
        programme: programme.key,
        variant,
        subject: application.rule.subject,
        ...(await withinReach(context, dependencies, subject)),
        declared: await declaredOn(context, dependencies, { application, programme }),
      };
    },
  });

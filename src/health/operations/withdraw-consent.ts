import { z } from 'zod';
import {
  asApplicant,
  asOfficer,
  type CaseActor,
  entitled,
  notReached,
  type OpenCase,
  openCase,
  reachByCode,
  takeAction,
} from '../../casework/index.ts';
import { availableActions, text } from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { cityWide } from '../city-wide.ts';
import type { HealthDependencies } from '../dependencies.ts';
import { openHealthCase, withdrawingActions } from '../health-case.ts';
import { type HealthTables, subjects } from '../tables.ts';
import { withdrawConsents } from '../withdraw-consents.ts';

const input = z.object({
  /** Staff name the case by its id, when somebody has said so on the phone or at the desk. */
  caseId: z.uuid().optional(),
  /** People name their own by number and code. */
  number: z.string().max(40).optional(),
  code: z.string().max(40).optional(),
  /** Staff may record it for one of two; by number and code all consents of the case end. */
  subject: z.enum(subjects).optional(),
});
type Input = z.output<typeof input>;

const output = z.object({
  caseId: z.uuid(),
  /** How many consents ended. */
  withdrawn: z.number().int(),
  open: z.boolean(),
});

const mayNot = () =>
  failure(
    'forbidden',
    text('没有登记撤回同意的权限。', 'You may not record this.'),
    text('本人可凭编号和查询码撤回。', 'People withdraw by number and code.'),
  );

interface Withdrawing {
  readonly opened: OpenCase;
  readonly acting: CaseActor;
}

/** A case whose last consent was withdrawn ends by its own action for it, where its workflow still has one. */
async function endCase(
  context: TransactionContext,
  { casework }: HealthDependencies,
  { opened, acting }: Withdrawing,
): Promise<boolean> {
  const { service, standing } = opened;
  const available = availableActions(service.workflow, standing, acting);
  const action = withdrawingActions.find((one) => available.includes(one));
  if (!action) return standing.step !== null;
  const acted = await takeAction(
    { context, dependencies: casework, opened },
    { action, answers: {}, acting },
  );
  return acted.standing.step !== null;
}

const anyStands = async ({ tx }: TransactionContext, caseId: string) =>
  (await tx
    .withTables<HealthTables>()
    .selectFrom('health_standing_consents')
    .select('consent_id')
    .where('case_id', '=', caseId)
    .limit(1)
    .executeTakeFirst()) !== undefined;

async function withdraw(
  context: TransactionContext,
  dependencies: HealthDependencies,
  { opened, acting, subject }: Withdrawing & Pick<Input, 'subject'>,
) {
  const caseId = opened.row.case_id;
  const withdrawn = await withdrawConsents(context, { caseId, subject });
  const open = (await anyStands(context, caseId))
    ? opened.standing.step !== null
    : await endCase(context, dependencies, { opened, acting });
  return { caseId, withdrawn, open };
}

async function asStaff(context: TransactionContext, dependencies: HealthDependencies, given: Input) {
  if (!context.actor.permissions.has('health:write')) throw mayNot();
  const opened = await openHealthCase(context, dependencies, {
    caseId: given.caseId ?? '',
    lock: true,
  });
  return cityWide(context, dependencies, () =>
    withdraw(context, dependencies, { opened, acting: asOfficer(context), subject: given.subject }),
  );
}

async function forApplicant(context: TransactionContext, dependencies: HealthDependencies, given: Input) {
  const { casework } = dependencies;
  const { number = '', code = '' } = given;
  const reached = await reachByCode(context, casework, { number, code });
  if (reached?.compartment !== 'health') throw notReached();
  return cityWide(context, dependencies, async () => {
    const opened = await openCase(context, casework, {
      caseId: reached.caseId,
      lock: true,
      reader: entitled,
    });
    return withdraw(context, dependencies, { opened, acting: asApplicant, subject: undefined });
  });
}

/** Takes a consent back. Nothing is asked, nothing else depends on it; what was recorded is read by nobody any more. */
export const withdrawConsent = (dependencies: HealthDependencies) =>
  defineOperation({
    name: 'health/withdraw-consent',
    kind: 'command',
    summary: text('撤回同意', 'Withdraw consent to a health service'),
    permission: 'public',
    input,
    output,
    handle: (context, given) =>
      given.caseId === undefined
        ? forApplicant(context, dependencies, given)
        : asStaff(context, dependencies, given),
  });

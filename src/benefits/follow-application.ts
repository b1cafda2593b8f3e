import type { Route } from '../../policy/payment/index.ts';
import { type AskedOfCase, entitled, type TakenOnCase } from '../casework/index.ts';
import type { AreaCode, CalendarDate, Programme } from '../language/index.ts';
import { rescope, type TransactionContext } from '../platform/index.ts';
import {
  type Application,
  applicantOf,
  applicationRule,
  declaresOnForm,
  findSubject,
  openApplication,
  programmeAppliedFor,
} from './application.ts';
import { beginEntitlement, notRegistered, type PaidTo } from './begin-entitlement.ts';
import { keepShortly, moveDeclarations } from './declarations.ts';
import { monthOf } from './entitlement-months.ts';
import { requireNoticeOver, takeDown } from './notices.ts';
import type { PaymentDependencies } from './payment-dependencies.ts';
import type { PaymentTables } from './payment-tables.ts';
import { enterBenefits } from './payments-wide.ts';

/** Within the casework of benefits, for the whole city and with the files of children, and back to where it was. */
async function within<T>(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  work: () => Promise<T>,
): Promise<T> {
  await enterBenefits(context, dependencies);
  const done = await work();
  await rescope(context.tx, {
    actor: context.actor.accountId,
    area: dependencies.casework.city,
    purpose: 'benefits',
  });
  return done;
}

async function subjectOf(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  application: Application,
): Promise<string> {
  const { personId } = await findSubject(context, dependencies, application);
  if (personId === null) throw notRegistered();
  return personId;
}

function accountOf({ answers }: Application): PaidTo {
  const holder = answers['accountHolder'] === 'child' ? answers['childName'] : answers['name'];
  return {
    route: (answers['accountRoute'] ?? 'bank-account') as Route,
    number: String(answers['account']).replace(/\s/g, ''),
    holder: String(holder),
  };
}

async function moveStatement(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  { application, personId, programme }: { application: Application; personId: string; programme: Programme },
): Promise<void> {
  const { rule, opened } = application;
  const isDeclared = declaresOnForm(application);
  if (rule.declares === null || isDeclared === null) return;
  const { question } = rule.declares;
  await moveDeclarations(context, dependencies, { opened, personId, programme, question, isDeclared });
}

/** What is declared leaves the form as soon as somebody takes the application in, if the register knows who it is. */
async function accepted(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  application: Application,
) {
  const personId = await applicantOf(context, dependencies, application);
  if (personId === null) return;
  const { programme } = programmeAppliedFor(dependencies, application);
  await moveStatement(context, dependencies, { application, personId, programme });
}

const confirmedMonth = ({ opened }: Application): CalendarDate => {
  const confirming = opened.actions.findLast(({ action }) => action === 'confirm');
  return monthOf(String(confirming?.answers['fromMonth']) as CalendarDate);
};

async function confirmed(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  application: Application,
) {
  const { case_id: caseId } = application.opened.row;
  await takeDown(context, dependencies, caseId);
  const there = await context.tx
    .withTables<PaymentTables>()
    .selectFrom('benefits_entitlements')
    .select('entitlement_id')
    .where('case_id', '=', caseId)
    .where('step', '<>', 'proposed')
    .executeTakeFirst();
  if (there) return;
  const { programme, variant } = programmeAppliedFor(dependencies, application);
  if (programme.award.kind !== 'money') return;
  const personId = await subjectOf(context, dependencies, application);
  await moveStatement(context, dependencies, { application, personId, programme });
  await beginEntitlement(context, dependencies, {
    personId,
    programme,
    variant,
    fromMonth: confirmedMonth(application),
    caseId,
    account: accountOf(application),
  });
}

/** The declarations of a case go with it to the unit that has it now. */
async function follow({ tx }: TransactionContext, { caseId, area }: { caseId: string; area: AreaCode }) {
  const db = tx.withTables<PaymentTables>();
  for (const table of ['benefits_declarations', 'benefits_notices', 'benefits_objections'] as const)
    await db.updateTable(table).set({ area_scope: area }).where('case_id', '=', caseId).execute();
}

const CLOSING: readonly string[] = ['not-confirm', 'withdraw', 'merge'];

/** What an action on an application does to entitlements: confirmed, it begins. */
export const followApplication =
  (dependencies: () => PaymentDependencies) =>
  async (context: TransactionContext, { caseId, service, action, area }: TakenOnCase): Promise<void> => {
    if (!applicationRule(service)) return;
    const given = dependencies();
    await within(context, given, async () => {
      await follow(context, { caseId, area });
      if (action !== 'accept' && action !== 'confirm' && !CLOSING.includes(action)) return;
      const application = await openApplication(context, given, { caseId, reader: entitled });
      if (action === 'accept') await accepted(context, given, application);
      else if (action === 'confirm') await confirmed(context, given, application);
      else {
        await takeDown(context, given, caseId);
        await keepShortly(context, given, caseId);
      }
    });
  };

/** What must have happened before an action: the notice has run, where there is one. */
export const beforeApplication =
  (dependencies: () => PaymentDependencies) =>
  async (context: TransactionContext, { caseId, service, action }: AskedOfCase): Promise<void> => {
    if (action !== 'record-deliberation' || applicationRule(service)?.posted !== true) return;
    await requireNoticeOver(context, dependencies(), { caseId, level: 'village' });
  };

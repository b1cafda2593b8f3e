import {
  appliedFor,
  type BenefitApplication,
  benefitApplications,
  type Route,
} from '../../policy/payment/index.ts';
import {
  type AskedOfCase,
  answersOf,
  entitled,
  type OpenCase,
  openCase,
  type TakenOnCase,
} from '../casework/index.ts';
import { type AreaCode, type CalendarDate, type Programme, text } from '../language/index.ts';
import { failure, rescope, type TransactionContext } from '../platform/index.ts';
import type { RegisterTables } from '../register/index.ts';
import { beginEntitlement, notRegistered, type PaidTo } from './begin-entitlement.ts';
import { keepShortly, moveDeclarations } from './declarations.ts';
import { monthOf } from './entitlement-months.ts';
import { requireNoticeOver, takeDown } from './notices.ts';
import type { PaymentDependencies } from './payment-dependencies.ts';
import type { PaymentTables } from './payment-tables.ts';
import { enterBenefits } from './payments-wide.ts';

type Given = Readonly<Record<string, unknown>>;

interface Application {
  readonly rule: BenefitApplication;
  readonly opened: OpenCase;
  readonly answers: Given;
}

const ruleOf = (service: string) => benefitApplications.find((one) => one.service === service);

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

async function openApplication(
  context: TransactionContext,
  { casework }: PaymentDependencies,
  { rule, caseId }: { readonly rule: BenefitApplication; readonly caseId: string },
): Promise<Application> {
  const opened = await openCase(context, casework, { caseId, lock: false, reader: entitled });
  return { rule, opened, answers: answersOf(casework, opened) };
}

const applicantOf = async (
  context: TransactionContext,
  { casework }: PaymentDependencies,
  { opened, answers }: Application,
): Promise<string | null> =>
  opened.row.person_id ??
  (typeof answers['idNumber'] === 'string' ? casework.personOf(context, answers['idNumber']) : null);

/** The child that the form names, among those of whoever applies. */
async function childOf(
  { tx }: TransactionContext,
  guardian: string,
  { answers }: Application,
): Promise<string | null> {
  const row = await tx
    .withTables<RegisterTables>()
    .selectFrom('register_persons')
    .select('person_id')
    .where('birth_date', '=', String(answers['birthDate']) as CalendarDate)
    .where('name', '=', String(answers['childName']))
    .where('merged_into', 'is', null)
    .where((where) =>
      where.or([
        where('mother_id', '=', guardian),
        where('father_id', '=', guardian),
        where('guardian_id', '=', guardian),
      ]),
    )
    .executeTakeFirst();
  return row?.person_id ?? null;
}

async function subjectOf(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  application: Application,
): Promise<string> {
  const applicant = await applicantOf(context, dependencies, application);
  const subject =
    applicant !== null && application.rule.subject === 'child'
      ? await childOf(context, applicant, application)
      : applicant;
  if (subject === null) throw notRegistered();
  return subject;
}

const saysNothing = () =>
  failure(
    'conflict',
    text('申请的类别没有对应的项目。', 'No programme belongs to what was applied for.'),
    text('请与申请人核对后补充。', 'Ask the applicant and have it supplied.'),
  );

function programmeOf({ programmes }: PaymentDependencies, { rule, answers }: Application) {
  const asked = appliedFor(rule, answers);
  const programme = programmes.find(({ key }) => key === asked?.programme);
  if (!asked || !programme) throw saysNothing();
  return { programme, variant: asked.variant };
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
  const { rule, opened, answers } = application;
  if (rule.declares === null || !(rule.declares.question in answers)) return;
  await moveDeclarations(context, dependencies, {
    opened,
    personId,
    programme,
    question: rule.declares.question,
    isDeclared: answers[rule.declares.question] === rule.declares.answer,
  });
}

/** What is declared leaves the form as soon as somebody takes the application in, if the register knows who it is. */
async function accepted(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  application: Application,
) {
  const personId = await applicantOf(context, dependencies, application);
  if (personId === null) return;
  const { programme } = programmeOf(dependencies, application);
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
  const { programme, variant } = programmeOf(dependencies, application);
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
    const rule = ruleOf(service);
    if (!rule) return;
    const given = dependencies();
    await within(context, given, async () => {
      await follow(context, { caseId, area });
      if (action !== 'accept' && action !== 'confirm' && !CLOSING.includes(action)) return;
      const application = await openApplication(context, given, { rule, caseId });
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
    if (action !== 'record-deliberation' || ruleOf(service)?.posted !== true) return;
    await requireNoticeOver(context, dependencies(), { caseId, level: 'village' });
  };

import { appliedFor, type BenefitApplication, benefitApplications } from '../../policy/payment/index.ts';
import { answersOf, type OpenCase, openCase } from '../casework/index.ts';
import { type CalendarDate, type Programme, text } from '../language/index.ts';
import { failure, type TransactionContext } from '../platform/index.ts';
import type { RegisterTables } from '../register/index.ts';
import { whereaboutsOf } from './begin-entitlement.ts';
import type { PaymentDependencies } from './payment-dependencies.ts';

type Given = Readonly<Record<string, unknown>>;

/** A case by which somebody applies for a benefit, with what was answered on its form. */
export interface Application {
  readonly rule: BenefitApplication;
  readonly opened: OpenCase;
  readonly answers: Given;
}

export const applicationRule = (service: string): BenefitApplication | undefined =>
  benefitApplications.find((one) => one.service === service);

interface Opening {
  readonly caseId: string;
  /** Left out: whoever asks, who sees what they may. */
  readonly reader?: NonNullable<Parameters<typeof openCase>[2]['reader']>;
}

/** Reads an application that the open transaction may see; `not_found` also for a case of another kind. */
export async function openApplication(
  context: TransactionContext,
  { casework }: PaymentDependencies,
  opening: Opening,
): Promise<Application> {
  const opened = await openCase(context, casework, { ...opening, lock: false });
  const rule = applicationRule(opened.row.service);
  if (!rule) throw noApplication();
  return { rule, opened, answers: answersOf(casework, opened) };
}

const noApplication = () =>
  failure(
    'not_found',
    text('这件事项不是待遇申请。', 'This case is no application for a benefit.'),
    text('请核对编号。', 'Check the number.'),
  );

export const applicantOf = async (
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

/** Whether the register has a place of the city for somebody; of the dead it has none, and that is told elsewhere. */
async function belongsHere(context: TransactionContext, personId: string): Promise<boolean> {
  const where = await whereaboutsOf(context, personId);
  return where !== null && (where.died || where.place !== null);
}

/** Why nobody of the register is the one whom an application is for. */
export const unknownSubjects = ['applicant-unknown', 'child-unknown', 'not-registered'] as const;

export interface Subject {
  readonly applicantId: string | null;
  /** Whose entitlement it would be. */
  readonly personId: string | null;
  /** Null where it is known. */
  readonly unknown: (typeof unknownSubjects)[number] | null;
}

/** Whom of the register an application is for; anywhere in the city, so the caller's scope must reach that far. */
export async function findSubject(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  application: Application,
): Promise<Subject> {
  const applicantId = await applicantOf(context, dependencies, application);
  const nobody = (unknown: Subject['unknown']): Subject => ({ applicantId, personId: null, unknown });
  if (applicantId === null) return nobody('applicant-unknown');
  const isForChild = application.rule.subject === 'child';
  const personId = isForChild ? await childOf(context, applicantId, application) : applicantId;
  if (personId === null) return nobody('child-unknown');
  if (!(await belongsHere(context, personId))) return nobody('not-registered');
  return { applicantId, personId, unknown: null };
}

const saysNothing = () =>
  failure(
    'conflict',
    text('申请的类别没有对应的项目。', 'No programme belongs to what was applied for.'),
    text('请与申请人核对后补充。', 'Ask the applicant and have it supplied.'),
  );

/** What is applied for; refused where the answers name nothing that is given. */
export function programmeAppliedFor(
  { programmes }: PaymentDependencies,
  { rule, answers }: Application,
): { readonly programme: Programme; readonly variant: string } {
  const asked = appliedFor(rule, answers);
  const programme = programmes.find(({ key }) => key === asked?.programme);
  if (!asked || !programme) throw saysNothing();
  return { programme, variant: asked.variant };
}

/** Whether the form still holds a statement, and whether it declares what only the applicant can tell; null: no longer. */
export function declaresOnForm({ rule, answers }: Application): boolean | null {
  if (rule.declares === null || !(rule.declares.question in answers)) return null;
  return answers[rule.declares.question] === rule.declares.answer;
}

import { type OpenCase, openCase, unknownCase } from '../casework/index.ts';
import { type Text, text } from '../language/index.ts';
import { failure, type TransactionContext } from '../platform/index.ts';
import type { HealthDependencies } from './dependencies.ts';
import type { HealthTables, Subject } from './tables.ts';

/** Actions on a case by which somebody takes the consent back, wherever it is done. */
export const withdrawingActions: readonly string[] = ['withdraw-consent', 'withdraw'];

export const subjectLabels: Readonly<Record<Subject, Text>> = {
  woman: text('女方', 'the woman'),
  man: text('男方', 'the man'),
  child: text('孩子', 'the child'),
};

const noConsent = (subject: Subject) =>
  failure(
    'forbidden',
    text(
      `没有${subjectLabels[subject].zh}的有效同意记录。`,
      `No consent of ${subjectLabels[subject].en} stands.`,
    ),
    text(
      '先说明服务内容并取得同意；本人不同意或者已撤回的，不提供服务、不查看记录。',
      'Explain and ask first; without consent, or once it is withdrawn, nothing is done and nothing is read.',
    ),
  );

interface Opening {
  readonly caseId: string;
  /** Locked when something is to be written: nobody withdraws or moves it meanwhile. */
  readonly lock: boolean;
}

/** A case of the health compartment that the caller sees; others are not there. */
export async function openHealthCase(
  context: TransactionContext,
  { casework }: HealthDependencies,
  opening: Opening,
): Promise<OpenCase> {
  const opened = await openCase(context, casework, opening);
  if (opened.row.compartment !== 'health') throw unknownCase();
  return opened;
}

export interface Consented {
  readonly opened: OpenCase;
  readonly consentId: string;
  readonly subject: Subject;
}

export interface OfWhom {
  readonly caseId: string;
  readonly subject: Subject;
}

/**
 * The case with the consent on which everything about this person leans, or `forbidden`. Whoever writes locks the case
 * first, so that a withdrawal at the same moment comes before or after, never in between.
 */
export async function requireConsent(
  context: TransactionContext,
  dependencies: HealthDependencies,
  { caseId, subject, lock }: OfWhom & Opening,
): Promise<Consented> {
  const opened = await openHealthCase(context, dependencies, { caseId, lock });
  const standing = await context.tx
    .withTables<HealthTables>()
    .selectFrom('health_standing_consents')
    .select('consent_id')
    .where('case_id', '=', caseId)
    .where('subject', '=', subject)
    .executeTakeFirst();
  const isWithdrawn = opened.actions.some(({ action }) => withdrawingActions.includes(action));
  if (!standing || isWithdrawn) throw noConsent(subject);
  return { opened, consentId: standing.consent_id, subject };
}

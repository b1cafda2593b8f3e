import { sql } from 'kysely';
import { forgetAnswer, type OpenCase } from '../casework/index.ts';
import { type CalendarDate, type DeclaredCondition, inForceAt, type Programme } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { PaymentDependencies } from './payment-dependencies.ts';
import type { PaymentTables } from './payment-tables.ts';

/** An application that came to nothing is over after a year; of one that was granted the rule says how long it is kept. */
const REFUSED_YEARS = 1;

/** What only the applicant can say of a programme, as the rules ask for it on a day in a place. */
export function declaredConditions(
  { conditions }: Programme,
  moment: Parameters<typeof inForceAt>[1],
): readonly DeclaredCondition[] {
  const declared = conditions.filter((one) => one.kind === 'declared');
  const ids = [...new Set(declared.map(({ id }) => id))];
  return ids.flatMap((id) =>
    inForceAt(
      declared.filter((one) => one.id === id),
      moment,
    ).slice(0, 1),
  );
}

interface Declaring {
  readonly opened: OpenCase;
  readonly personId: string;
  readonly programme: Programme;
  readonly question: string;
  readonly isDeclared: boolean;
}

/**
 * What was declared leaves the form and stands by itself, with the words that were declared. What was not declared
 * leaves it too: nobody is to read anything from a silence.
 */
export async function moveDeclarations(
  context: TransactionContext,
  { casework }: PaymentDependencies,
  { opened, personId, programme, question, isDeclared }: Declaring,
): Promise<void> {
  const { case_id: caseId, area_scope: area, received_on: day } = opened.row;
  const conditions = isDeclared
    ? declaredConditions(programme, { day, knownAt: casework.today(), area })
    : [];
  for (const { id, declaration, keptYears } of conditions)
    await context.tx
      .withTables<PaymentTables>()
      .insertInto('benefits_declarations')
      .values({
        person_id: personId,
        case_id: caseId,
        condition_id: id,
        programme: programme.key,
        words_zh: declaration.zh,
        words_en: declaration.en,
        declared_on: day,
        kept_years: keptYears,
        kept_until: null,
        area_scope: area,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await forgetAnswer(context, { caseId, key: question });
}

/** An application was refused or withdrawn: what was declared on it is kept for a year, and no longer. */
export async function keepShortly(
  { tx }: TransactionContext,
  { casework }: PaymentDependencies,
  caseId: string,
): Promise<void> {
  await tx
    .withTables<PaymentTables>()
    .updateTable('benefits_declarations')
    .set({
      kept_until: sql<CalendarDate>`(${casework.today()}::date + make_interval(years => ${REFUSED_YEARS}))::date`,
    })
    .where('case_id', '=', caseId)
    .where('kept_until', 'is', null)
    .execute();
}

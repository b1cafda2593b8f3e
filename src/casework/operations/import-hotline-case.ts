import { z } from 'zod';
import { areaInput, receivedOn, text } from '../../language/index.ts';
import { defineOperation, type TransactionContext } from '../../platform/index.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import { fileCase } from '../file-case.ts';
import { offeredService } from '../find-service.ts';
import { inCompartment } from '../in-compartment.ts';
import { requireAnswers } from '../read-answers.ts';
import type { CaseworkTables } from '../tables.ts';

/** The kinds of the 12345 platform, as services here. */
const serviceOf = {
  consult: 'enquiry',
  help: 'suggestion',
  suggestion: 'suggestion',
  complaint: 'complaint',
  report: 'complaint',
} as const;

const input = z.object({
  /** The number that the 12345 platform gave it: the same one sent twice opens one case. */
  externalNumber: z.string().trim().min(4).max(60),
  kind: z.enum(['consult', 'help', 'suggestion', 'complaint', 'report']),
  matter: z.string().trim().min(1).max(5000),
  subject: z.string().max(60).default('other'),
  township: areaInput,
  name: z.string().max(50).optional(),
  phone: z.string().max(30).optional(),
  /** When the platform took it in. */
  receivedAt: z.iso.datetime({ offset: true }),
});

const output = z.object({ caseId: z.uuid(), number: z.string(), known: z.boolean() });

/** A number of the other platform is taken once, in the directory of our own; null when it was taken before. */
async function claimExternal(
  context: TransactionContext,
  { vault }: CaseworkDependencies,
  externalNumber: string,
): Promise<string | null> {
  const caseId = context.newId();
  const claimed = await context.tx
    .withTables<CaseworkTables>()
    .insertInto('casework_numbers')
    .values({
      number_digest: vault.numberDigest(`12345 ${externalNumber}`),
      case_id: caseId,
      compartment: 'casework',
      phone_digest: null,
      wrong_guesses: 0,
      closed_until: null,
    })
    .onConflict((conflict) => conflict.column('number_digest').doNothing())
    .executeTakeFirst();
  return claimed.numInsertedOrUpdatedRows === 1n ? caseId : null;
}

async function knownCase(context: TransactionContext, externalNumber: string) {
  const known = await context.tx
    .withTables<CaseworkTables>()
    .selectFrom('casework_cases')
    .select(['case_id', 'number'])
    .where('external_number', '=', externalNumber)
    .executeTakeFirstOrThrow();
  return { caseId: known.case_id, number: known.number, known: true };
}

/** Takes in what the city's 12345 line passes on: the webhook that its platform calls. */
export const importHotlineCase = (dependencies: CaseworkDependencies) =>
  defineOperation({
    name: 'casework/import-hotline-case',
    kind: 'command',
    summary: text('接收 12345 转来的事项', 'Take in a case from the 12345 line'),
    permission: 'casework:import',
    input,
    output,
    handle: (context, given) =>
      inCompartment(context, { ...dependencies, compartment: 'casework' }, async () => {
        const caseId = await claimExternal(context, dependencies, given.externalNumber);
        if (caseId === null) return knownCase(context, given.externalNumber);
        const service = offeredService(dependencies, serviceOf[given.kind], dependencies.today());
        const { matter, subject, township, name, phone } = given;
        const filed = await fileCase(context, dependencies, {
          service,
          answers: requireAnswers(service, { matter, subject, township, name, phone }),
          channel: 'hotline-12345',
          filedBy: context.actor.name,
          receivedOn: receivedOn(new Date(given.receivedAt)),
          unit: dependencies.city,
          external: { caseId, number: given.externalNumber },
        });
        return { caseId: filed.caseId, number: filed.number, known: false };
      }),
  });

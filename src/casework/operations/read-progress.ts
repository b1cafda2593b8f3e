import { z } from 'zod';
import { availableActions, describedField, describeField, text, textPair } from '../../language/index.ts';
import { defineProcess, type TransactionContext } from '../../platform/index.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import { heldCertificate, heldCertificateOutput } from '../held-certificate.ts';
import { inCompartment } from '../in-compartment.ts';
import { linkedCases } from '../linked-cases.ts';
import { asApplicant, entitled, labelOf, openCase, placeOf } from '../open-case.ts';
import { type Reached, reachBySecret } from '../reach-case.ts';
import { showToApplicant } from '../show-case.ts';
import type { CaseworkTables } from '../tables.ts';

const output = z.object({
  number: z.string(),
  service: z.string(),
  title: textPair,
  /** The step or the outcome. */
  state: z.object({ key: z.string(), label: textPair, says: textPair }),
  open: z.boolean(),
  /** The step it stands in, among all of them: for a line of progress. */
  steps: z.array(z.object({ key: z.string(), label: textPair, current: z.boolean() })),
  receivedOn: z.string(),
  replyDue: z.string().nullable(),
  closeDue: z.string().nullable(),
  repliedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  /** Whether the clock stands, waiting for the applicant. */
  paused: z.boolean(),
  late: z.boolean(),
  story: z.array(
    z.object({
      at: z.string(),
      label: textPair,
      said: z.array(z.object({ label: textPair, answer: z.string(), choice: textPair.nullable() })),
    }),
  ),
  /** What the applicant can do now. */
  actions: z.array(z.object({ key: z.string(), label: textPair, fields: z.array(describedField) })),
  mayRate: z.boolean(),
  rated: z.boolean(),
  certificate: heldCertificateOutput.nullable(),
  linked: z.array(z.object({ number: z.string(), title: textPair, state: textPair, open: z.boolean() })),
});
export type CaseProgress = z.output<typeof output>;

async function linkedStates(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  bundle: Parameters<typeof linkedCases>[2],
) {
  const rows = await linkedCases(context, dependencies, bundle);
  return rows.flatMap((row) => {
    const service = dependencies.services.find((one) => one.key === row.service);
    const state = service && labelOf(service, row.step ?? row.outcome ?? '')?.label;
    return service && state
      ? [{ number: row.number, title: service.title, state, open: row.queue !== null }]
      : [];
  });
}

async function progressOf(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  reached: Reached,
): Promise<z.input<typeof output>> {
  const { caseId } = reached;
  const opened = await openCase(context, dependencies, { caseId, lock: false, reader: entitled });
  const { row, service, standing, actions } = opened;
  const { workflow } = service;
  const db = context.tx.withTables<CaseworkTables>();
  const rating = await db
    .selectFrom('casework_ratings')
    .select('case_id')
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  const certificate = await db
    .selectFrom('casework_certificates')
    .select(['certificate_number', 'issued_on'])
    .where('case_id', '=', caseId)
    .where('revoked_on', 'is', null)
    .executeTakeFirst();
  const key = placeOf(standing);
  const state = labelOf(service, key) ?? { label: service.title, says: service.summary };
  const isOpen = standing.step !== null;
  return {
    number: row.number,
    service: service.key,
    title: service.title,
    state: { key, label: state.label, says: state.says },
    open: isOpen,
    steps: Object.entries(workflow.steps).map(([step, { label }]) => ({
      key: step,
      label,
      current: step === standing.step,
    })),
    receivedOn: row.received_on,
    replyDue: row.reply_due,
    closeDue: row.close_due,
    repliedOn: row.replied_on,
    closedOn: row.closed_on,
    paused: isOpen && workflow.steps[key]?.clock === 'stands',
    late: row.close_late && isOpen,
    story: actions.flatMap((one) => {
      const shown = showToApplicant({ service, vault: dependencies.vault }, one);
      return shown
        ? [
            {
              at: shown.at,
              label: shown.label,
              said: shown.said.map(({ label, answer, choice }) => ({ label, answer, choice })),
            },
          ]
        : [];
    }),
    actions: availableActions(workflow, standing, asApplicant).map((action) => {
      const rule = workflow.actions[action];
      return {
        key: action,
        label: rule?.label ?? service.title,
        fields: Object.entries(rule?.fields ?? {}).map(([name, field]) => describeField(name, field)),
      };
    }),
    mayRate: service.rated && !isOpen && !rating,
    rated: rating !== undefined,
    certificate: heldCertificate(dependencies, opened, certificate),
    linked: await linkedStates(context, dependencies, { ...reached, service }),
  };
}

/** What became of a case, for whoever has its number and the code of the receipt, or the phone that was left. */
export const readProgress = (dependencies: CaseworkDependencies) =>
  defineProcess({
    name: 'casework/read-progress',
    kind: 'process',
    summary: text('查询办理进度', 'Read the progress of a case'),
    permission: 'public',
    input: z.object({ number: z.string().max(40), secret: z.string().max(40) }),
    output,
    handle: async (context, given) => {
      const reached = await reachBySecret(context, dependencies, given);
      return context.transaction((within) =>
        inCompartment(within, { ...dependencies, compartment: reached.compartment }, () =>
          progressOf(within, dependencies, reached),
        ),
      );
    },
  });

import { z } from 'zod';
import {
  type CalendarDate,
  channels,
  dateInput,
  type Service,
  text,
  textPair,
} from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { sendOutBundle } from '../bundles.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import { noDraft, openDraft, settleDraft } from '../drafts.ts';
import { type Filing, fileCase as file } from '../file-case.ts';
import { offeredService, serviceOfCase } from '../find-service.ts';
import { inCompartment } from '../in-compartment.ts';
import { linkedCases } from '../linked-cases.ts';
import { type Answers, requireAnswers } from '../read-answers.ts';
import type { CaseworkTables } from '../tables.ts';

const input = z.object({
  /** A form that was filled in before; otherwise service and answers. */
  draft: z.string().max(40).optional(),
  service: z.string().max(60).optional(),
  answers: z.record(z.string().max(60), z.unknown()).default({}),
  /** How it came in, when an officer files for somebody. */
  channel: z.enum(channels).optional(),
  /** The day on which it came in by letter or visit; today. */
  receivedOn: dateInput.optional(),
});
type Input = z.output<typeof input>;

export const receiptOutput = z.object({
  caseId: z.uuid(),
  number: z.string(),
  /** The second factor beside the number. */
  code: z.string(),
  service: z.string(),
  title: textPair,
  receivedOn: z.string(),
  /** Null where none is due, or beyond the years whose holidays are announced. */
  replyDue: z.string().nullable(),
  closeDue: z.string().nullable(),
  next: z.object({ label: textPair, says: textPair }),
  /** Cases that were opened together with it. */
  linked: z.array(z.object({ number: z.string(), code: z.string(), service: z.string(), title: textPair })),
});
export type Receipt = z.output<typeof receiptOutput>;

const officersOnly = () =>
  failure(
    'forbidden',
    text('这项由工作人员提交。', 'This is filed by officers.'),
    text('请登录工作台。', 'Sign in to the console.'),
  );

const inFuture = () =>
  failure(
    'conflict',
    text('收到日期在今天之后。', 'The day of receipt lies in the future.'),
    text('请核对日期。', 'Check the date.'),
  );

const isStaff = ({ actor }: TransactionContext) => actor.permissions.has('casework:handle');

/** What is filed, by whom and how. */
function filingOf(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  given: { readonly service: Service; readonly raw: Answers; readonly input: Input },
): Filing {
  const { service, raw } = given;
  const staff = isStaff(context);
  if (service.filedBy === 'officer' && !staff) throw officersOnly();
  const today = dependencies.today();
  const receivedOn: CalendarDate = (staff ? given.input.receivedOn : undefined) ?? today;
  if (receivedOn > today) throw inFuture();
  const byOfficer = service.filedBy === 'officer' ? 'official' : (given.input.channel ?? 'window');
  return {
    service,
    answers: requireAnswers(service, raw),
    channel: staff ? byOfficer : 'portal',
    filedBy: staff ? context.actor.name : 'applicant',
    receivedOn,
    unit: staff ? context.actor.area : dependencies.city,
  };
}

/** The receipt of a case, made anew from what is recorded. */
async function receiptOf(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  number: string,
): Promise<z.input<typeof receiptOutput>> {
  const { vault } = dependencies;
  const rows = context.tx.withTables<CaseworkTables>().selectFrom('casework_cases').selectAll();
  const row = await rows.where('number', '=', number).executeTakeFirst();
  if (!row) throw noDraft();
  const service = serviceOfCase(dependencies, row);
  const first = service.workflow.steps[service.workflow.first];
  const linked = await linkedCases(context, dependencies, {
    caseId: row.case_id,
    compartment: row.compartment,
    service,
  });
  return {
    caseId: row.case_id,
    number: row.number,
    code: vault.queryCode(row.case_id),
    service: service.key,
    title: service.title,
    receivedOn: row.received_on,
    replyDue: row.reply_due,
    closeDue: row.close_due,
    next: { label: first?.label ?? service.title, says: first?.says ?? service.summary },
    linked: linked.map((one) => ({
      number: one.number,
      code: vault.queryCode(one.case_id),
      service: one.service,
      title: serviceOfCase(dependencies, one).title,
    })),
  };
}

/** Files what was filled in: exactly once for one draft, however often it is sent. */
export const fileCase = (dependencies: CaseworkDependencies) =>
  defineOperation({
    name: 'casework/file-case',
    kind: 'command',
    summary: text('提交事项', 'File a case'),
    permission: 'public',
    input,
    output: receiptOutput,
    handle: async (context, given) => {
      const draft = given.draft === undefined ? null : await openDraft(context, dependencies, given.draft);
      const service = offeredService(
        dependencies,
        draft?.service ?? given.service ?? '',
        dependencies.today(),
      );
      return inCompartment(context, { ...dependencies, compartment: service.compartment }, async () => {
        if (draft?.filedAs) return receiptOf(context, dependencies, draft.filedAs);
        const filing = filingOf(context, dependencies, {
          service,
          raw: draft?.answers ?? given.answers,
          input: given,
        });
        const { number, caseId } = await file(context, dependencies, filing);
        await sendOutBundle(context, dependencies, { caseId, service: service.key });
        if (draft) await settleDraft(context, dependencies, { token: draft.token, number });
        return receiptOf(context, dependencies, number);
      });
    },
  });

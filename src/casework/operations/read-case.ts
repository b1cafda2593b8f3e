import { z } from 'zod';
import {
  availableActions,
  describedField,
  describeField,
  isAsked,
  refuses,
  text,
  textPair,
} from '../../language/index.ts';
import { defineOperation, type TransactionContext } from '../../platform/index.ts';
import { caseHead, headOf } from '../case-row.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import { serviceOfCase } from '../find-service.ts';
import { maskAnswer, openAnswers } from '../keep-answers.ts';
import { asOfficer, type CaseActor, labelOf, type OpenCase, openCase, placeOf } from '../open-case.ts';
import { showAction } from '../show-case.ts';
import type { CaseworkTables } from '../tables.ts';
import { refusalError } from '../take-action.ts';
import { visibleTo } from '../visible.ts';

const output = z.object({
  ...caseHead,
  state: z.object({ key: z.string(), label: textPair, says: textPair }),
  open: z.boolean(),
  subjectArea: z.string(),
  personId: z.uuid().nullable(),
  /** The civil date from which days are counted. */
  today: z.string(),
  /** From what the due dates follow: see `casework/compute-deadline`. Null when the clocks began anew with another limit. */
  clock: z
    .object({
      startedOn: z.string(),
      pauses: z.array(z.object({ from: z.string(), to: z.string().nullable() })),
      extensions: z.number().int(),
    })
    .nullable(),
  version: z.number().int(),
  answers: z.array(
    z.object({
      key: z.string(),
      label: textPair,
      kind: z.string(),
      /** What identifies or reaches somebody is masked. */
      answer: z.string(),
      masked: z.boolean(),
      choice: textPair.nullable(),
    }),
  ),
  story: z.array(
    z.object({
      seq: z.number().int(),
      action: z.string(),
      label: textPair,
      by: z.enum(['applicant', 'officer', 'system']),
      actor: z.string(),
      at: z.string(),
      place: textPair,
      said: z.array(
        z.object({
          key: z.string(),
          label: textPair,
          answer: z.string(),
          choice: textPair.nullable(),
        }),
      ),
    }),
  ),
  parts: z.array(
    z.object({
      partId: z.uuid(),
      unit: z.string(),
      question: z.string(),
      answer: z.string().nullable(),
      answeredBy: z.string().nullable(),
    }),
  ),
  /** What the caller can do now, each with its form. */
  actions: z.array(
    z.object({
      key: z.string(),
      label: textPair,
      fields: z.array(describedField),
      closes: z.boolean(),
    }),
  ),
  /** What belongs here and the caller may in principle, and why not now. */
  barred: z.array(z.object({ key: z.string(), label: textPair, why: textPair })),
  linked: z.array(z.object({ caseId: z.uuid(), number: z.string(), title: textPair, state: textPair })),
});
export type CaseDetail = z.output<typeof output>;

/** Said nowhere: what the case or the caller's role has nothing to do with. */
const SILENT: ReadonlySet<string> = new Set(['unknown-action', 'not-from-here', 'not-yours']);

const barredActions = (opened: OpenCase, acting: CaseActor) =>
  Object.entries(opened.service.workflow.actions).flatMap(([key, { label }]) => {
    const refusal = refuses(opened.service.workflow, opened.standing, { key, acting });
    if (refusal === null || SILENT.has(refusal)) return [];
    return [{ key, label, why: refusalError(refusal, opened).details.message }];
  });

const clockOf = ({ standing }: OpenCase) =>
  standing.limit === null
    ? {
        startedOn: standing.startedOn,
        pauses: standing.pauses.map((pause) => ({ ...pause })),
        extensions: standing.extensions,
      }
    : null;

/** The answers in the words of the form; what identifies or reaches somebody is masked. */
function shownAnswers({ row, service }: OpenCase, { vault }: CaseworkDependencies) {
  const answers = openAnswers({ vault, place: `case ${row.case_id}` }, row.answers);
  return service.questions
    .filter((question) => isAsked(question, answers) && answers[question.key] !== undefined)
    .map((question) => {
      const answer = answers[question.key];
      const shown = maskAnswer(question, answer);
      return {
        key: question.key,
        label: question.field.label,
        kind: question.field.kind,
        answer: String(shown),
        masked: shown !== answer,
        choice: question.field.choices.find(({ value }) => value === answer)?.label ?? null,
      };
    });
}

const storyOf = ({ service, actions }: OpenCase, { vault }: CaseworkDependencies) =>
  actions.map((one) => {
    const shown = showAction({ service, vault }, one);
    return { ...shown, said: shown.said.map((line) => ({ ...line })) };
  });

/** What other units were asked, and what they answered. */
async function partsOf({ tx }: TransactionContext, { row }: OpenCase, { vault }: CaseworkDependencies) {
  const parts = await tx
    .withTables<CaseworkTables>()
    .selectFrom('casework_parts')
    .selectAll()
    .where('case_id', '=', row.case_id)
    .orderBy('asked_at')
    .execute();
  return parts.map((part) => ({
    partId: part.part_id,
    unit: part.unit_scope,
    question: vault.open(`part ${part.part_id} question`, part.question),
    answer: part.answer && vault.open(`part ${part.part_id} answer`, part.answer),
    answeredBy: part.answered_by,
  }));
}

const MOST_LINKED = 50;

/** Cases of the same bundle and those that were merged, as far as the caller may see them. */
async function linkedTo(
  { tx, actor }: TransactionContext,
  { row }: OpenCase,
  dependencies: CaseworkDependencies,
) {
  const bundle = row.bundle_id ?? row.case_id;
  const rows = await tx
    .withTables<CaseworkTables>()
    .selectFrom('casework_cases')
    .selectAll()
    .where(visibleTo(actor))
    .where((test) =>
      test.or([
        test('bundle_id', '=', bundle),
        test('case_id', '=', bundle),
        test('merged_into', '=', row.case_id),
        ...(row.merged_into ? [test('case_id', '=', row.merged_into)] : []),
      ]),
    )
    .where('case_id', '<>', row.case_id)
    .limit(MOST_LINKED)
    .execute();
  return rows.map((one) => {
    const service = serviceOfCase(dependencies, one);
    const state = labelOf(service, one.step ?? one.outcome ?? '')?.label ?? service.title;
    return { caseId: one.case_id, number: one.number, title: service.title, state };
  });
}

/** The actions that somebody may take now, each with its form. */
const offered = ({ service, standing }: OpenCase, acting: CaseActor) =>
  availableActions(service.workflow, standing, acting).map((key) => {
    const rule = service.workflow.actions[key];
    return {
      key,
      label: rule?.label ?? service.title,
      fields: Object.entries(rule?.fields ?? {}).map(([name, field]) => describeField(name, field)),
      closes: (rule?.to ?? '') in service.workflow.outcomes,
    };
  });

/** A case with its answers, its story and what can be done now. Reading it is logged. */
export const readCase = (dependencies: CaseworkDependencies) =>
  defineOperation({
    name: 'casework/read-case',
    kind: 'query',
    summary: text('查看事项', 'Read a case'),
    permission: 'casework:read',
    auditReads: true,
    input: z.object({ caseId: z.uuid() }),
    output,
    handle: async (context, { caseId }) => {
      const opened = await openCase(context, dependencies, { caseId, lock: false });
      const { row, service, standing } = opened;
      const key = placeOf(standing);
      const { label, says } = labelOf(service, key) ?? { label: service.title, says: service.summary };
      return {
        ...headOf(row, service, dependencies),
        state: { key, label, says },
        open: standing.step !== null,
        subjectArea: row.subject_area,
        personId: row.person_id,
        today: dependencies.today(),
        clock: clockOf(opened),
        version: row.version,
        answers: shownAnswers(opened, dependencies),
        story: storyOf(opened, dependencies),
        parts: await partsOf(context, opened, dependencies),
        actions: offered(opened, asOfficer(context)),
        barred: barredActions(opened, asOfficer(context)),
        linked: await linkedTo(context, opened, dependencies),
      };
    },
  });

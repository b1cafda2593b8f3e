import { z } from 'zod';
import { type Question, type Service, text } from '../../language/index.ts';
import { defineOperation, type TransactionContext } from '../../platform/index.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import { keepDraft, noDraft, openDraft } from '../drafts.ts';
import { offeredService } from '../find-service.ts';
import { inCompartment } from '../in-compartment.ts';
import { openAnswers } from '../keep-answers.ts';
import { entitled, openCase } from '../open-case.ts';
import { caseOfNumber } from '../reach-case.ts';
import type { Answers } from '../read-answers.ts';
import { draftOutput, draftState } from './keep-draft.ts';

/** Who somebody is, how to reach them and where they live: the same in every form. Everything else is asked anew. */
const CARRIED: ReadonlySet<string> = new Set(['name', 'idNumber', 'phone', 'township', 'village']);

const carried = (earlier: Service, later: Service): readonly Question[] =>
  later.questions.filter(
    ({ key, field, when }) =>
      when === null &&
      CARRIED.has(key) &&
      earlier.questions.some((one) => one.key === key && one.field.kind === field.kind),
  );

/** The answers of the case that a draft became, as they were given. */
async function earlierAnswers(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  { number, later }: { readonly number: string; readonly later: Service },
): Promise<Answers> {
  const reached = await caseOfNumber(context, dependencies, number);
  if (!reached) throw noDraft();
  const { caseId, compartment } = reached;
  return inCompartment(context, { ...dependencies, compartment }, async () => {
    const { row, service } = await openCase(context, dependencies, { caseId, lock: false, reader: entitled });
    const place = `case ${caseId}`;
    const given = openAnswers({ vault: dependencies.vault, place }, row.answers);
    return Object.fromEntries(
      carried(service, later)
        .map(({ key }) => [key, given[key]] as const)
        .filter(([, value]) => typeof value === 'string'),
    );
  });
}

/**
 * Begins a form with what was answered in one that this browser filed: name, number, phone and place are shown on the
 * check page, not asked again. Whoever holds the draft code of the earlier form typed them in the week before.
 */
export const beginWithEarlier = (dependencies: CaseworkDependencies) =>
  defineOperation({
    name: 'casework/begin-with-earlier',
    kind: 'command',
    keepsNoReceipt: true,
    summary: text(
      '沿用已提交表单的个人信息，开始填写另一项',
      'Begin a form with the personal answers of one that was filed',
    ),
    permission: 'public',
    input: z.object({ earlier: z.string().max(40), service: z.string().max(60) }),
    output: draftOutput,
    handle: async (context, { earlier, service: key }) => {
      const service = offeredService(dependencies, key, dependencies.today());
      const before = await openDraft(context, dependencies, earlier);
      if (before.filedAs === null) throw noDraft();
      const answers = await earlierAnswers(context, dependencies, { number: before.filedAs, later: service });
      const draft = await keepDraft(context, dependencies, { token: null, service, answers });
      return draftState(dependencies, draft, []);
    },
  });

import { z } from 'zod';
import { supportLine } from '../../../policy/services/index.ts';
import { isAsked, mayGoOn, text, textPair } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import { keepDraft as keep, openDraft } from '../drafts.ts';
import { findService, offeredService } from '../find-service.ts';
import { type Answers, readAnswers } from '../read-answers.ts';
import { soundsLikeDistress } from '../sounds-like-distress.ts';

const LONGEST_TOKEN = 40;
const answersInput = z.record(z.string().max(60), z.unknown());

export const draftOutput = z.object({
  token: z.string(),
  service: z.string(),
  /** As they were typed, of the questions that are asked. */
  answers: z.record(z.string(), z.unknown()),
  /** The questions that are asked after these answers, in order. */
  asked: z.array(z.string()),
  /** What is wrong with what was answered just now, or with all of it when nothing is named. */
  faults: z.array(z.object({ key: z.string(), message: textPair, remedy: textPair })),
  /** The first question that has no good answer yet; null when the form is complete. */
  next: z.string().nullable(),
  /** What whoever refuses consent is told in place of the rest of the form. */
  refused: textPair.nullable(),
  filedAs: z.string().nullable(),
  expiresAt: z.string(),
  /** The line to show first, when what was written sounds as if somebody needed to talk. */
  supportLine: z.string().nullable(),
});
export type DraftState = z.output<typeof draftOutput>;

/** Where a form stands: what is asked, what is wrong, what comes next. */
export function draftState(
  dependencies: CaseworkDependencies,
  draft: Awaited<ReturnType<typeof openDraft>>,
  checked: readonly string[] | null,
): DraftState {
  const service = findService(dependencies, draft.service);
  const asked = service.questions
    .filter((question) => isAsked(question, draft.answers))
    .map(({ key }) => key);
  const { faults } = readAnswers(service, draft.answers);
  const answered = new Set(asked.filter((key) => key in draft.answers));
  const isRefused = answered.has(service.consent?.question ?? '') && !mayGoOn(service, draft.answers);
  const isDistress = Object.values(draft.answers).some(
    (one) => typeof one === 'string' && soundsLikeDistress(one),
  );
  return {
    token: draft.token,
    service: draft.service,
    answers: Object.fromEntries(
      asked.filter((key) => answered.has(key)).map((key) => [key, draft.answers[key]]),
    ),
    asked,
    faults: faults.filter(({ key }) => checked === null || checked.includes(key)).map((one) => ({ ...one })),
    next: asked.find((key) => !answered.has(key) || faults.some((fault) => fault.key === key)) ?? null,
    refused: isRefused ? (service.consent?.refused ?? null) : null,
    filedAs: draft.filedAs,
    expiresAt: draft.expiresAt.toISOString(),
    supportLine: isDistress ? supportLine.number : null,
  };
}

/** Keeps answers of a form that is being filled in; what is wrong is said and kept as it was typed. */
export const keepDraft = (dependencies: CaseworkDependencies) =>
  defineOperation({
    name: 'casework/keep-draft',
    kind: 'command',
    keepsNoReceipt: true,
    summary: text('保存填写中的表单', 'Keep a form that is being filled in'),
    permission: 'public',
    input: z.object({
      /** Left out for a form that is begun. */
      token: z.string().max(LONGEST_TOKEN).optional(),
      service: z.string().max(60),
      answers: answersInput,
    }),
    output: draftOutput,
    handle: async (context, { token, service: key, answers }) => {
      const service = offeredService(dependencies, key, dependencies.today());
      const before = token === undefined ? null : await openDraft(context, dependencies, token);
      if (before?.filedAs) return draftState(dependencies, before, []);
      const known = new Set(service.questions.map((one) => one.key));
      const given = Object.entries(answers).filter(([name]) => known.has(name));
      const all: Answers = { ...before?.answers, ...Object.fromEntries(given) };
      const draft = await keep(context, dependencies, { token: token ?? null, service, answers: all });
      return draftState(
        dependencies,
        draft,
        given.map(([name]) => name),
      );
    },
  });

/** Opens a form that was begun, on whatever device. */
export const readDraft = (dependencies: CaseworkDependencies) =>
  defineOperation({
    name: 'casework/read-draft',
    kind: 'command',
    keepsNoReceipt: true,
    summary: text('打开填写中的表单', 'Open a form that was begun'),
    permission: 'public',
    input: z.object({ token: z.string().max(LONGEST_TOKEN) }),
    output: draftOutput,
    handle: async (context, { token }) =>
      draftState(dependencies, await openDraft(context, dependencies, token), null),
  });

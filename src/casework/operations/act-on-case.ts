import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { closeBundle } from '../bundles.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import { inCompartment } from '../in-compartment.ts';
import { asApplicant, asOfficer, entitled, type OpenCase, openCase } from '../open-case.ts';
import { notReached, reachByCode } from '../reach-case.ts';
import { type ActedCase, type Asked, takeAction } from '../take-action.ts';

const input = z.object({
  /** Officers name the case by its id. */
  caseId: z.uuid().optional(),
  /** Applicants name it by number and code. */
  number: z.string().max(40).optional(),
  code: z.string().max(40).optional(),
  action: z.string().max(60),
  answers: z.record(z.string().max(60), z.unknown()).default({}),
  /** The version that was on the screen: an action on anything else is refused. */
  version: z.number().int().optional(),
});
type Input = z.output<typeof input>;

const output = z.object({
  caseId: z.uuid(),
  place: z.string(),
  open: z.boolean(),
  version: z.number().int(),
});

const changedMeanwhile = ({ actions }: OpenCase) => {
  const last = actions.at(-1);
  return failure(
    'conflict',
    text(
      `在您打开之后，${last?.actor ?? ''} 已经办理过这件事项。`,
      `Since you opened it, ${last?.actor ?? ''} has acted on this case.`,
    ),
    text('请刷新，核对后再办理。', 'Reload it, look, and act then.'),
  );
};

/** Takes the action; the last case of a bundle closes the bundle. */
async function act(on: Parameters<typeof takeAction>[0], asked: Asked): Promise<ActedCase> {
  const acted = await takeAction(on, asked);
  if (acted.standing.step === null) await closeBundle(on.context, on.dependencies, on.opened.row);
  return acted;
}

async function asStaff(context: TransactionContext, dependencies: CaseworkDependencies, given: Input) {
  const opened = await openCase(context, dependencies, { caseId: given.caseId ?? '', lock: true });
  if (given.version !== undefined && given.version !== opened.row.version) throw changedMeanwhile(opened);
  const asked = { action: given.action, answers: given.answers, acting: asOfficer(context) };
  // The officer sees the case; where it goes may lie outside the officer's area.
  return inCompartment(context, { ...dependencies, compartment: opened.row.compartment }, () =>
    act({ context, dependencies, opened }, asked),
  );
}

async function forApplicant(context: TransactionContext, dependencies: CaseworkDependencies, given: Input) {
  const reached = await reachByCode(context, dependencies, {
    number: given.number ?? '',
    code: given.code ?? '',
  });
  if (!reached) throw notReached();
  return inCompartment(context, { ...dependencies, compartment: reached.compartment }, async () => {
    const opened = await openCase(context, dependencies, {
      caseId: reached.caseId,
      lock: true,
      reader: entitled,
    });
    return act(
      { context, dependencies, opened },
      { action: given.action, answers: given.answers, acting: asApplicant },
    );
  });
}

/** Takes one action on a case: an officer on one that the area shows, an applicant on the own one. */
export const actOnCase = (dependencies: CaseworkDependencies) =>
  defineOperation({
    name: 'casework/act-on-case',
    kind: 'command',
    summary: text('办理事项', 'Act on a case'),
    permission: 'public',
    auditDetail: ({ action }) => ({ action }),
    input,
    output,
    handle: async (context, given) => {
      const acted =
        given.caseId === undefined
          ? await forApplicant(context, dependencies, given)
          : await asStaff(context, dependencies, given);
      return {
        caseId: acted.caseId,
        place: acted.place,
        open: acted.standing.step !== null,
        version: acted.version,
      };
    },
  });

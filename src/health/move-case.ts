import { asOfficer, type OpenCase, takeAction } from '../casework/index.ts';
import { availableActions, text } from '../language/index.ts';
import { failure, type TransactionContext } from '../platform/index.ts';
import { cityWide } from './city-wide.ts';
import type { HealthDependencies } from './dependencies.ts';

interface Move {
  readonly opened: OpenCase;
  /** The first of these that the service declares. */
  readonly actions: readonly string[];
  readonly answers: Readonly<Record<string, unknown>>;
}

const notNow = () =>
  failure(
    'conflict',
    text('这件事项现在还不能办这一步。', 'This cannot be done in the case now.'),
    text(
      '请先办理前面的步骤，例如发服务卡。',
      'Take the steps before it first: issue the card, for instance.',
    ),
  );

const declared = ({ opened, actions }: Move) => actions.find((one) => one in opened.service.workflow.actions);

const isAvailable = (context: TransactionContext, { opened }: Move, action: string) =>
  availableActions(opened.service.workflow, opened.standing, asOfficer(context)).includes(action);

/** Takes the step of the case that goes with what was recorded, if it can be taken now: nobody enters it twice. */
export async function moveCase(
  context: TransactionContext,
  dependencies: HealthDependencies,
  move: Move,
): Promise<void> {
  const action = declared(move);
  if (action === undefined || !isAvailable(context, move, action)) return;
  const { opened, answers } = move;
  const { casework } = dependencies;
  await cityWide(context, dependencies, () =>
    takeAction({ context, dependencies: casework, opened }, { action, answers, acting: asOfficer(context) }),
  );
}

/** The same, refused where the service declares the step and it cannot be taken now. */
export async function requireMove(
  context: TransactionContext,
  dependencies: HealthDependencies,
  move: Move,
): Promise<void> {
  const action = declared(move);
  if (action !== undefined && !isAvailable(context, move, action)) throw notNow();
  await moveCase(context, dependencies, move);
}

import type { Selectable } from 'kysely';
import {
  begin,
  foldActions,
  type Right,
  type Service,
  type Standing,
  type TakenBy,
  text,
} from '../language/index.ts';
import { type Actor, failure, type TransactionContext } from '../platform/index.ts';
import type { CaseworkDependencies } from './dependencies.ts';
import { serviceOfCase } from './find-service.ts';
import type { CaseworkTables } from './tables.ts';
import { visibleTo } from './visible.ts';

export type CaseRow = Selectable<CaseworkTables['casework_cases']>;
export type ActionRow = Selectable<CaseworkTables['casework_actions']>;

/** A case with its whole way so far. */
export interface OpenCase {
  readonly row: CaseRow;
  readonly service: Service;
  readonly actions: readonly ActionRow[];
  readonly standing: Standing;
}

/** The first action of every case. */
export const FILED = 'file';
/** A case that was closed before this register of cases began: taken over with its outcome, not with its way. */
export const TAKEN_OVER = 'take-over';

export const unknownCase = () =>
  failure(
    'not_found',
    text('没有这件事项，或者不在您的管辖范围内。', 'There is no such case, or it lies outside your area.'),
    text('请核对编号。', 'Check the number.'),
  );

const closedAs = (standing: Standing, { place_to, day }: ActionRow): Standing => ({
  ...standing,
  step: null,
  outcome: place_to,
  closedOn: day,
});

/** Where the actions have led; one that its workflow does not allow is a bug, for each was checked when it was taken. */
export function standingOf(service: Service, row: CaseRow, actions: readonly ActionRow[]): Standing {
  const [, second] = actions;
  if (second?.action === TAKEN_OVER) return closedAs(begin(service.workflow, row.received_on), second);
  const folded = foldActions(
    service.workflow,
    row.received_on,
    actions.filter((one) => one.action !== FILED).map(asTaken),
  );
  if ('refusal' in folded)
    throw new Error(`case ${row.case_id}: ${folded.action.action} is refused: ${folded.refusal}`);
  return folded;
}

const asTaken = ({ action, taken_by: by, actor, day }: ActionRow) => ({ action, by, actor, day });

interface Opening {
  readonly caseId: string;
  readonly lock: boolean;
  /** Who reads it; the applicant and the house itself see a restricted case too. */
  readonly reader?: Pick<Actor, 'name' | 'permissions'>;
}

/** Whoever has shown the number and the code, and the house itself. */
export const entitled: NonNullable<Opening['reader']> = {
  name: '',
  permissions: new Set(['casework:approve']),
};

/** Reads a case that the open transaction may see, locked when it is to be acted on; `not_found`. */
export async function openCase(
  context: TransactionContext,
  dependencies: Pick<CaseworkDependencies, 'services'>,
  { caseId, lock, reader = context.actor }: Opening,
): Promise<OpenCase> {
  const db = context.tx.withTables<CaseworkTables>();
  const row = await db
    .selectFrom('casework_cases')
    .selectAll()
    .where('case_id', '=', caseId)
    .where(visibleTo(reader))
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!row) throw unknownCase();
  const actions = await db
    .selectFrom('casework_actions')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute();
  const service = serviceOfCase(dependencies, row);
  return { row, service, actions, standing: standingOf(service, row, actions) };
}

/** Who acts, and what they may do. */
export interface CaseActor {
  readonly by: TakenBy;
  readonly actor: string;
  readonly rights: ReadonlySet<Right>;
}

export const APPLICANT = 'applicant';
export const asApplicant: CaseActor = { by: 'applicant', actor: APPLICANT, rights: new Set() };
export const asSystem: CaseActor = { by: 'system', actor: 'system', rights: new Set() };

/** The officer who asks, with the rights that the role gives. */
export const asOfficer = ({ actor }: TransactionContext): CaseActor => ({
  by: 'officer',
  actor: actor.name,
  rights: new Set([
    ...(actor.permissions.has('casework:handle') ? (['handle'] as const) : []),
    ...(actor.permissions.has('casework:approve') ? (['approve'] as const) : []),
  ]),
});

/** The step, or the outcome, in which a case is. */
export const placeOf = ({ step, outcome }: Pick<Standing, 'step' | 'outcome'>): string =>
  step ?? outcome ?? '';

export const labelOf = ({ workflow }: Service, place: string) =>
  workflow.steps[place] ?? workflow.outcomes[place];

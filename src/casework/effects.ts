import { findAccount } from '../identity/index.ts';
import {
  type AreaCode,
  ancestorCode,
  areaContains,
  areaLevel,
  areaLevels,
  type CalendarDate,
  type Effect,
  STAY,
  type Standing,
  text,
} from '../language/index.ts';
import { DomainError, failure, type TransactionContext } from '../platform/index.ts';
import { readCaseNumber } from './case-number.ts';
import type { CaseworkDependencies } from './dependencies.ts';
import { enterCompartment } from './in-compartment.ts';
import { issueCertificate } from './issue-certificate.ts';
import { openAnswers } from './keep-answers.ts';
import type { CaseActor, OpenCase } from './open-case.ts';
import type { Answers } from './read-answers.ts';
import type { CaseworkTables } from './tables.ts';

/** An action that was allowed, before it is written. */
export interface Acted {
  readonly context: TransactionContext;
  readonly dependencies: CaseworkDependencies;
  readonly opened: OpenCase;
  readonly action: string;
  readonly acting: CaseActor;
  readonly answers: Answers;
  readonly day: CalendarDate;
  readonly next: Standing;
}

/** What an effect changes in the row of the case. */
export interface Changes {
  readonly assignee?: string | null;
  readonly area_scope?: AreaCode;
  readonly merged_into?: string;
}

const wrongAnswer = (field: string, message: ReturnType<typeof text>) =>
  new DomainError({
    code: 'invalid_input',
    field,
    message,
    remedy: text('请核对后重新提交。', 'Check it, and send it again.'),
  });

const nobodyAbove = () =>
  failure(
    'conflict',
    text('上面没有更高一级的单位。', 'There is no level above.'),
    text('请转办给其他单位。', 'Hand it over to another unit.'),
  );

const neverHandedOver = () =>
  failure(
    'conflict',
    text('这件事项不是转办来的。', 'Nobody handed this case over.'),
    text('请办理，或者转给应当办理的单位。', 'Handle it, or hand it over to whoever should.'),
  );

const notAnOfficer = (name: string) =>
  new DomainError({
    code: 'invalid_input',
    field: 'officer',
    message: text(`${name} 不能办理这件事项。`, `${name} cannot handle this case.`),
    remedy: text(
      '请填写本单位或上级单位有办理权限的用户名。',
      'Give the account of somebody of this unit, or of one above, who may handle it.',
    ),
  });

/** Somebody can be given a case only who sees it and may act on it. */
async function assign({ context, opened: { row }, answers }: Acted): Promise<Changes> {
  const name = String(answers['officer']);
  const account = await findAccount(context, name);
  const mayHandle =
    account?.purpose === row.compartment &&
    account.permissions.has('casework:handle') &&
    areaContains(account.area, row.area_scope);
  if (!mayHandle) throw notAnOfficer(name);
  return { assignee: name };
}

async function handOver({ context, dependencies, opened, answers }: Acted): Promise<Changes> {
  const unit = answers['unit'] as AreaCode;
  const isElsewhere = unit !== opened.row.area_scope;
  if (isElsewhere && (await dependencies.isUnit(context, unit))) return { area_scope: unit, assignee: null };
  throw wrongAnswer(
    'unit',
    isElsewhere
      ? text('没有这个单位。', 'There is no such unit.')
      : text('事项已在这个单位。', 'The case is there already.'),
  );
}

/** What goes up to the province goes there on paper: the city keeps the case and writes down what came of it. */
function escalate({ opened, dependencies, action }: Acted): Changes {
  const unit = opened.row.area_scope;
  const above = areaLevels[areaLevels.indexOf(areaLevel(unit)) - 1];
  const isTop = unit === dependencies.city || !above;
  if (isTop && opened.service.workflow.actions[action]?.to === STAY) throw nobodyAbove();
  if (isTop) return {};
  return { area_scope: ancestorCode(unit, above), assignee: null };
}

function handBack({ opened }: Acted): Changes {
  const { actions, row } = opened;
  const handed = actions.findLast((one) => one.unit !== row.area_scope);
  if (!handed) throw neverHandedOver();
  return { area_scope: handed.unit, assignee: null };
}

async function share({ context, dependencies, opened, answers }: Acted): Promise<Changes> {
  const unit = answers['unit'] as AreaCode;
  if (!(await dependencies.isUnit(context, unit)))
    throw wrongAnswer('unit', text('没有这个单位。', 'There is no such unit.'));
  const partId = context.newId();
  const { row } = opened;
  await context.tx
    .withTables<CaseworkTables>()
    .insertInto('casework_parts')
    .values({
      case_id: row.case_id,
      part_id: partId,
      unit_scope: unit,
      question: dependencies.vault.seal(`part ${partId} question`, String(answers['question'])),
      asked_at: context.now(),
      asked_by: context.actor.name,
      answer: null,
      answered_at: null,
      answered_by: null,
      compartment: row.compartment,
      area_scope: row.area_scope,
    })
    .execute();
  return {};
}

async function merge({ context, opened, answers }: Acted): Promise<Changes> {
  const number = readCaseNumber(String(answers['into']));
  const other = await context.tx
    .withTables<CaseworkTables>()
    .selectFrom('casework_cases')
    .select('case_id')
    .where('number', '=', number ?? '')
    .where('case_id', '<>', opened.row.case_id)
    .where('service', '=', opened.row.service)
    .where('queue', 'is not', null)
    .executeTakeFirst();
  if (!other)
    throw wrongAnswer(
      'into',
      text('没有这个编号的在办同类事项。', 'There is no open case of this kind under that number.'),
    );
  return { merged_into: other.case_id };
}

/** What the service says that the register learns; nothing when the register does not know the applicant. */
async function record({ context, dependencies, opened }: Acted): Promise<Changes> {
  const { row, service } = opened;
  const answers = openAnswers({ vault: dependencies.vault, place: `case ${row.case_id}` }, row.answers);
  const phone = answers[service.records?.phone ?? ''];
  if (row.person_id === null || typeof phone !== 'string') return {};
  await dependencies.recordPhone(context, { personId: row.person_id, phone });
  await enterCompartment(context, { ...dependencies, compartment: row.compartment });
  return {};
}

const carryOut: Readonly<Record<Effect, (acted: Acted) => Changes | Promise<Changes>>> = {
  takes: ({ acting }) => (acting.by === 'officer' ? { assignee: acting.actor } : {}),
  assigns: assign,
  'hands-over': handOver,
  'hands-back': handBack,
  escalates: escalate,
  shares: share,
  merges: merge,
  certifies: async (acted) => {
    await issueCertificate(acted);
    return {};
  },
  records: record,
  // Both are said by the standing already.
  replies: () => ({}),
  extends: () => ({}),
};

/** Carries out what an action does beside moving the case. */
export async function carryOutEffects(acted: Acted): Promise<Changes> {
  const effects = acted.opened.service.workflow.actions[acted.action]?.effects ?? [];
  const changes: Changes[] = [];
  for (const effect of effects) changes.push(await carryOut[effect](acted));
  return Object.assign({}, ...changes) as Changes;
}

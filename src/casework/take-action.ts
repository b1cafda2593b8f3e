import {
  advance,
  type CalendarDate,
  explainAnswer,
  formSchema,
  isRefusal,
  type Refusal,
  refuses,
  type Standing,
  type Text,
  text,
} from '../language/index.ts';
import { type DomainError, failure, parseInput, type TransactionContext } from '../platform/index.ts';
import { clocksOf, dueOrNull } from './clocks.ts';
import type { CaseworkDependencies } from './dependencies.ts';
import { type Acted, type Changes, carryOutEffects } from './effects.ts';
import { openAnswers, sealAnswers } from './keep-answers.ts';
import { type CaseActor, labelOf, type OpenCase, placeOf } from './open-case.ts';
import type { Answers } from './read-answers.ts';
import { type CaseworkTables, followers } from './tables.ts';
import { tellApplicant } from './tell-applicant.ts';

const said = (code: 'conflict' | 'forbidden' | 'not_found', message: Text, remedy: Text) =>
  failure(code, message, remedy);

const reload = text('请刷新后查看现在可以做什么。', 'Reload it to see what can be done now.');

/** Why an action cannot be taken, in words. */
export function refusalError(refusal: Refusal, { service, standing }: OpenCase): DomainError {
  const here = labelOf(service, placeOf(standing))?.label ?? text('', '');
  const sentences: Readonly<Record<Refusal, () => DomainError>> = {
    'unknown-action': () =>
      said('not_found', text('这项服务没有这个操作。', 'This service has no such action.'), reload),
    'not-from-here': () =>
      said(
        'conflict',
        text(
          `现在的状态是“${here.zh}”，不能这样办理。`,
          `The case is "${here.en}": this cannot be done now.`,
        ),
        reload,
      ),
    'not-yours': () =>
      said(
        'forbidden',
        text('这一步不由您办理。', 'This step is not yours to take.'),
        text('请由有此权限的人员办理。', 'Ask somebody who may.'),
      ),
    'second-person': () =>
      said(
        'forbidden',
        text('不能审批自己提出的申请。', 'Nobody decides on what they asked for themselves.'),
        text('请由另一名人员办理。', 'Have somebody else decide.'),
      ),
    'too-early': () =>
      said(
        'conflict',
        text('前一步的次数还不够。', 'What has to come before has not been done often enough.'),
        text('请先完成前一步，例如收齐专家意见。', 'Do that first: have all votes given, for instance.'),
      ),
    'too-often': () => said('conflict', text('这一步只能办理一次。', 'This can be done once only.'), reload),
  };
  return sentences[refusal]();
}

/** What is asked for, read and allowed; nothing is written yet. */
export interface Asked {
  readonly action: string;
  readonly answers: Answers;
  readonly acting: CaseActor;
}

function prepare(
  { context, dependencies, opened }: Pick<Acted, 'context' | 'dependencies' | 'opened'>,
  asked: Asked,
): Acted {
  const { service, standing } = opened;
  const refusal = refuses(service.workflow, standing, { key: asked.action, acting: asked.acting });
  if (refusal) throw refusalError(refusal, opened);
  const fields = service.workflow.actions[asked.action]?.fields ?? {};
  const answers = parseInput(formSchema(fields), asked.answers, (field, given) =>
    explainAnswer(fields, field, given),
  );
  const day = dependencies.today();
  const taken = { action: asked.action, by: asked.acting.by, actor: asked.acting.actor, day };
  const next = advance(service.workflow, standing, taken);
  if (isRefusal(next)) throw refusalError(next, opened);
  return { context, dependencies, opened, ...asked, answers, day, next };
}

async function writeAction({ context, dependencies, opened, ...acted }: Acted, unit: Changes): Promise<void> {
  const { row, service, standing, actions } = opened;
  const fields = service.workflow.actions[acted.action]?.fields ?? {};
  const seq = actions.length;
  await context.tx
    .withTables<CaseworkTables>()
    .insertInto('casework_actions')
    .values({
      case_id: row.case_id,
      seq,
      action: acted.action,
      taken_by: acted.acting.by,
      actor: acted.acting.actor,
      at: context.now(),
      day: acted.day,
      step_from: standing.step,
      place_to: placeOf(acted.next),
      unit: row.area_scope,
      answers: JSON.stringify(
        sealAnswers(
          { vault: dependencies.vault, place: `case ${row.case_id} action ${String(seq)}` },
          acted.answers,
          (key) => fields[key]?.kind === 'longText' || fields[key]?.kind === 'text',
        ),
      ),
      compartment: row.compartment,
      area_scope: unit.area_scope ?? row.area_scope,
    })
    .execute();
}

const isPast = (due: CalendarDate | null, day: CalendarDate) => due !== null && day > due;

/** What is done on the day after the last is late, also when the hourly job has not looked since. */
const lateness = ({ opened: { row, standing }, next, day }: Acted) => ({
  reply_late:
    row.reply_late || (standing.repliedOn === null && next.repliedOn !== null && isPast(row.reply_due, day)),
  close_late: row.close_late || (next.step === null && standing.step !== null && isPast(row.close_due, day)),
});

/** The row of the case after the action: the fold, kept beside it. */
function rowAfter(acted: Acted, changes: Changes) {
  const { opened, next, dependencies } = acted;
  const { service, row } = opened;
  const clocks = clocksOf(service, next, dependencies.calendar);
  const isOpen = next.step !== null;
  return {
    step: next.step,
    outcome: next.outcome,
    queue: isOpen ? (service.workflow.steps[next.step ?? '']?.queue ?? null) : null,
    started_on: next.startedOn,
    replied_on: next.repliedOn,
    closed_on: next.closedOn,
    reply_due: next.repliedOn === null ? dueOrNull(clocks.reply) : row.reply_due,
    close_due: isOpen ? dueOrNull(clocks.close) : row.close_due,
    ...lateness(acted),
    version: row.version + 1,
    ...changes,
  };
}

/** Rows of a case follow it to another unit. */
async function moveFollowers({ context, opened }: Acted, { area_scope }: Changes): Promise<void> {
  if (area_scope === undefined) return;
  for (const table of followers)
    await context.tx
      .withTables<CaseworkTables>()
      .updateTable(table)
      .set({ area_scope })
      .where('case_id', '=', opened.row.case_id)
      .execute();
}

function phoneOf({ dependencies, opened }: Acted): string | null {
  const key = opened.service.questions.find(({ field }) => field.kind === 'phone')?.key ?? '';
  const answers = openAnswers(
    { vault: dependencies.vault, place: `case ${opened.row.case_id}` },
    opened.row.answers,
  );
  const phone = answers[key];
  return typeof phone === 'string' ? phone : null;
}

/** A closed case is asked about once, by a link that needs no signing in. */
function withRatingLink({ opened, next, dependencies }: Acted, body: Text): Text {
  const { row, service } = opened;
  if (!service.rated || next.step !== null) return body;
  const token = encodeURIComponent(dependencies.vault.ratingToken(row.case_id));
  const link = `${dependencies.publicUrl}/cases/${row.number}/rate?token=${token}`;
  return text(`${body.zh} 请评价：${link}`, `${body.en} How did it go? ${link}`);
}

async function tell(acted: Acted, changes: Changes): Promise<void> {
  const { opened, context, dependencies } = acted;
  const tells = opened.service.workflow.actions[acted.action]?.tells;
  if (!tells) return;
  const body = withRatingLink(acted, tells);
  const row = { ...opened.row, ...changes };
  await tellApplicant(context, { vault: dependencies.vault, row, phone: phoneOf(acted), body });
}

export interface ActedCase {
  readonly caseId: string;
  readonly place: string;
  readonly version: number;
  readonly standing: Standing;
}

/**
 * Takes one action on a case that is locked: checks that it may be taken, reads its form, carries out what it does,
 * appends it and brings the row up to date. The transaction must be in the scope of the case's compartment.
 */
export async function takeAction(
  on: {
    readonly context: TransactionContext;
    readonly dependencies: CaseworkDependencies;
    readonly opened: OpenCase;
  },
  asked: Asked,
): Promise<ActedCase> {
  const acted = prepare(on, asked);
  const { case_id: caseId, service } = on.opened.row;
  await on.dependencies.beforeAction?.(on.context, { caseId, service, action: asked.action });
  const changes = await carryOutEffects(acted);
  await writeAction(acted, changes);
  const after = rowAfter(acted, changes);
  await moveFollowers(acted, changes);
  await on.context.tx
    .withTables<CaseworkTables>()
    .updateTable('casework_cases')
    .set(after)
    .where('case_id', '=', on.opened.row.case_id)
    .execute();
  await tell(acted, changes);
  await on.dependencies.afterAction?.(on.context, {
    caseId,
    service,
    action: asked.action,
    area: changes.area_scope ?? on.opened.row.area_scope,
  });
  return {
    caseId,
    place: placeOf(acted.next),
    version: after.version,
    standing: acted.next,
  };
}

import {
  type AreaCode,
  ancestorCode,
  answersFor,
  areaLevel,
  areaLevels,
  begin,
  type CalendarDate,
  type Channel,
  type FieldKind,
  mayGoOn,
  openedTogether,
  placeQuestion,
  type Service,
  type Standing,
  sensitivityOf,
  text,
} from '../language/index.ts';
import { DomainError, failure, type TransactionContext } from '../platform/index.ts';
import { newCaseNumber } from './case-number.ts';
import { clocksOf, dueOrNull } from './clocks.ts';
import type { CaseworkDependencies } from './dependencies.ts';
import { findService } from './find-service.ts';
import { enterCompartment } from './in-compartment.ts';
import { isPersonal, plainAnswer, sealAnswers } from './keep-answers.ts';
import { FILED } from './open-case.ts';
import { type Answers, requireAnswers } from './read-answers.ts';
import { soundsLikeDistress } from './sounds-like-distress.ts';
import type { CaseworkTables } from './tables.ts';
import { tellApplicant } from './tell-applicant.ts';

/** What somebody files. */
export interface Filing {
  readonly service: Service;
  readonly answers: Answers;
  readonly channel: Channel;
  readonly filedBy: string;
  /** The day on which it came in: the clocks run from it. */
  readonly receivedOn: CalendarDate;
  /** The unit that files about its own work, and that takes the case in when no place is named. */
  readonly unit: AreaCode;
  readonly bundleId?: string;
  readonly external?: { readonly caseId: string; readonly number: string };
}

export interface FiledCase {
  readonly caseId: string;
  readonly number: string;
}

const isCode = (value: unknown): value is AreaCode =>
  typeof value === 'string' && /^[1-9]\d{11}$/.test(value);
const asString = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The place that the case is about. */
function subjectArea({ service, answers, unit }: Filing): AreaCode {
  const named = answers[placeQuestion(service)?.key ?? ''];
  return isCode(named) ? named : unit;
}

/** The unit that takes it in: of the level that the service says, or the lowest above it that there is a code for. */
function intakeUnit(subject: AreaCode, { intake }: Service): AreaCode {
  const level =
    areaLevels.indexOf(areaLevel(subject)) < areaLevels.indexOf(intake) ? areaLevel(subject) : intake;
  return ancestorCode(subject, level);
}

const noSuchUnit = ({ service }: Filing) =>
  new DomainError({
    code: 'invalid_input',
    message: text('没有这个地区。', 'There is no such area.'),
    remedy: text('请从列表中选择。', 'Choose one from the list.'),
    field: placeQuestion(service)?.key ?? '',
  });

const consentRefused = ({ consent, title }: Service) =>
  failure(
    'conflict',
    consent?.refused ?? title,
    text('不同意不影响您的其他任何事项。', 'Refusing has no effect on anything else.'),
  );

const answerOfKind = ({ service, answers }: Filing, kind: FieldKind): unknown =>
  service.questions
    .filter(({ field }) => field.kind === kind)
    .map(({ key }) => plainAnswer(answers[key]))
    .find((answer) => answer !== null && answer !== undefined);

const isInDistress = ({ service, answers }: Filing) =>
  service.questions.some(
    ({ key, field }) =>
      (field.kind === 'longText' || field.kind === 'text') &&
      soundsLikeDistress(asString(answers[key]) ?? ''),
  );

/** A case that is about to be written. */
interface NewCase {
  readonly filing: Filing;
  readonly caseId: string;
  readonly number: string;
  readonly unit: AreaCode;
  readonly standing: Standing;
  readonly phone: string | null;
}

/** Numbers are drawn at random; one that is taken already is drawn again. */
async function claimNumber(
  context: TransactionContext,
  { vault }: CaseworkDependencies,
  { filing, caseId, phone }: Pick<NewCase, 'filing' | 'caseId' | 'phone'>,
): Promise<string> {
  for (;;) {
    const number = newCaseNumber(filing.receivedOn, context.randomBytes);
    const claimed = await context.tx
      .withTables<CaseworkTables>()
      .insertInto('casework_numbers')
      .values({
        number_digest: vault.numberDigest(number),
        case_id: caseId,
        compartment: filing.service.compartment,
        phone_digest: phone === null ? null : vault.phoneDigest(phone),
        wrong_guesses: 0,
        closed_until: null,
      })
      .onConflict((conflict) => conflict.column('number_digest').doNothing())
      .executeTakeFirst();
    if (claimed.numInsertedOrUpdatedRows === 1n) return number;
  }
}

/** Days that follow from the clocks. */
function duesOf({ calendar }: CaseworkDependencies, { filing, standing }: NewCase) {
  const clocks = clocksOf(filing.service, standing, calendar);
  return { reply_due: dueOrNull(clocks.reply), close_due: dueOrNull(clocks.close) };
}

function keptAnswers({ vault }: CaseworkDependencies, { filing, caseId }: NewCase): string {
  const personal = new Map(filing.service.questions.map((one) => [one.key, isPersonal(one)]));
  return JSON.stringify(
    sealAnswers({ vault, place: `case ${caseId}` }, filing.answers, (key) => personal.get(key) ?? true),
  );
}

async function personOf(context: TransactionContext, dependencies: CaseworkDependencies, filing: Filing) {
  const idNumber = asString(answerOfKind(filing, 'identityNumber'));
  return idNumber === null ? null : dependencies.personOf(context, idNumber);
}

async function writeRow(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  made: NewCase,
): Promise<void> {
  const { filing, standing, unit } = made;
  const { service } = filing;
  await context.tx
    .withTables<CaseworkTables>()
    .insertInto('casework_cases')
    .values({
      case_id: made.caseId,
      number: made.number,
      service: service.key,
      service_version: service.version,
      compartment: service.compartment,
      channel: filing.channel,
      area_scope: unit,
      subject_area: subjectArea(filing),
      queue: service.workflow.steps[standing.step ?? '']?.queue ?? null,
      step: standing.step,
      outcome: null,
      applicant_name: asString(answerOfKind(filing, 'name')),
      person_id: await personOf(context, dependencies, filing),
      restricted: sensitivityOf(service, filing.answers) === 'restricted',
      distress: isInDistress(filing),
      filed_at: context.now(),
      filed_by: filing.filedBy,
      received_on: filing.receivedOn,
      started_on: filing.receivedOn,
      ...duesOf(dependencies, made),
      replied_on: null,
      closed_on: null,
      reply_late: false,
      close_late: false,
      assignee: null,
      bundle_id: filing.bundleId ?? null,
      merged_into: null,
      external_number: filing.external?.number ?? null,
      answers: keptAnswers(dependencies, made),
      version: 1,
    })
    .execute();
}

const writeFiling = (context: TransactionContext, { filing, caseId, standing, unit }: NewCase) =>
  context.tx
    .withTables<CaseworkTables>()
    .insertInto('casework_actions')
    .values({
      case_id: caseId,
      seq: 0,
      action: FILED,
      taken_by: filing.service.filedBy === 'officer' ? 'officer' : 'applicant',
      actor: filing.filedBy,
      at: context.now(),
      day: filing.receivedOn,
      step_from: null,
      place_to: standing.step ?? '',
      unit,
      answers: '{}',
      compartment: filing.service.compartment,
      area_scope: unit,
    })
    .execute();

/** A case of a bundle: the same answers, as its own form reads them. */
function bundled(dependencies: CaseworkDependencies, filing: Filing, key: string): Filing {
  const service = findService(dependencies, key);
  const typed = Object.fromEntries(
    Object.entries(answersFor(service, filing.answers)).map(([name, value]) => [name, plainAnswer(value)]),
  );
  const { external: _, ...rest } = filing;
  return { ...rest, service, answers: requireAnswers(service, typed) };
}

/** Opens the cases that belong together with one that was filed, each in its own compartment. */
async function fileBundle(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  filing: Filing & { readonly bundleId: string },
): Promise<void> {
  for (const key of openedTogether(filing.service, filing.answers)) {
    const one = bundled(dependencies, filing, key);
    await enterCompartment(context, { ...dependencies, compartment: one.service.compartment });
    await fileCase(context, dependencies, one);
  }
  await enterCompartment(context, { ...dependencies, compartment: filing.service.compartment });
}

/**
 * Writes a new case with its first action, and the cases that are opened together with it. The transaction works in
 * the compartment of the service.
 */
export async function fileCase(
  context: TransactionContext,
  dependencies: CaseworkDependencies,
  filing: Filing,
): Promise<FiledCase> {
  const { service } = filing;
  if (!mayGoOn(service, filing.answers)) throw consentRefused(service);
  const unit = intakeUnit(subjectArea(filing), service);
  if (!(await dependencies.isUnit(context, unit))) throw noSuchUnit(filing);
  const drawn = {
    filing,
    caseId: filing.external?.caseId ?? context.newId(),
    phone: asString(answerOfKind(filing, 'phone')),
  };
  const number = await claimNumber(context, dependencies, drawn);
  const made: NewCase = { ...drawn, number, unit, standing: begin(service.workflow, filing.receivedOn) };
  await writeRow(context, dependencies, made);
  await writeFiling(context, made);
  await tellApplicant(context, {
    vault: dependencies.vault,
    row: { case_id: made.caseId, number, compartment: service.compartment, area_scope: unit },
    phone: made.phone,
    body: text(`“${service.title.zh}”已收到。`, `"${service.title.en}" has arrived.`),
  });
  await fileBundle(context, dependencies, { ...filing, bundleId: made.caseId });
  return { caseId: made.caseId, number };
}

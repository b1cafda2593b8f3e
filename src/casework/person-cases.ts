import { isAsked, text } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { HeldSection, PersonHolding } from '../register/index.ts';
import type { CaseVault } from './case-vault.ts';
import type { CaseworkDependencies } from './dependencies.ts';
import { compartments, inCompartment } from './in-compartment.ts';
import { maskAnswer, openAnswers } from './keep-answers.ts';
import { entitled, labelOf, type OpenCase, openCase, placeOf } from './open-case.ts';
import { showToApplicant } from './show-case.ts';
import type { CaseworkTables } from './tables.ts';

/** The cases that somebody whom the register knows has filed, oldest first: those that the open transaction may see. */
export async function openCasesOf(
  context: TransactionContext,
  dependencies: Pick<CaseworkDependencies, 'services'>,
  personId: string,
): Promise<readonly OpenCase[]> {
  const rows = await context.tx
    .withTables<CaseworkTables>()
    .selectFrom('casework_cases')
    .select('case_id')
    .where('person_id', '=', personId)
    .orderBy('received_on')
    .orderBy('number')
    .execute();
  const opened: OpenCase[] = [];
  for (const { case_id: caseId } of rows)
    opened.push(await openCase(context, dependencies, { caseId, lock: false, reader: entitled }));
  return opened;
}

const number = text('编号', 'number');

const listed = (cases: readonly OpenCase[]): HeldSection => ({
  title: text('办事事项', 'Cases'),
  columns: [
    number,
    text('事项', 'service'),
    text('收到日期', 'received on'),
    text('状态', 'state'),
    text('办结日期', 'closed on'),
  ],
  rows: cases.map(({ row, service, standing }) => [
    row.number,
    service.title,
    row.received_on,
    labelOf(service, placeOf(standing))?.label ?? service.title,
    row.closed_on ?? '—',
  ]),
});

/**
 * Of what officers file about their own work nothing is the person's own answer. What identifies or reaches somebody
 * beside the applicant stays masked: the first one that was answered is the applicant's.
 */
function answersTo(vault: CaseVault, { row, service }: OpenCase): HeldSection['rows'] {
  if (service.filedBy !== 'citizen') return [];
  const answers = openAnswers({ vault, place: `case ${row.case_id}` }, row.answers);
  const answered = service.questions.filter(
    (question) => isAsked(question, answers) && answers[question.key] !== undefined,
  );
  return answered.map((question) => {
    const { key, field } = question;
    const isOwn = answered.find((one) => one.field.kind === field.kind) === question;
    const shown = String(isOwn ? answers[key] : maskAnswer(question, answers[key]));
    const choice = field.choices.find(({ value }) => value === answers[key]);
    return [row.number, field.label, choice?.label ?? shown];
  });
}

const told = (vault: CaseVault, { row, service, actions }: OpenCase): HeldSection['rows'] =>
  actions.flatMap((action) => {
    const shown = showToApplicant({ service, vault }, action);
    if (!shown) return [];
    const zh = shown.said.map(({ label, answer }) => `${label.zh}：${answer}`).join('；');
    const en = shown.said.map(({ label, answer }) => `${label.en}: ${answer}`).join('; ');
    return [[row.number, shown.at, shown.label, text(zh, en)]];
  });

/** The cases that somebody has filed, for that person's own copy: as the applicant sees them, with the answers opened. */
export const holdCases =
  (dependencies: CaseworkDependencies): PersonHolding =>
  async (context, { personId }) => {
    const cases: OpenCase[] = [];
    for (const compartment of compartments) {
      const found = await inCompartment(context, { ...dependencies, compartment }, () =>
        openCasesOf(context, dependencies, personId),
      );
      cases.push(...found);
    }
    const { vault } = dependencies;
    return [
      listed(cases),
      {
        title: text('您在事项中填写的内容', 'What you answered'),
        columns: [number, text('问题', 'question'), text('回答', 'answer')],
        rows: cases.flatMap((one) => answersTo(vault, one)),
      },
      {
        title: text('事项的办理过程和给您的答复', 'What was done, and what you were told'),
        columns: [number, text('时间', 'when'), text('经过', 'what'), text('内容', 'words')],
        rows: cases.flatMap((one) => told(vault, one)),
      },
    ];
  };

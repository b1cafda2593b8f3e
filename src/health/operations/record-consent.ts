import { z } from 'zod';
import { consentAge } from '../../../policy/health/index.ts';
import {
  choiceField,
  dateField,
  explainAnswer,
  formSchema,
  mayGoOn,
  nameField,
  type Service,
  text,
} from '../../language/index.ts';
import { DomainError, defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { requirePast } from '../days.ts';
import type { HealthDependencies } from '../dependencies.ts';
import { openHealthCase, subjectLabels, withdrawingActions } from '../health-case.ts';
import { type HealthTables, type Subject } from '../tables.ts';

const fields = {
  subject: choiceField(text('谁的信息', 'whose data'), subjectLabels),
  way: choiceField(text('同意的方式', 'how'), {
    signed: text('签字', 'signed'),
    online: text('网上提交时同意', 'given with the form online'),
  }),
  givenBy: choiceField(text('由谁同意', 'by whom'), {
    self: text('本人', 'the person'),
    guardian: text('父母或者其他监护人', 'a parent or other guardian'),
  }),
  giver: nameField(text('同意人姓名', 'name of whoever consents')),
  bornOn: dateField(text('出生日期（只用于核对是否满 14 周岁，不保存）', 'date of birth; not kept')),
  givenOn: dateField(text('同意日期', 'day of consent')),
};
const input = formSchema(fields).extend({ caseId: z.uuid() });
type Input = z.output<typeof input>;

const guardianConsents = () =>
  new DomainError({
    code: 'invalid_input',
    field: 'givenBy',
    message: text(
      `不满 ${String(consentAge)} 周岁的，由父母或者其他监护人同意（个人信息保护法第三十一条）。`,
      `Below ${String(consentAge)} a parent or other guardian consents (Personal Information Protection Law, article 31).`,
    ),
    remedy: text('请选择“孩子”，并由监护人同意。', 'Choose "the child", and have the guardian consent.'),
  });

const ofAge = () =>
  new DomainError({
    code: 'invalid_input',
    field: 'subject',
    message: text(
      `已满 ${String(consentAge)} 周岁的，由本人同意。`,
      `From ${String(consentAge)} on, the person consents.`,
    ),
    remedy: text('请选择本人，由本人同意。', 'Choose the person, and ask them.'),
  });

const isBelowAge = ({ bornOn, givenOn }: Input) =>
  `${String(Number(bornOn.slice(0, 4)) + consentAge)}${bornOn.slice(4)}` > givenOn;

/** Who can consent to what is kept about whom. */
function requireGiver(given: Input): void {
  if (isBelowAge(given) && !(given.subject === 'child' && given.givenBy === 'guardian'))
    throw guardianConsents();
  if (!isBelowAge(given) && given.subject === 'child') throw ofAge();
}

const alreadyStands = (subject: Subject) =>
  failure(
    'conflict',
    text(
      `${subjectLabels[subject].zh}的同意已经有效。`,
      `The consent of ${subjectLabels[subject].en} stands.`,
    ),
    text('不需要再次记录。', 'It need not be recorded again.'),
  );

const caseIsOver = () =>
  failure(
    'conflict',
    text('这件事项已因撤回而结束。', 'This case ended when consent was withdrawn.'),
    text('本人愿意的，请重新申请。', 'Whoever wants the service again applies anew.'),
  );

const notGivenOnline = () =>
  new DomainError({
    code: 'invalid_input',
    field: 'way',
    message: text('网上的申请没有选择同意。', 'The form online does not say so.'),
    remedy: text('请当面说明并签字。', 'Explain in person, and have it signed.'),
  });

/** The text to which one consents, as the service declares it. */
function consentText({ questions, consent, key }: Service) {
  const asked = questions.find((question) => question.key === consent?.question);
  if (!asked) throw new Error(`${key} asks for no consent`);
  const { label, help } = asked.field;
  return text(`${label.zh}${help?.zh ?? ''}`, `${label.en} ${help?.en ?? ''}`.trim());
}

async function requireNoneStands({ tx }: TransactionContext, caseId: string, subject: Subject) {
  const standing = await tx
    .withTables<HealthTables>()
    .selectFrom('health_standing_consents')
    .select('consent_id')
    .where('case_id', '=', caseId)
    .where('subject', '=', subject)
    .executeTakeFirst();
  if (standing) throw alreadyStands(subject);
}

const keyOf = (consentId: string, { caseId }: Input) => ({ case_id: caseId, consent_id: consentId });

/** Records that somebody consented to a health service, in the words that they were shown. */
export const recordConsent = (dependencies: HealthDependencies) =>
  defineOperation({
    name: 'health/record-consent',
    kind: 'command',
    summary: text('登记本人（监护人）同意', 'Record that somebody consents to a health service'),
    permission: 'health:write',
    input,
    explainField: (field, given) => explainAnswer(fields, field, given),
    output: z.object({
      caseId: z.uuid(),
      consentId: z.uuid(),
      text: z.object({ zh: z.string(), en: z.string() }),
    }),
    handle: async (context, given) => {
      const { caseId, subject } = given;
      const { row, service, actions } = await openHealthCase(context, dependencies, { caseId, lock: true });
      if (actions.some(({ action }) => withdrawingActions.includes(action))) throw caseIsOver();
      requirePast(dependencies, given.givenOn, 'givenOn');
      requireGiver(given);
      if (given.way === 'online' && !(row.channel === 'portal' && mayGoOn(service, row.answers)))
        throw notGivenOnline();
      await requireNoneStands(context, caseId, subject);
      const consentId = context.newId();
      const key = keyOf(consentId, given);
      const shown = consentText(service);
      const db = context.tx.withTables<HealthTables>();
      await db
        .insertInto('health_consents')
        .values({
          ...key,
          subject,
          given_by: given.givenBy,
          giver: dependencies.vault.seal(`consent ${consentId} giver`, given.giver),
          way: given.way,
          service: service.key,
          text_version: service.version,
          text_zh: shown.zh,
          text_en: shown.en,
          given_on: given.givenOn,
          recorded_at: context.now(),
          recorded_by: context.actor.name,
          area_scope: row.area_scope,
        })
        .execute();
      await db
        .insertInto('health_standing_consents')
        .values({ ...key, subject, area_scope: row.area_scope })
        .execute();
      return { caseId, consentId, text: shown };
    },
  });

import { type Project, text } from '../language/index.ts';
import { DomainError, type TransactionContext } from '../platform/index.ts';
import type { RegisterTables } from '../register/index.ts';
import type { PaymentDependencies } from './payment-dependencies.ts';
import type { PaymentTables } from './payment-tables.ts';

export const wrongRecord = (field: string, zh: string, en: string) =>
  new DomainError({
    code: 'invalid_input',
    field,
    message: text(zh, en),
    remedy: text('请核对后重新提交。', 'Check it, and send it again.'),
  });

interface Named {
  readonly personId?: string | undefined;
  readonly householdId?: string | undefined;
  /** Somebody who belongs to the household. */
  readonly memberId?: string | undefined;
  readonly partOf?: string | undefined;
}

export interface OwnedRecord extends Named {
  readonly project: Project;
}

/** A record is of whom its kind says, and of nobody else. */
function requireKind({ project, personId, householdId, memberId, partOf }: OwnedRecord): void {
  if (project.whose !== 'person' && personId !== undefined)
    throw wrongRecord('personId', '这类记录不对应个人。', 'Such a record is of no person.');
  if (project.whose !== 'household' && householdId !== undefined)
    throw wrongRecord('householdId', '这类记录不对应家庭。', 'Such a record is of no household.');
  if (project.whose !== 'household' && memberId !== undefined)
    throw wrongRecord('memberId', '这类记录不对应家庭。', 'Such a record is of no household.');
  if ((project.belongsTo === null) !== (partOf === undefined))
    throw wrongRecord('partOf', '所属记录不符。', 'The record that it belongs to does not fit.');
}

async function requireWhole({ tx }: TransactionContext, { project, partOf }: OwnedRecord): Promise<void> {
  if (partOf === undefined) return;
  const whole = await tx
    .withTables<PaymentTables>()
    .selectFrom('benefits_records')
    .select('project')
    .where('record_id', '=', partOf)
    .where('voided_on', 'is', null)
    .executeTakeFirst();
  if (whole?.project !== project.belongsTo)
    throw wrongRecord('partOf', '没有这条所属记录。', 'There is no such record.');
}

async function householdOfMember({ tx }: TransactionContext, memberId: string): Promise<string> {
  const row = await tx
    .withTables<RegisterTables>()
    .selectFrom('register_persons')
    .select('household_id')
    .where('person_id', '=', memberId)
    .executeTakeFirst();
  if (!row?.household_id)
    throw wrongRecord(
      'memberId',
      '登记簿中此人没有所属家庭户。',
      'The register knows no household of theirs.',
    );
  return row.household_id;
}

async function requireHousehold({ tx }: TransactionContext, householdId: string): Promise<void> {
  const row = await tx
    .withTables<RegisterTables>()
    .selectFrom('register_households')
    .select('household_id')
    .where('household_id', '=', householdId)
    .executeTakeFirst();
  if (!row)
    throw wrongRecord('householdId', '辖区内没有这个家庭户。', 'There is no such household in your area.');
}

/** Whose record it is, among the people and households whom the actor may see; `invalid_input` with the field. */
export async function ownerOf(
  context: TransactionContext,
  { seesPerson }: Pick<PaymentDependencies['casework'], 'seesPerson'>,
  asked: OwnedRecord,
): Promise<{ readonly person_id: string | null; readonly household_id: string | null }> {
  requireKind(asked);
  await requireWhole(context, asked);
  const { personId = null, householdId, memberId } = asked;
  if (personId !== null && !(await seesPerson(context, personId)))
    throw wrongRecord('personId', '辖区内没有这个人。', 'There is no such person in your area.');
  if (householdId !== undefined) await requireHousehold(context, householdId);
  const ofMember = memberId === undefined ? null : await householdOfMember(context, memberId);
  return { person_id: personId, household_id: householdId ?? ofMember };
}

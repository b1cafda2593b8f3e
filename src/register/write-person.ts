import { resolveDivision } from '../areas/index.ts';
import { ancestorCode, type CalendarDate, text } from '../language/index.ts';
import {
  actorScope,
  DomainError,
  rescope,
  type TransactionContext,
  violatedConstraint,
} from '../platform/index.ts';
import { type RegisterEvent, unborn } from './fold.ts';
import { idDigest } from './id-number.ts';
import type { IdentityInput } from './inputs.ts';
import type { RegisterTables } from './tables.ts';
import { writeEvent } from './write-event.ts';

export interface NewPerson {
  readonly identity: IdentityInput;
  readonly event: RegisterEvent;
  readonly mother: { readonly id: string; readonly birthDate: CalendarDate } | null;
  readonly fatherId: string | null;
  readonly householdId: string | null;
  readonly relationToHead: string | null;
  readonly today: CalendarDate;
  readonly idSecret: Buffer;
}

/** The identity number says sex and birth date too: what was typed must agree with it. */
export function requireAgreement(identity: IdentityInput): void {
  const { idNumber } = identity;
  if (!idNumber) return;
  const field =
    idNumber.birthDate !== identity.birthDate ? 'birthDate' : idNumber.sex !== identity.sex ? 'sex' : null;
  if (!field) return;
  throw new DomainError({
    code: 'invalid_input',
    field,
    message: text(
      '填写的内容与身份证号不一致。',
      'What was entered does not agree with the identity number.',
    ),
    remedy: text(
      '请核对身份证号、出生日期和性别。',
      'Check the identity number, the date of birth and the sex.',
    ),
  });
}

/** Inserts a person with the first event of their life. Returns the ids for the receipt. */
export async function writePerson(
  context: TransactionContext,
  person: NewPerson,
): Promise<{ personId: string; eventId: string }> {
  const personId = context.newId();
  const { identity, event, today } = person;
  const resolve = async (code: (typeof event.to)['registered']) =>
    code && (await resolveDivision(context.tx, code, today));
  const scopes = {
    registered_scope: await resolve(event.to.registered),
    resident_scope: await resolve(event.to.resident),
  };
  const db = context.tx.withTables<RegisterTables>();
  // A child may be registered in another county than the one of the clerk who records the birth.
  await rescope(context.tx, { ...actorScope(context.actor), area: ancestorCode(context.actor.area, 'city') });
  await db
    .insertInto('register_persons')
    .values({
      person_id: personId,
      name: identity.name,
      sex: identity.sex,
      birth_date: identity.birthDate,
      death_date: null,
      id_number: identity.idNumber?.idNumber ?? null,
      household_id: person.householdId,
      relation_to_head: person.relationToHead,
      mother_id: person.mother?.id ?? null,
      mother_birth_date: person.mother?.birthDate ?? null,
      father_id: person.fatherId,
      spouse_id: null,
      registered_village: null,
      resident_village: null,
      version: 0,
      ...scopes,
    })
    .execute();
  if (identity.idNumber)
    await claimIdNumber(context, personId, idDigest(person.idSecret, identity.idNumber.idNumber));
  const eventId = await writeEvent(context, { personId, event, life: unborn, today });
  return { personId, eventId };
}

async function claimIdNumber(context: TransactionContext, personId: string, digest: string): Promise<void> {
  try {
    await context.tx
      .withTables<RegisterTables>()
      .insertInto('register_id_directory')
      .values({ id_digest: digest, person_id: personId })
      .execute();
  } catch (error) {
    if (violatedConstraint(error) !== 'register_id_directory_pk') throw error;
    throw new DomainError({
      code: 'conflict',
      field: 'idNumber',
      message: text('该身份证号已在全市登记。', 'This identity number is already recorded in the city.'),
      remedy: text(
        '请先查找此人；如号码有误，请更正。',
        'Look the person up first; if the number is wrong, correct it.',
      ),
    });
  }
}

import { sql } from 'kysely';
import type { Route } from '../../policy/payment/index.ts';
import { type AreaCode, type CalendarDate, type Programme, text } from '../language/index.ts';
import { failure, type TransactionContext } from '../platform/index.ts';
import type { RegisterTables } from '../register/index.ts';
import { requireVariant } from './entitlement-effects.ts';
import { type Account, sealAccount } from './entitlement-vault.ts';
import { type EntitlementRow, openEntitlement, unknownEntitlement } from './open-entitlement.ts';
import type { PaymentDependencies } from './payment-dependencies.ts';
import type { PaymentTables } from './payment-tables.ts';
import { recordsOf } from './records-of-person.ts';
import { type ActedEntitlement, asHouse, takeOnEntitlement } from './take-on-entitlement.ts';

const notRegistered = () =>
  failure(
    'conflict',
    text('登记簿中没有这个人在本市的登记。', 'The register knows nobody of this city by these particulars.'),
    text('请先办理登记，再确认待遇。', 'Have the person registered first.'),
  );

const isDead = () =>
  failure(
    'conflict',
    text('登记簿记载此人已经去世。', 'The register says that this person has died.'),
    text(
      '请核实；如登记有误，请先更正。',
      'Look into it; if the register is wrong, have it corrected first.',
    ),
  );

interface Whereabouts {
  /** Where somebody is registered, or else lives; null: nowhere in the city. */
  readonly place: AreaCode | null;
  readonly died: boolean;
}

/** Where the register says that somebody belongs; null where it does not know them. */
export async function whereaboutsOf(
  { tx }: TransactionContext,
  personId: string,
): Promise<Whereabouts | null> {
  const row = await tx
    .withTables<RegisterTables>()
    .selectFrom('register_persons')
    .select(['registered_village', 'resident_village', 'death_date'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!row) return null;
  return { place: row.registered_village ?? row.resident_village, died: row.death_date !== null };
}

/** Where somebody belongs today; whoever is in no place of the city, or is dead, is entitled to nothing new. */
export async function placeOfPerson(context: TransactionContext, personId: string): Promise<AreaCode> {
  const where = await whereaboutsOf(context, personId);
  if (where?.died) throw isDead();
  if (!where?.place) throw notRegistered();
  return where.place;
}

export { notRegistered };

interface Making {
  readonly personId: string;
  readonly programme: Programme;
  readonly caseId: string | null;
  readonly area: AreaCode;
}

/** The open entitlement of somebody to a programme, under whichever of their records, if there is one. */
export const openOne = async (context: TransactionContext, personId: string, programme: string) =>
  context.tx
    .withTables<PaymentTables>()
    .selectFrom('benefits_entitlements')
    .selectAll()
    .where('person_id', 'in', await recordsOf(context, personId))
    .where('programme', '=', programme)
    .where('outcome', 'is', null)
    // What is drawn comes before a proposal.
    .orderBy(sql`step = 'proposed'`)
    .executeTakeFirst();

/** A new entitlement, of which nothing is decided yet. */
export async function makeEntitlement(
  context: TransactionContext,
  { casework }: PaymentDependencies,
  { personId, programme, caseId, area }: Making,
): Promise<string> {
  const entitlementId = context.newId();
  await context.tx
    .withTables<PaymentTables>()
    .insertInto('benefits_entitlements')
    .values({
      person_id: personId,
      entitlement_id: entitlementId,
      programme: programme.key,
      case_id: caseId,
      step: 'proposed',
      outcome: null,
      start_month: null,
      account_version: null,
      checked_year: null,
      area_code: area,
      made_on: casework.today(),
      made_by: context.actor.name,
      version: 1,
      area_scope: area,
    })
    .execute();
  return entitlementId;
}

export interface PaidTo extends Account {
  readonly route: Route;
}

/** From now on it is paid to this account; earlier lists keep the one that stood on them. */
export async function keepAccount(
  context: TransactionContext,
  { vault }: PaymentDependencies,
  { row, account }: { readonly row: EntitlementRow; readonly account: PaidTo },
): Promise<number> {
  const version = (row.account_version ?? 0) + 1;
  const db = context.tx.withTables<PaymentTables>();
  await db
    .insertInto('benefits_accounts')
    .values({
      person_id: row.person_id,
      entitlement_id: row.entitlement_id,
      version,
      route: account.route,
      account: sealAccount(vault, { entitlementId: row.entitlement_id, version }, account),
      recorded_at: context.now(),
      recorded_by: context.actor.name,
      forgotten_on: null,
      area_scope: row.area_scope,
    })
    .execute();
  await db
    .updateTable('benefits_entitlements')
    .set({ account_version: version })
    .where('person_id', '=', row.person_id)
    .where('entitlement_id', '=', row.entitlement_id)
    .execute();
  return version;
}

const drawsAnother = (other: string) =>
  failure(
    'conflict',
    text(
      `正在享受不能同时享受的项目（${other}）。`,
      `A programme is drawn that excludes this one (${other}).`,
    ),
    text(
      '请先与本人商定选择哪一项，再办理另一项的终止。',
      'Agree on one of them with the person and end the other first.',
    ),
  );

const isDrawn = () =>
  failure(
    'conflict',
    text('此人已经在享受这个项目。', 'This person draws this programme already.'),
    text('请在原待遇上办理变更或者恢复。', 'Change or resume the entitlement that there is.'),
  );

async function requireAlone(context: TransactionContext, personId: string, { exclusiveWith }: Programme) {
  if (exclusiveWith.length === 0) return;
  const other = await context.tx
    .withTables<PaymentTables>()
    .selectFrom('benefits_entitlements')
    .select('programme')
    .where('person_id', 'in', await recordsOf(context, personId))
    .where('programme', 'in', [...exclusiveWith])
    .where('step', 'in', ['active', 'paused', 'ending', 'appealed'])
    .executeTakeFirst();
  if (other) throw drawsAnother(other.programme);
}

export interface Beginning {
  readonly personId: string;
  readonly programme: Programme;
  readonly variant: string;
  readonly fromMonth: CalendarDate;
  readonly caseId: string;
  readonly account: PaidTo;
}

async function draft(context: TransactionContext, dependencies: PaymentDependencies, given: Beginning) {
  const { personId, programme, caseId } = given;
  const area = await placeOfPerson(context, personId);
  const there = await openOne(context, personId, programme.key);
  const isOfOther = there?.step === 'proposed' && there.person_id !== personId;
  if (!there || isOfOther)
    return makeEntitlement(context, dependencies, { personId, programme, caseId, area });
  if (there.step !== 'proposed') throw isDrawn();
  await context.tx
    .withTables<PaymentTables>()
    .updateTable('benefits_entitlements')
    .set({ case_id: caseId })
    .where('person_id', '=', personId)
    .where('entitlement_id', '=', there.entitlement_id)
    .execute();
  return there.entitlement_id;
}

/** An application was confirmed: it is drawn from a month on, paid to the account that was given. */
export async function beginEntitlement(
  context: TransactionContext,
  dependencies: PaymentDependencies,
  given: Beginning,
): Promise<ActedEntitlement> {
  const { personId, programme, variant, fromMonth, account } = given;
  requireVariant(dependencies, programme.key, variant);
  await requireAlone(context, personId, programme);
  const entitlementId = await draft(context, dependencies, given);
  const opened = await openEntitlement(context, { personId, entitlementId, lock: true });
  if (opened.standing.step !== 'proposed') throw unknownEntitlement();
  await keepAccount(context, dependencies, { row: opened.row, account });
  return takeOnEntitlement(
    { context, dependencies, opened },
    { action: 'begin', answers: { fromMonth, variant }, acting: asHouse },
  );
}

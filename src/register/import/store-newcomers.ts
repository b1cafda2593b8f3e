import { ancestorCode } from '../../language/index.ts';
import { actorScope, insertMany, rescope, type TransactionContext } from '../../platform/index.ts';
import { digestsOf } from '../directories.ts';
import type { NewHousehold } from '../events/definition.ts';
import { stateOf } from '../person-file.ts';
import { personRow, recordRow, scopesOf, spellRow } from '../person-rows.ts';
import type { Newcomer } from './prepare-person.ts';
import type { Intake } from './take-in.ts';

/** Everything that the tables hold of one newcomer. */
function rowsOfNewcomer(
  context: TransactionContext,
  { tree, today, dependencies, importId }: Intake,
  one: Newcomer,
) {
  const { file, findable, row } = one;
  const { personId } = file;
  const { vault } = dependencies;
  const resolve = (code: Parameters<typeof tree.resolve>[0]) => tree.resolve(code, today);
  const state = stateOf(file);
  const scopes = scopesOf(state.life, resolve);
  return {
    person: { person_id: personId, ...personRow(file, state, resolve), ...scopes },
    events: file.records.map((record) => ({ ...recordRow(personId, record), ...scopes, effective: true })),
    spells: state.life.spells.map((spell) => ({ ...spellRow(personId, context.newId(), spell), ...scopes })),
    phones: findable.phone ? [{ phone_digest: vault.phoneDigest(findable.phone), person_id: personId }] : [],
    addresses: digestsOf(vault, findable.address).map((token_digest) => ({
      token_digest,
      person_id: personId,
    })),
    known: { row_digest: row.digest, import_id: importId, person_id: personId },
  };
}

/** Stores many newcomers, whose numbers are claimed already, in one statement a table. */
export async function storeNewcomers(
  context: TransactionContext,
  intake: Intake,
  { newcomers, households }: { newcomers: readonly Newcomer[]; households: readonly NewHousehold[] },
): Promise<void> {
  const { tx, actor } = context;
  const all = newcomers.map((one) => rowsOfNewcomer(context, intake, one));
  await rescope(tx, { ...actorScope(actor), area: ancestorCode(actor.area, 'city') });
  await insertMany(
    tx,
    'register_households',
    households.map(({ householdId, headId, village, formedOn }) => ({
      household_id: householdId,
      head_id: headId,
      village_scope: intake.tree.resolve(village, intake.today),
      formed_on: formedOn,
      dissolved_on: null,
    })),
  );
  await insertMany(
    tx,
    'register_persons',
    all.map((one) => one.person),
  );
  await insertMany(
    tx,
    'register_events',
    all.flatMap((one) => one.events),
  );
  await insertMany(
    tx,
    'register_spells',
    all.flatMap((one) => one.spells),
  );
  await insertMany(
    tx,
    'register_phone_directory',
    all.flatMap((one) => one.phones),
  );
  await insertMany(
    tx,
    'register_address_directory',
    all.flatMap((one) => one.addresses),
  );
  await insertMany(
    tx,
    'register_import_rows',
    all.map((one) => one.known),
  );
  await rescope(tx, actorScope(actor));
}

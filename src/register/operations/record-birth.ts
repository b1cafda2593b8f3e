import { z } from 'zod';
import { text } from '../../language/index.ts';
import type { TransactionContext } from '../../platform/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { type RegisterEvent, unborn } from '../fold.ts';
import { identityInput, receipt } from '../inputs.ts';
import { nowhere } from '../person.ts';
import type { RegisterTables } from '../tables.ts';
import { loadPerson, requirePossible } from '../write-event.ts';
import { requireAgreement, writePerson } from '../write-person.ts';

const input = z.object({ motherId: z.uuid(), child: identityInput });

const notAlive = () =>
  failure(
    'conflict',
    text('母亲在该日期不在册。', 'The mother was not in the register on that day.'),
    text(
      '请核对母亲和出生日期；弃婴请用“登记尚未在册的人”。',
      'Check mother and date of birth; for a foundling, enrol the person.',
    ),
  );

async function motherOf(context: TransactionContext, motherId: string) {
  const { life } = await loadPerson(context, motherId);
  const row = await context.tx
    .withTables<RegisterTables>()
    .selectFrom('register_persons')
    .select(['sex', 'birth_date', 'household_id'])
    .where('person_id', '=', motherId)
    .executeTakeFirstOrThrow();
  if (row.sex !== 'female' || life.deathDate) throw notAlive();
  return { places: life.places, birthDate: row.birth_date, householdId: row.household_id };
}

/**
 * A live birth (UN Principles and Recommendations for a Vital Statistics System, Rev. 3): the child is registered
 * where the mother is registered and lives where she lives. Nothing is asked about marriage or number of children.
 */
export const recordBirth = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/record-birth',
    kind: 'command',
    summary: text('登记出生', 'Record a live birth'),
    permission: 'register:write',
    input,
    output: receipt,
    handle: async (context, { motherId, child }) => {
      requireAgreement(child);
      const mother = await motherOf(context, motherId);
      if (child.birthDate <= mother.birthDate) throw notAlive();
      const event: RegisterEvent = { kind: 'birth', date: child.birthDate, from: nowhere, to: mother.places };
      const today = dependencies.today();
      requirePossible(unborn, event, today);
      return writePerson(context, {
        identity: child,
        event,
        mother: { id: motherId, birthDate: mother.birthDate },
        fatherId: null,
        householdId: mother.householdId,
        relationToHead: mother.householdId ? 'child' : null,
        today,
        idSecret: dependencies.idSecret,
      });
    },
  });

import { type AreaCode, areaContains, areaInput, dateInput, text } from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import type { RegisterEvent } from '../fold.ts';
import { unborn } from '../fold.ts';
import { identityInput, receipt } from '../inputs.ts';
import { nowhere } from '../person.ts';
import { requirePossible, requireVillage } from '../write-event.ts';
import { requireAgreement, writePerson } from '../write-person.ts';
import { refuseIfMissing } from './refuse-if-missing.ts';

const input = identityInput.extend({
  date: dateInput,
  registeredVillage: areaInput.nullable().default(null),
  residentVillage: areaInput.nullable().default(null),
});

/** A registrar takes in people of the own area: registered there, living there, or both. */
function requireOwnArea(context: TransactionContext, villages: readonly (AreaCode | null)[]): void {
  if (villages.some((village) => village !== null && areaContains(context.actor.area, village))) return;
  throw failure(
    'forbidden',
    text('此人的户籍地和常住地都不在您的管辖范围内。', 'Neither place of this person lies in your area.'),
    text('请由当地登记人员办理。', 'Ask the registrar of that place.'),
  );
}

/**
 * Takes somebody into the register who is not in it: found at a check, or moved here from outside.
 * Example: `{name, sex, birthDate, date: "2024-03-01", residentVillage: "510703001003"}`.
 */
export const enrolPerson = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/enrol-person',
    kind: 'command',
    summary: text('登记尚未在册的人', 'Take a person into the register'),
    permission: 'register:write',
    input,
    output: receipt,
    handle: async (context, { date, registeredVillage, residentVillage, ...identity }) => {
      requireAgreement(identity);
      refuseIfMissing(registeredVillage ?? residentVillage, 'registeredVillage');
      refuseIfMissing(identity.birthDate <= date || null, 'date');
      requireOwnArea(context, [registeredVillage, residentVillage]);
      await requireVillage(context, registeredVillage, date);
      await requireVillage(context, residentVillage, date);
      const to = { registered: registeredVillage, resident: residentVillage };
      const event: RegisterEvent = { kind: 'enrolment', date, from: nowhere, to };
      const today = dependencies.today();
      requirePossible(unborn, event, today);
      const alone = { mother: null, fatherId: null, householdId: null, relationToHead: null };
      return writePerson(context, { identity, event, ...alone, today, idSecret: dependencies.idSecret });
    },
  });

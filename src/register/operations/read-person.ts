import { z } from 'zod';
import { resolveDivision } from '../../areas/index.ts';
import {
  areaCode,
  type CalendarDate,
  dateInput,
  endOfCivilDay,
  parseCalendarDate,
  text,
} from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { requireReason } from '../children.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { findByIdNumber } from '../directories.ts';
import { requireField } from '../events/rules.ts';
import { mentioned, nameMentioned } from '../name-mentioned.ts';
import { findFile, stateOf, unknownPerson } from '../person-file.ts';
import { isKnown, type ShownPerson, shownPerson, showPerson } from '../show-person.ts';

/** A moment: a civil day means its end. */
const momentInput = z
  .string()
  .transform((value, context): Date => {
    const day = parseCalendarDate(value.trim());
    const moment = day ? endOfCivilDay(day) : new Date(value.trim());
    if (!Number.isNaN(moment.getTime())) return moment;
    context.addIssue({ code: 'custom', message: `not a day or moment: ${value} (write YYYY-MM-DD)` });
    return z.NEVER;
  })
  .meta({ description: 'YYYY-MM-DD (the end of that day in the city) or an ISO 8601 instant' });

/** Where the person is, in the codes of that day; events keep the codes in which they were recorded. */
async function inCodesOf(context: TransactionContext, person: ShownPerson, on: CalendarDate) {
  const resolve = async (code: string | null) =>
    code && (await resolveDivision(context.tx, areaCode(code), on));
  return {
    ...person,
    registeredVillage: await resolve(person.registeredVillage),
    residentVillage: await resolve(person.residentVillage),
  };
}

const notYet = () =>
  failure(
    'not_found',
    text('当时登记簿中还没有此人。', 'The register did not know of this person then.'),
    text('请选择更晚的日期。', 'Choose a later day.'),
  );

const output = shownPerson.extend({
  /** What ids and codes in it mean. */
  mentioned: z.array(mentioned),
});
export type PersonAsOf = z.output<typeof output>;

/**
 * One person as of any day, as known at any moment, as far as the reader's area reaches. Every reading is audited.
 * Example: `{personId, asOf: "2018-06-30", knownAt: "2019-01-01"}`: what was known at the end of that day about the
 * middle of 2018.
 */
export const readPerson = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/read-person',
    kind: 'query',
    auditReads: true,
    summary: text('查看一人（可指定日期和当时所知）', 'Read one person, as of a day, as known at a moment'),
    permission: 'register:read',
    auditDetail: ({ reason }) => (reason === undefined ? {} : { reason }),
    input: z.object({
      personId: z.uuid().optional(),
      /** Instead of the id: the whole identity number, as people type it. */
      idNumber: z.string().max(40).optional(),
      asOf: dateInput.optional(),
      knownAt: momentInput.optional(),
      /** What the file of a child under 14 is needed for; logged. */
      reason: z.string().trim().min(4).max(200).optional(),
    }),
    output,
    handle: async (context, { personId, idNumber, asOf, knownAt, reason }) => {
      requireField((personId === undefined) !== (idNumber === undefined), 'personId');
      const found = personId ?? (await findByIdNumber(context, idNumber ?? '', dependencies.vault));
      const file = found === null ? null : await findFile(context, found);
      if (!file) throw unknownPerson();
      requireReason(context, file, { reason, today: dependencies.today() });
      const when = { on: asOf ?? null, knownAt: knownAt ?? null };
      if ((asOf || knownAt) && !isKnown(stateOf(file, when))) throw notYet();
      const shown = showPerson(file, when, dependencies.vault);
      const person = await inCodesOf(context, shown, asOf ?? dependencies.today());
      return { ...person, mentioned: await nameMentioned(context, person) };
    },
  });

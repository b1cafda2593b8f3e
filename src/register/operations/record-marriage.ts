import { z } from 'zod';
import { type CalendarDate, dateInput, text } from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import type { RegisterEvent } from '../fold.ts';
import type { Sex } from '../person.ts';
import type { RegisterTables } from '../tables.ts';
import { loadPerson, requirePossible, writeEvent } from '../write-event.ts';

/** Civil Code of China, article 1047: men from 22, women from 20 years. */
const MARRIAGEABLE: Readonly<Record<Sex, number>> = { male: 22, female: 20 };

const impossible = (zh: string, en: string) =>
  failure('conflict', text(zh, en), text('请核对双方和日期。', 'Check both persons and the date.'));

async function partnerOf(context: TransactionContext, personId: string) {
  const { life } = await loadPerson(context, personId);
  const row = await context.tx
    .withTables<RegisterTables>()
    .selectFrom('register_persons')
    .select(['sex', 'birth_date', 'spouse_id'])
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return { personId, life, sex: row.sex, birthDate: row.birth_date, spouseId: row.spouse_id };
}
type Partner = Awaited<ReturnType<typeof partnerOf>>;

const birthdayAt = (birthDate: CalendarDate, years: number) =>
  `${String(Number(birthDate.slice(0, 4)) + years)}${birthDate.slice(4)}`;

async function requireFree(context: TransactionContext, { spouseId }: Partner): Promise<void> {
  if (spouseId === null) return;
  const spouse = await context.tx
    .withTables<RegisterTables>()
    .selectFrom('register_persons')
    .select('death_date')
    .where('person_id', '=', spouseId)
    .executeTakeFirst();
  if (!spouse?.death_date) throw impossible('其中一方已有配偶。', 'One of them is married already.');
}

function requireAge({ sex, birthDate }: Partner, date: CalendarDate): void {
  if (date >= birthdayAt(birthDate, MARRIAGEABLE[sex])) return;
  throw impossible('其中一方未到法定婚龄。', 'One of them is below the age of marriage.');
}

/** A marriage, recorded for both; it changes nobody's place. Example: `{personId, spouseId, date: "2024-10-01"}`. */
export const recordMarriage = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/record-marriage',
    kind: 'command',
    summary: text('登记结婚', 'Record a marriage'),
    permission: 'register:write',
    input: z.object({ personId: z.uuid(), spouseId: z.uuid(), date: dateInput }),
    output: z.object({ personId: z.uuid(), spouseId: z.uuid(), eventIds: z.array(z.uuid()) }),
    handle: async (context, { personId, spouseId, date }) => {
      const partners = [await partnerOf(context, personId), await partnerOf(context, spouseId)] as const;
      if (partners[0].sex === partners[1].sex)
        throw impossible('双方应为一男一女。', 'They should be a man and a woman.');
      const today = dependencies.today();
      const eventIds: string[] = [];
      for (const partner of partners) {
        await requireFree(context, partner);
        requireAge(partner, date);
        const { life } = partner;
        const event: RegisterEvent = { kind: 'marriage', date, from: life.places, to: life.places };
        requirePossible(life, event, today);
        const other = partner.personId === personId ? spouseId : personId;
        eventIds.push(
          await writeEvent(context, { personId: partner.personId, event, life, today, spouseId: other }),
        );
      }
      return { personId, spouseId, eventIds };
    },
  });

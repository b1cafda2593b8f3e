import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import type { RegisterTables } from '../tables.ts';

const village = z.string().nullable();
const output = z.object({
  personId: z.uuid(),
  name: z.string(),
  sex: z.enum(['male', 'female']),
  birthDate: z.string(),
  deathDate: z.string().nullable(),
  /** Masked: the first six digits and the last. */
  idNumber: z.string().nullable(),
  spouseId: z.uuid().nullable(),
  registeredVillage: village,
  residentVillage: village,
  events: z.array(
    z.object({ kind: z.string(), date: z.string(), recordedAt: z.string(), recordedBy: z.string() }),
  ),
});

const mask = (idNumber: string) => `${idNumber.slice(0, 6)}***********${idNumber.slice(-1)}`;

/** One person with the events of their life, as far as the reader's area reaches. Every reading is audited. */
export const readPerson = defineOperation({
  name: 'register/read-person',
  kind: 'query',
  auditReads: true,
  summary: text('查看一人', 'Read one person'),
  permission: 'register:read',
  input: z.object({ personId: z.uuid() }),
  output,
  handle: async (context, { personId }) => {
    const db = context.tx.withTables<RegisterTables>();
    const person = await db
      .selectFrom('register_persons')
      .selectAll()
      .where('person_id', '=', personId)
      .executeTakeFirst();
    if (!person) {
      throw failure(
        'not_found',
        text('您的管辖范围内没有此人。', 'There is no such person in your area.'),
        text('请核对编号。', 'Check the id.'),
      );
    }
    const events = await db
      .selectFrom('register_events')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('event_date')
      .execute();
    return {
      personId,
      name: person.name,
      sex: person.sex,
      birthDate: person.birth_date,
      deathDate: person.death_date,
      idNumber: person.id_number && mask(person.id_number),
      spouseId: person.spouse_id,
      registeredVillage: person.registered_village,
      residentVillage: person.resident_village,
      events: events.map((event) => ({
        kind: event.kind,
        date: event.event_date,
        recordedAt: event.recorded_at.toISOString(),
        recordedBy: event.recorded_by,
      })),
    };
  },
});

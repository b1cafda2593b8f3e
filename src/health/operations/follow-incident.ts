import { z } from 'zod';
import { dateInput, text } from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { requirePast } from '../days.ts';
import type { HealthDependencies } from '../dependencies.ts';
import { noteInput } from '../fields.ts';
import { ownStation } from '../stations.ts';
import type { HealthTables } from '../tables.ts';

const input = z.object({
  stationId: z.uuid(),
  incidentId: z.uuid(),
  day: dateInput,
  account: noteInput,
  closes: z.boolean().default(false),
});

const unknownIncident = () =>
  failure(
    'not_found',
    text('没有这起事件。', 'There is no such incident.'),
    text('请从列表中选择。', 'Choose one from the list.'),
  );

const closedAlready = () =>
  failure(
    'conflict',
    text('这起事件已经处理完毕。', 'This incident is closed.'),
    text('如有新情况，请另行报告。', 'Report what is new as another one.'),
  );

async function requireOpen({ tx }: TransactionContext, key: { station_id: string; incident_id: string }) {
  const db = tx.withTables<HealthTables>();
  const incident = await db
    .selectFrom('health_incidents')
    .select('incident_id')
    .where('station_id', '=', key.station_id)
    .where('incident_id', '=', key.incident_id)
    .executeTakeFirst();
  if (!incident) throw unknownIncident();
  const closing = await db
    .selectFrom('health_incident_steps')
    .select('step_id')
    .where('station_id', '=', key.station_id)
    .where('incident_id', '=', key.incident_id)
    .where('closes', '=', true)
    .executeTakeFirst();
  if (closing) throw closedAlready();
}

/** Adds to an incident what was done about it. */
export const followIncident = (dependencies: HealthDependencies) =>
  defineOperation({
    name: 'health/follow-incident',
    kind: 'command',
    summary: text('登记安全事件处理情况', 'Record what was done about an incident'),
    permission: 'health:write',
    input,
    output: z.object({ stationId: z.uuid(), incidentId: z.uuid(), closed: z.boolean() }),
    handle: async (context, { stationId, incidentId, day, account, closes }) => {
      requirePast(dependencies, day);
      const station = await ownStation(context, stationId);
      const key = { station_id: stationId, incident_id: incidentId };
      await requireOpen(context, key);
      const stepId = context.newId();
      await context.tx
        .withTables<HealthTables>()
        .insertInto('health_incident_steps')
        .values({
          ...key,
          step_id: stepId,
          day,
          account: dependencies.vault.seal(`incident step ${stepId}`, account),
          closes,
          at: context.now(),
          by: context.actor.name,
          area_scope: station.area_scope,
        })
        .execute();
      return { stationId, incidentId, closed: closes };
    },
  });

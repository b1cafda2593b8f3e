import { z } from 'zod';
import { type IncidentKind, incidentKinds } from '../../../policy/health/index.ts';
import { dateInput, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { requirePast } from '../days.ts';
import type { HealthDependencies } from '../dependencies.ts';
import { noteInput } from '../fields.ts';
import { ownStation, placeOf } from '../stations.ts';
import type { HealthTables } from '../tables.ts';

const kinds = Object.keys(incidentKinds) as [IncidentKind, ...IncidentKind[]];
const MOST_AFFECTED = 10_000;

const input = z.object({
  stationId: z.uuid(),
  kind: z.enum(kinds),
  happenedOn: dateInput,
  affected: z.number().int().min(0).max(MOST_AFFECTED).describe('how many people, without who'),
  account: noteInput,
});

/** Reports that something went wrong at a station. It cannot be changed; what follows is added. */
export const reportIncident = (dependencies: HealthDependencies) =>
  defineOperation({
    name: 'health/report-incident',
    kind: 'command',
    summary: text('报告安全事件', 'Report a safety incident'),
    permission: 'health:write',
    input,
    output: z.object({ stationId: z.uuid(), incidentId: z.uuid() }),
    handle: async (context, { stationId, kind, happenedOn, affected, account }) => {
      requirePast(dependencies, happenedOn, 'happenedOn');
      const station = await ownStation(context, stationId);
      const incidentId = context.newId();
      await context.tx
        .withTables<HealthTables>()
        .insertInto('health_incidents')
        .values({
          ...placeOf(station),
          incident_id: incidentId,
          kind,
          happened_on: happenedOn,
          affected,
          account: dependencies.vault.seal(`incident ${incidentId}`, account),
          reported_at: context.now(),
          reported_by: context.actor.name,
        })
        .execute();
      return { stationId, incidentId };
    },
  });

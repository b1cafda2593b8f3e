import { z } from 'zod';
import { incidentKinds } from '../../../policy/health/index.ts';
import { text, textPair } from '../../language/index.ts';
import { defineOperation, type TransactionContext } from '../../platform/index.ts';
import type { HealthDependencies } from '../dependencies.ts';
import type { HealthTables } from '../tables.ts';

const MOST = 200;

const output = z.object({
  /** What can be reported. */
  kinds: z.array(z.object({ kind: z.string(), label: textPair })),
  incidents: z.array(
    z.object({
      stationId: z.uuid(),
      incidentId: z.uuid(),
      kind: z.string(),
      label: textPair,
      happenedOn: z.string(),
      affected: z.number().int(),
      account: z.string(),
      reportedBy: z.string(),
      closed: z.boolean(),
      steps: z.array(z.object({ day: z.string(), account: z.string(), by: z.string() })),
    }),
  ),
});
export type IncidentList = z.output<typeof output>;

const stepsOf = ({ tx }: TransactionContext, incidentIds: readonly string[]) =>
  tx
    .withTables<HealthTables>()
    .selectFrom('health_incident_steps')
    .selectAll()
    .where('incident_id', 'in', incidentIds)
    .orderBy('at')
    .execute();

const recent = ({ tx }: TransactionContext) =>
  tx
    .withTables<HealthTables>()
    .selectFrom('health_incidents')
    .selectAll()
    .orderBy('reported_at', 'desc')
    .limit(MOST)
    .execute();

/** Incidents of the caller's area with what was done about them, newest first. */
export const listIncidents = ({ vault }: HealthDependencies) =>
  defineOperation({
    name: 'health/list-incidents',
    kind: 'query',
    summary: text('列出安全事件', 'List the safety incidents'),
    permission: 'health:read',
    input: z.object({}),
    output,
    handle: async (context) => {
      const rows = await recent(context);
      const steps =
        rows.length === 0
          ? []
          : await stepsOf(
              context,
              rows.map((row) => row.incident_id),
            );
      return {
        kinds: Object.entries(incidentKinds).map(([kind, label]) => ({ kind, label })),
        incidents: rows.map((row) => {
          const own = steps.filter((step) => step.incident_id === row.incident_id);
          return {
            stationId: row.station_id,
            incidentId: row.incident_id,
            kind: row.kind,
            label: incidentKinds[row.kind],
            happenedOn: row.happened_on,
            affected: row.affected,
            account: vault.open(`incident ${row.incident_id}`, row.account),
            reportedBy: row.reported_by,
            closed: own.some((step) => step.closes),
            steps: own.map((step) => ({
              day: step.day,
              account: vault.open(`incident step ${step.step_id}`, step.account),
              by: step.by,
            })),
          };
        }),
      };
    },
  });

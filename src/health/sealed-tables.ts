import { type SealedTable, sealedTable } from '../platform/index.ts';

const recordContent = ({ record_id }: { readonly record_id: string }, [key]: readonly string[]) =>
  key === undefined ? null : `health record ${record_id} ${key}`;

/**
 * Where sealed values stand in the health room. What was withheld comes after the records: a record that is withheld
 * meanwhile was sealed anew before, or will be.
 */
export const sealedHealth: readonly SealedTable[] = [
  sealedTable({
    table: 'health_consents',
    key: { case_id: 'uuid', consent_id: 'uuid' },
    columns: { giver: ({ consent_id }) => `health consent ${consent_id} giver` },
  }),
  sealedTable({
    table: 'health_records',
    key: { case_id: 'uuid', record_id: 'uuid' },
    columns: { content: recordContent },
  }),
  sealedTable({
    table: 'health_withheld',
    key: { case_id: 'uuid', record_id: 'uuid' },
    columns: { content: recordContent },
  }),
  sealedTable({
    table: 'health_incidents',
    key: { station_id: 'uuid', incident_id: 'uuid' },
    columns: { account: ({ incident_id }) => `health incident ${incident_id}` },
  }),
  sealedTable({
    table: 'health_incident_steps',
    key: { station_id: 'uuid', incident_id: 'uuid', step_id: 'uuid' },
    columns: { account: ({ step_id }) => `health incident step ${step_id}` },
  }),
];

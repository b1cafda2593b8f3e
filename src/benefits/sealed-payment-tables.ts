import { type SealedTable, sealedTable } from '../platform/index.ts';

/** Where sealed values stand among entitlements and payments. */
export const sealedPaymentTables: readonly SealedTable[] = [
  sealedTable({
    table: 'benefits_accounts',
    key: { person_id: 'uuid', entitlement_id: 'uuid', version: 'integer' },
    columns: {
      account: ({ entitlement_id: id, version }) => `benefits account ${id} ${version}`,
    },
    where: 'account IS NOT NULL',
  }),
  sealedTable({
    table: 'benefits_entitlement_actions',
    key: { person_id: 'uuid', entitlement_id: 'uuid', seq: 'integer' },
    columns: {
      answers: ({ entitlement_id: id, seq }, [key, inner]) =>
        inner === 'sealed' ? `benefits action ${id} ${seq} ${key ?? ''}` : null,
    },
  }),
  sealedTable({
    table: 'benefits_objections',
    key: { case_id: 'uuid', objection_id: 'uuid' },
    columns: {
      account: ({ objection_id: id }) => `benefits objection ${id}`,
      finding: ({ objection_id: id }) => `benefits finding ${id}`,
    },
  }),
  sealedTable({
    table: 'benefits_records',
    key: { record_id: 'uuid' },
    columns: { details: ({ record_id: id }) => `benefits record ${id}` },
    where: 'details IS NOT NULL',
  }),
];

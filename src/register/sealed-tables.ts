import { type SealedTable, sealedTable } from '../platform/index.ts';
import { placeOf, type SealedKey, sealedKeys } from './vault.ts';

const isSealedKey = (key: string | undefined): key is SealedKey => sealedKeys.some((one) => one === key);

/**
 * Where sealed values stand in the register. What records say of sealed attributes is the one thing in a record that
 * is ever written again.
 */
export const sealedRegister: readonly SealedTable[] = [
  sealedTable({
    table: 'register_persons',
    key: { person_id: 'uuid' },
    columns: {
      id_number: ({ person_id }) => placeOf(person_id, 'idNumber'),
      document_number: ({ person_id }) => placeOf(person_id, 'documentNumber'),
      phone: ({ person_id }) => placeOf(person_id, 'phone'),
      address: ({ person_id }) => placeOf(person_id, 'address'),
    },
  }),
  sealedTable({
    table: 'register_events',
    key: { person_id: 'uuid', event_id: 'uuid' },
    columns: {
      // changes.phone.from, changes.phone.to
      details: ({ person_id }, [part, key]) =>
        part === 'changes' && isSealedKey(key) ? placeOf(person_id, key) : null,
    },
    where: `details -> 'changes' ?| ARRAY[${sealedKeys.map((key) => `'${key}'`).join(', ')}]`,
  }),
  sealedTable({
    table: 'register_requests',
    key: { person_id: 'uuid', request_id: 'uuid' },
    columns: { form: ({ request_id }, [key]) => (isSealedKey(key) ? placeOf(request_id, key) : null) },
  }),
];

import { createEntitlementVault } from '../../src/benefits/index.ts';
import type { House } from '../../src/composition/assemble.ts';
import { createFieldCipher, createRandomBytes, uuidV7 } from '../../src/platform/index.ts';

const randomBytes = createRandomBytes();
const newId = () => uuidV7(Date.now(), randomBytes(10));

/** Entitlements of nobody in the register, drawn from a month on: for tests of what is done to many. */
export async function plantEntitlements(
  { ground }: House,
  count: number,
  { programme = 'special-support', variant = 'loss', from = '2013-01-01' } = {},
): Promise<readonly { readonly personId: string; readonly entitlementId: string }[]> {
  const vault = createEntitlementVault(createFieldCipher(ground.keyring, randomBytes));
  const made = Array.from({ length: count }, () => ({ personId: newId(), entitlementId: newId() }));
  const village = '510703001003';
  const { owner } = ground.database;
  const rows = JSON.stringify(
    made.map(({ personId, entitlementId }, index) => ({
      p: personId,
      e: entitlementId,
      a: vault.seal(`account ${entitlementId} 1`, JSON.stringify([String(6_200_000_000 + index), '测试'])),
    })),
  );
  await owner.query(
    `INSERT INTO benefits_entitlements (person_id, entitlement_id, programme, step, start_month, account_version,
       area_code, made_on, made_by, version, area_scope)
     SELECT p, e, $2, 'active', $3::date, NULL, $4, $3::date, 'test', 1, $4
     FROM json_to_recordset($1::json) AS r (p uuid, e uuid)`,
    [rows, programme, from, village],
  );
  await owner.query(
    `INSERT INTO benefits_accounts SELECT p, e, 1, 'bank-account', a, now(), 'test', $2
     FROM json_to_recordset($1::json) AS r (p uuid, e uuid, a text)`,
    [rows, village],
  );
  await owner.query(
    `INSERT INTO benefits_segments SELECT p, e, $2::date, NULL, $2::date, $3, $4, $5, false, $5
     FROM json_to_recordset($1::json) AS r (p uuid, e uuid)`,
    [rows, from, programme, variant, village],
  );
  await owner.query('UPDATE benefits_entitlements SET account_version = 1 WHERE account_version IS NULL');
  return made;
}

import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newIdNumber, refused, registerDesk, staff } from '../../../test/support/register-desk.ts';
import { createBlindIndex, createFieldCipher, type Keyring, proveKeys } from '../../platform/index.ts';
import { finishRegister } from '../finish-register.ts';
import { createVault } from '../vault.ts';

const { house, clerk, reviewer, run, read, enrol, askForCorrection, decide, correct } = await registerDesk();
const { owner } = house.ground.database;
const { keyring, secret } = house.ground;
const registrar = staff('clerk', '510703', [
  'register:read',
  'register:read-children',
  'register:write',
  'register:reveal',
]);
const reason = '核对证件原件';

/** Everything that stands in the database, as a dump would show it. */
async function dump(): Promise<string> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename !~ '^areas_'`,
  );
  const parts: string[] = [];
  for (const { name } of tables)
    parts.push(JSON.stringify((await owner.query(`SELECT t::text AS row FROM ${name} t`)).rows));
  return parts.join('\n');
}

const contact = { phone: '138 1234 1402', address: '滨江路12号3栋' };

describe('identity numbers, phones and addresses', () => {
  it('stand nowhere in the database in clear: not in records, requests, receipts or the audit', async () => {
    const [number, corrected, asked] = [newIdNumber(), newIdNumber(), newIdNumber()];
    const personId = await enrol({ idNumber: number });
    await run('register/change-contact', { personId, date: '2020-01-01', ...contact });
    await correct({ personId, form: 'enrolment', answers: { idNumber: corrected } });
    await correct({ personId, form: 'contact-change', answers: { phone: '139 0000 0001' } });
    await askForCorrection({ personId, form: 'enrolment', answers: { idNumber: asked } });
    await house.execute(
      house.registry.get('register/enrol-person') as never,
      {
        name: '甲',
        sex: 'male',
        birthDate: '1990-02-01',
        date: '2015-01-05',
        registeredVillage: '510703001003',
      },
      { actor: clerk, idempotencyKey: crypto.randomUUID() },
    );
    await house.execute(
      house.registry.get('register/reveal-field') as never,
      { personId, field: 'phone', reason },
      { actor: registrar, idempotencyKey: crypto.randomUUID() },
    );
    const all = await dump();
    expect(all).toContain('秀英');
    for (const secretValue of [number, corrected, asked, '13812341402', '13900000001', '滨江路'])
      expect(all, secretValue).not.toContain(secretValue);
  });

  it('are shown masked, and in full for a stated reason alone, which is logged', async () => {
    const number = newIdNumber();
    const personId = await enrol({ idNumber: number });
    await run('register/change-contact', { personId, date: '2020-01-01', ...contact });
    expect(await read(personId)).toMatchObject({
      idNumber: `510790***********${number.slice(-1)}`,
      phone: '138****1402',
      address: '滨江路***',
    });
    const asked = { personId, field: 'phone', reason };
    expect(await run('register/reveal-field', asked, registrar)).toMatchObject({ value: '13812341402' });
    await expect(run('register/reveal-field', { ...asked, reason: '' }, registrar)).rejects.toMatchObject(
      refused('invalid_input'),
    );
    await expect(run('register/reveal-field', asked, reviewer)).rejects.toMatchObject(refused('forbidden'));
    const far = staff('far', '510722', ['register:reveal']);
    await expect(run('register/reveal-field', asked, far)).rejects.toMatchObject(refused('not_found'));
    const { rows } = await owner.query<{ actor: string; detail: object }>(
      `SELECT actor, detail FROM platform_audit WHERE operation = 'register/reveal-field' AND outcome = 'done' AND subject_id = $1`,
      [personId],
    );
    expect(rows).toEqual([{ actor: 'clerk', detail: { field: 'phone', reason } }]);
  });

  it('left masked in a correction stay as they were', async () => {
    const number = newIdNumber();
    const personId = await enrol({ idNumber: number });
    await correct({ personId, form: 'enrolment', answers: { name: '甲' } });
    const revealed = { personId, field: 'idNumber', reason };
    expect(await run('register/reveal-field', revealed, registrar)).toMatchObject({ value: number });
    expect(await read(personId)).toMatchObject({ name: '甲' });
  });

  it('that are changed are no longer known once they are left empty', async () => {
    const personId = await enrol();
    await run('register/change-contact', { personId, date: '2020-01-01', ...contact });
    await run('register/change-contact', { personId, date: '2021-01-01' });
    expect(await read(personId)).toMatchObject({ phone: null, address: null });
    expect(await read(personId, { asOf: '2020-06-01' })).toMatchObject({ phone: '138****1402' });
    const { rows } = await owner.query(
      'SELECT 1 FROM register_phone_directory WHERE person_id = $1 UNION ALL SELECT 1 FROM register_address_directory WHERE person_id = $1',
      [personId],
    );
    expect(rows).toEqual([]);
  });

  it.each([{ phone: '123' }, { phone: '电话' }])('%j is refused with the field', async (wrong) => {
    const personId = await enrol();
    await expect(
      run('register/change-contact', { personId, date: '2020-01-01', ...wrong }),
    ).rejects.toMatchObject(refused('invalid_input', 'phone'));
  });
});

describe('the copy for the person', () => {
  it('holds everything in full, and who has looked; it needs a reason, which is logged', async () => {
    const number = newIdNumber();
    const personId = await enrol({ idNumber: number });
    await run('register/change-contact', { personId, date: '2020-01-01', ...contact });
    await askForCorrection({ personId, form: 'enrolment', answers: { name: '乙' } });
    const exporter = staff('exporter', '510703', ['register:export']);
    const asked = { personId, reason: '本人持身份证到场' };
    const copy = await run('register/export-person-file', asked, exporter);
    expect(copy).toMatchObject({
      person: { idNumber: number, phone: '13812341402', address: '滨江路12号3栋', events: [{}, {}] },
      requests: [{ kind: 'correct', state: 'requested' }],
    });
    const operations = (copy['accesses'] as readonly { operation: string }[]).map((one) => one.operation);
    expect(operations).toContain('register/change-contact');
    expect(operations).toContain('register/read-person');
    await expect(
      run('register/export-person-file', { personId, reason: '' }, exporter),
    ).rejects.toMatchObject(refused('invalid_input'));
    await expect(run('register/export-person-file', asked)).rejects.toMatchObject(refused('forbidden'));
    const far = staff('far', '510722', ['register:export']);
    await expect(run('register/export-person-file', asked, far)).rejects.toMatchObject(refused('not_found'));
    const { rows } = await owner.query<{ detail: object }>(
      `SELECT detail FROM platform_audit WHERE operation = 'register/export-person-file' AND outcome = 'done'`,
    );
    expect(rows).toEqual([{ detail: { reason: asked.reason } }]);
  });
});

describe('keys', () => {
  const longer: Keyring = { newest: 2, keys: new Map([...keyring.keys, [2, randomBytes(32)]]) };

  it('that are not the ones of the database are refused at the start, with the remedy', async () => {
    const directory = createBlindIndex(secret, 'directory check');
    const prove = (ring: Keyring, index = directory) =>
      house.asOperator(({ tx }) => proveKeys(tx, ring, index));
    await prove(keyring);
    await prove(longer);
    await expect(prove(keyring)).rejects.toMatchObject(refused('misconfigured'));
    await expect(
      prove({
        newest: 2,
        keys: new Map([
          [1, randomBytes(32)],
          [2, randomBytes(32)],
        ]),
      }),
    ).rejects.toMatchObject(refused('misconfigured'));
    const other = createBlindIndex(randomBytes(32), 'directory check');
    await expect(prove(longer, other)).rejects.toMatchObject(refused('misconfigured'));
  });
});

describe('numbers that an earlier version wrote in clear', () => {
  it('are sealed once by the next start', async () => {
    const number = newIdNumber();
    const personId = await enrol();
    const name = 'register_persons_id_number_sealed';
    await owner.query(`ALTER TABLE register_persons DROP CONSTRAINT ${name}`);
    await owner.query('UPDATE register_persons SET id_number = $2 WHERE person_id = $1', [personId, number]);
    await owner.query(
      `ALTER TABLE register_persons ADD CONSTRAINT ${name} CHECK (id_number LIKE '%.%') NOT VALID`,
    );
    const vault = createVault(createFieldCipher(keyring, randomBytes), secret);
    expect(await finishRegister(owner, vault)).toBe(1);
    expect(await finishRegister(owner, vault)).toBe(0);
    const { rows } = await owner.query<{ id_number: string }>(
      'SELECT id_number FROM register_persons WHERE person_id = $1',
      [personId],
    );
    expect(vault.open(personId, 'idNumber', rows[0]?.id_number as never)).toBe(number);
  });
});

describe('a request', () => {
  it('waits sealed and is carried out with what was asked', async () => {
    const number = newIdNumber();
    const personId = await enrol();
    await decide(
      await askForCorrection({ personId, form: 'enrolment', answers: { idNumber: number } }),
      true,
    );
    const asked = { personId, field: 'idNumber', reason };
    expect(await run('register/reveal-field', asked, registrar)).toMatchObject({ value: number });
  });
});

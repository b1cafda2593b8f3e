import { describe, expect, it } from 'vitest';
import { type Answer, refused, registerDesk, staff } from '../../../test/support/register-desk.ts';

const { run, read, enrol, decide, house, clerk } = await registerDesk();
const contact = (personId: string, phone: string) =>
  run('register/change-contact', { personId, date: '2020-01-01', phone, address: '滨江路12号' });
const erase = (personId: string, field = 'phone') =>
  run('register/request-erasure', { personId, field, reason: '本人到窗口要求' });
const storedOf = async (personId: string) => {
  const { rows } = await house.ground.database.owner.query<{ stored: string }>(
    `SELECT coalesce(string_agg(details::text, ''), '') ||
       (SELECT coalesce(string_agg(form::text, ''), '') FROM register_requests WHERE person_id = $1) AS stored
     FROM register_events WHERE person_id = $1`,
    [personId],
  );
  return rows[0]?.stored ?? '';
};
const found = async (query: string) => (await run('register/search-persons', { query }))['rows'];

describe('the right to have a contact detail erased', () => {
  it('leaves neither phone nor trace of it, once a second person has agreed', async () => {
    const personId = await enrol();
    await contact(personId, '13911112222');
    await contact(personId, '13911113333');
    const request = await erase(personId);
    expect(await read(personId)).toMatchObject({ phone: '139****3333' });
    await decide(request, true);
    expect(await read(personId)).toMatchObject({ phone: null, address: '滨江路***' });
    expect(await read(personId, { asOf: '2020-06-01' })).toMatchObject({ phone: null });
    expect(await storedOf(personId)).not.toMatch(/"phone": \{"(from|to)": "/);
    expect(await found('13911113333')).toEqual([]);
    const { events } = await read(personId);
    expect((events as readonly Answer[]).at(-1)).toMatchObject({
      kind: 'contact_change',
      facts: { erased: 'phone' },
    });
  });

  it('shows who decides what would go, masked', async () => {
    const personId = await enrol();
    await contact(personId, '13911114444');
    const { requestId } = await erase(personId);
    expect(await run('register/read-request', { personId, requestId })).toMatchObject({
      answers: [{ key: 'phone', before: '139****4444', after: null }],
    });
  });

  it('refused with a reason, erases nothing', async () => {
    const personId = await enrol();
    await contact(personId, '13911115555');
    await run(
      'register/decide-request',
      { ...(await erase(personId)), approve: false, reason: '身份未核实' },
      staff('reviewer', '510703', ['register:read', 'register:read-children', 'register:approve']),
    );
    expect(await read(personId)).toMatchObject({ phone: '139****5555' });
  });

  it.each([
    ['a detail that is not kept', 'address', 'conflict'],
    ['what the law on registration keeps', 'idNumber', 'invalid_input'],
  ])('of %s is refused', async (_, field, code) => {
    await expect(erase(await enrol(), field)).rejects.toMatchObject(refused(code));
  });

  it('is decided by nobody but a reviewer', async () => {
    const personId = await enrol();
    await contact(personId, '13911116666');
    await expect(decide(await erase(personId), true, clerk)).rejects.toMatchObject(refused('forbidden'));
  });
});

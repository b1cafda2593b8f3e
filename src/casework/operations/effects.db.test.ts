import { describe, expect, it } from 'vitest';
import { samples } from '../../../policy/services/index.ts';
import { type Answer, caseDesk, fuchengTownship, refused } from '../../../test/support/case-desk.ts';
import { checkDigit } from '../../language/index.ts';

const { house, people, run, file, act, actAs, progress, read } = await caseDesk();
const { owner } = house.ground.database;
const birth = samples['birth-registration']?.answers ?? {};
const first17 = '51079019900201022';
const idNumber = first17 + checkDigit(first17);
const stateOf = (answer: Answer) => (answer['state'] as Answer)['key'];
const idOf = async (number: unknown) => {
  const { rows } = await owner.query<{ case_id: string }>(
    'SELECT case_id FROM casework_cases WHERE number = $1',
    [number],
  );
  return rows[0]?.case_id;
};

describe('a certificate', () => {
  it('is verified by number and code, shows names masked, and nothing with a wrong code', async () => {
    const receipt = await file('birth-registration', { ...birth, name: '欧阳小禾' });
    await act(receipt['caseId'], 'register');
    const { certificate } = (await progress(receipt)) as { certificate: { number: string; code: string } };
    const verified = await run('casework/verify-certificate', certificate, people.anybody);
    expect(verified).toMatchObject({ revokedOn: null, title: { zh: '生育登记证明' } });
    expect(JSON.stringify(verified)).toContain('欧**禾');
    expect(JSON.stringify(verified)).not.toContain('欧阳小禾');
    await expect(
      run('casework/verify-certificate', { ...certificate, code: 'AAAAAAAA' }, people.anybody),
    ).rejects.toMatchObject(refused('not_found'));
  });
});

describe('what a service tells the register', () => {
  it('is the phone of an applicant whom it knows, recorded as an event of its own', async () => {
    const enrolled = await run(
      'register/enrol-person',
      {
        name: '林小禾',
        sex: 'female',
        birthDate: '1990-02-01',
        idNumber,
        date: '2015-01-05',
        registeredVillage: '510703001003',
        residentVillage: '510703001003',
      },
      people.operator,
    );
    const receipt = await file('birth-registration', { ...birth, idNumber });
    expect(await read(receipt['caseId'])).toMatchObject({ personId: enrolled['personId'] });
    await act(receipt['caseId'], 'register');
    const person = await run(
      'register/read-person',
      { personId: enrolled['personId'], reason: '测试登记联系方式' },
      people.operator,
    );
    expect(JSON.stringify(person)).toContain('contact-change');
    await act((await file('birth-registration', { ...birth, idNumber }))['caseId'], 'register');
    const again = await run(
      'register/read-person',
      { personId: enrolled['personId'], reason: '测试登记联系方式' },
      people.operator,
    );
    expect((again['events'] as Answer[]).filter((one) => one['form'] === 'contact-change')).toHaveLength(1);
  });
});

describe('the cases of a person, at the register', () => {
  it('are what was registered, to whoever sees the person; never benefits, complaints, health or answers', async () => {
    const { personId } = (await run('casework/read-case', {
      caseId: (await file('birth-registration', { ...birth, idNumber }))['caseId'],
    })) as { personId: string };
    const child = samples['childcare-subsidy']?.answers ?? {};
    await file('childcare-subsidy', { ...child, idNumber });
    await file('information-disclosure', { ...samples['information-disclosure']?.answers, idNumber });
    await file('reproductive-checkup', { ...samples['reproductive-checkup']?.answers, idNumber });
    const { cases } = (await run('casework/list-person-cases', { personId }, people.registrar)) as {
      cases: readonly { title: { zh: string } }[];
    };
    expect(new Set(cases.map((one) => one.title.zh))).toEqual(new Set(['生育登记']));
    const elsewhere = { ...people.registrar, area: people.neighbour.area };
    await expect(run('casework/list-person-cases', { personId }, elsewhere)).rejects.toMatchObject(
      refused('not_found'),
    );
    await expect(run('casework/list-person-cases', { personId }, people.clerk)).rejects.toMatchObject(
      refused('forbidden'),
    );
  });
});

describe('a bundle', () => {
  it('opens its cases at once, each in its compartment, and closes itself when the last one is closed', async () => {
    const receipt = await file('newborn-bundle', samples['newborn-bundle']?.full ?? {});
    const linked = receipt['linked'] as Answer[];
    expect(new Set(linked.map((one) => one['service']))).toEqual(
      new Set(['birth-registration', 'childcare-subsidy', 'newborn-screening']),
    );
    expect(stateOf(await progress(receipt))).toBe('shared');
    for (const { number, code } of linked) {
      expect(stateOf(await progress(receipt))).toBe('shared');
      await run('casework/act-on-case', { number, code, action: 'withdraw' }, people.anybody);
    }
    expect(await progress(receipt)).toMatchObject({ open: false, state: { key: 'done' } });
  });

  it('leaves out what was not asked for', async () => {
    const receipt = await file('newborn-bundle', samples['newborn-bundle']?.answers ?? {});
    expect((receipt['linked'] as Answer[]).map((one) => one['service'])).toEqual(['birth-registration']);
  });

  it('shows a caseworker the cases of the own compartment alone', async () => {
    const receipt = await file('newborn-bundle', samples['newborn-bundle']?.full ?? {});
    const { linked } = (await read(receipt['caseId'], people.city)) as { linked: Answer[] };
    expect(linked.map((one) => one['caseId'])).not.toContain(
      await idOf(
        (receipt['linked'] as Answer[]).find((one) => one['service'] === 'newborn-screening')?.['number'],
      ),
    );
    expect(linked).toHaveLength(1);
  });
});

describe('a restricted case', () => {
  const petition = samples['petition']?.answers ?? {};

  it('is seen by whoever may take it, then by whoever has it and by supervisors alone', async () => {
    const receipt = await file('petition', petition);
    expect(await read(receipt['caseId'], people.city)).toMatchObject({ restricted: true });
    const { area } = (
      await owner.query<{ area: string }>(
        'SELECT area_scope AS area FROM casework_cases WHERE case_id = $1',
        [receipt['caseId']],
      )
    ).rows[0] ?? { area: '' };
    const own = area.startsWith('510703') ? people.clerk : people.city;
    await actAs(own)(receipt['caseId'], 'take');
    const { rows } = (await run('casework/list-cases', { service: 'petition' }, people.colleague)) as {
      rows: Answer[];
    };
    expect(rows.map((one) => one['caseId'])).not.toContain(receipt['caseId']);
    await expect(read(receipt['caseId'], people.colleague)).rejects.toMatchObject(refused('not_found'));
    await expect(
      actAs(people.colleague)(receipt['caseId'], 'note', { remark: '看看' }),
    ).rejects.toMatchObject(refused('not_found'));
  });
});

describe('what is personal', () => {
  it('stands nowhere in clear but the name', async () => {
    const matter = '只有测试知道的一句话';
    const receipt = await file('complaint', {
      matter,
      subject: 'staff',
      township: fuchengTownship,
      phone: '13987654321',
    });
    await act(receipt['caseId'], 'accept');
    await act(receipt['caseId'], 'resolve', { answer: '另一句只有测试知道的话' });
    const { rows: tables } = await owner.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE tablename LIKE 'casework_%'`,
    );
    for (const { name } of tables) {
      const { rows } = await owner.query<{ body: string }>(`SELECT t::text AS body FROM ${name} t`);
      const all = rows.map(({ body }) => body).join('\n');
      for (const clear of [matter, '13987654321', '另一句只有测试知道的话'])
        expect(all, name).not.toContain(clear);
    }
  });

  it('is masked on the screen, and shown in full for a stated reason that is logged', async () => {
    const receipt = await file('birth-registration', birth);
    const { answers } = (await read(receipt['caseId'])) as { answers: Answer[] };
    const shown = answers.find((one) => one['key'] === 'idNumber');
    expect(shown).toMatchObject({ masked: true, answer: expect.stringContaining('****') });
    const asked = { caseId: receipt['caseId'], key: 'idNumber' };
    await expect(run('casework/reveal-answer', { ...asked, reason: '' })).rejects.toMatchObject(
      refused('invalid_input', 'reason'),
    );
    const revealed = await run('casework/reveal-answer', { ...asked, reason: '核对身份证件' });
    expect(revealed['value']).toMatch(/^\d{17}[\dX]$/);
    const { rows } = await owner.query<{ detail: object }>(
      `SELECT detail FROM platform_audit WHERE operation = 'casework/reveal-answer' AND subject_id = $1`,
      [receipt['caseId']],
    );
    expect(rows).toEqual([{ detail: { key: 'idNumber', reason: '核对身份证件' } }]);
  });
});

describe('the second factor', () => {
  it('is the code or the whole phone; ten wrong guesses end the trying for an hour', async () => {
    const receipt = await file('complaint', {
      matter: '进度慢',
      subject: 'other',
      township: fuchengTownship,
      phone: '13987650000',
    });
    const ask = (secret: string) =>
      run('casework/read-progress', { number: receipt['number'], secret }, people.anybody);
    expect(await ask('139 8765 0000')).toMatchObject({ open: true });
    for (let guess = 0; guess < 10; guess += 1)
      await expect(ask(`1398765${String(1000 + guess)}`)).rejects.toMatchObject(refused('not_found'));
    await expect(ask(String(receipt['code']))).rejects.toMatchObject(refused('too_many_requests'));
  });

  it('of a number that nobody has looks like a wrong one', async () => {
    const wrong = run(
      'casework/read-progress',
      { number: '20260101-000000-0', secret: 'ABCDEFGH' },
      people.anybody,
    );
    await expect(wrong).rejects.toMatchObject(refused('not_found'));
  });
});

import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../policy/services/index.ts';
import { type RoleName, roles } from '../src/identity/index.ts';
import type { Actor, Purpose } from '../src/platform/index.ts';
import { type Answer, refused, youxianTownship } from './support/case-desk.ts';
import { fine, healthDesk, inRole, people } from './support/health-desk.ts';
import { pdfText } from './support/pdf-text.ts';

const { house, run, open, file, consent, rows, today } = await healthDesk();
const officer = inRole('privacy-officer', '510703');
/** The petition lies in another county than the person: their copy tells of it all the same. */
const clerk = inRole('case-supervisor', '510704');
const answers = samples['preconception-checkup']?.answers ?? {};
const reason = '本人持身份证到场';
const remark = '只在内部看的话';
const woman = { personId: '' };
const man = { personId: '' };
let stationId = '';

interface Section {
  readonly title: { readonly zh: string };
  readonly rows: readonly (readonly unknown[])[];
}

const copyOf = async (person: { readonly personId: string }, actor: Actor = officer) => {
  const copy = await run('register/export-person-file', { ...person, reason }, actor);
  return copy as Answer & { readonly holdings: readonly Section[] | null };
};
const sectionOf = (copy: { readonly holdings: readonly Section[] | null }, title: string) => {
  const found = copy.holdings?.find((one) => one.title.zh.includes(title));
  if (!found) throw new Error(title);
  return found.rows;
};

async function enrol(name: unknown, sex: string, idNumber: unknown): Promise<string> {
  const birthDate = `${String(idNumber).slice(6, 10)}-${String(idNumber).slice(10, 12)}-${String(idNumber).slice(12, 14)}`;
  const places = { registeredVillage: '510703001003', residentVillage: '510703001003' };
  const person = { name, sex, birthDate, date: '2015-01-05', ...places, idNumber };
  const { personId } = await run('register/enrol-person', person, inRole('registrar', '510703'));
  return String(personId);
}

const act = (caseId: unknown, action: string, given: object = {}) =>
  run('casework/act-on-case', { caseId, action, answers: given }, clerk);
const record = (caseId: string, subject: string, note: string) =>
  run('health/record-results', { caseId, subject, stationId, day: today, results: fine.slice(2, 4), note });

beforeAll(async () => {
  woman.personId = await enrol('林小禾', 'female', answers['idNumber']);
  man.personId = await enrol('周明远', 'male', answers['otherIdNumber']);
  const petition = await run(
    'casework/file-case',
    { service: 'petition', answers: { ...samples['petition']?.answers, township: youxianTownship } },
    people.anybody,
  );
  await act(petition['caseId'], 'accept');
  await act(petition['caseId'], 'note', { remark });
  await act(petition['caseId'], 'support', { opinion: '已经核实，支持您的请求。' });
  stationId = await open({ capacity: 50 });
  const checkup = await file();
  await consent(checkup.caseId);
  await consent(checkup.caseId, 'man', { giver: '周明远' });
  await record(checkup.caseId, 'woman', '写给她的说明');
  await record(checkup.caseId, 'man', '写给他的说明');
  const withdrawn = await file();
  await consent(withdrawn.caseId);
  await record(withdrawn.caseId, 'woman', '撤回前的说明');
  await run('health/withdraw-consent', { caseId: withdrawn.caseId, subject: 'woman' });
});

describe('the copy for the person', () => {
  it('tells of the cases that the person has filed, with the own answers in full and the replies', async () => {
    const copy = await copyOf(woman);
    const cases = sectionOf(copy, '办事事项');
    expect(cases).toHaveLength(3);
    expect(JSON.stringify(cases)).toContain('信访');
    const own = JSON.stringify(sectionOf(copy, '填写的内容'));
    for (const value of [samples['petition']?.answers['matter'], answers['idNumber'], '13800000001'])
      expect(own).toContain(value);
    expect(JSON.stringify(sectionOf(copy, '答复'))).toContain('已经核实，支持您的请求。');
  });

  it('tells nothing that goes on inside, nor by what somebody else is known', async () => {
    const copy = JSON.stringify(await copyOf(woman));
    expect(copy).not.toContain(remark);
    expect(copy).not.toContain(answers['otherIdNumber']);
    expect(copy).not.toContain(clerk.name);
  });

  it('tells of consents and of records that stand, of the person alone', async () => {
    const copy = await copyOf(woman);
    const consents = sectionOf(copy, '同意和撤回');
    expect(consents).toHaveLength(2);
    expect(consents.filter((row) => row[3] !== '—')).toHaveLength(1);
    const records = JSON.stringify(sectionOf(copy, '健康服务记录'));
    for (const value of ['身高', '165 cm', '写给她的说明']) expect(records).toContain(value);
    expect(JSON.stringify(copy)).not.toContain('写给他的说明');
  });

  it('says of what was withheld only how much there is', async () => {
    const copy = await copyOf(woman);
    expect(sectionOf(copy, '封存')).toMatchObject([[{}, '1']]);
    expect(JSON.stringify(copy)).not.toContain('撤回前的说明');
  });

  it('of somebody else holds none of it', async () => {
    const { holdings } = await copyOf(man);
    expect(holdings?.flatMap((section) => section.rows)).toEqual([]);
  });

  it('has the same on paper, in words that can be searched', async () => {
    const asked = { ...woman, reason, format: 'pdf' };
    const { document } = (await run('register/export-person-file', asked, officer)) as {
      document: { content: string };
    };
    const paper = pdfText(Buffer.from(document.content, 'base64'));
    for (const words of [
      '个人信息副本',
      '林小禾',
      '办事事项',
      '支持您的请求',
      '健康服务记录',
      '写给她的说明',
    ])
      expect(paper).toContain(words);
    expect(paper).not.toContain('仅含人口登记部分');
  });

  it('leaves no receipt, though a key is sent with it', async () => {
    const operation = house.registry.get('register/export-person-file');
    if (!operation) throw new Error('register/export-person-file');
    const options = { actor: officer, idempotencyKey: crypto.randomUUID() };
    await house.execute(operation, { ...woman, reason }, options);
    await house.execute(operation, { ...woman, reason }, options);
    expect(await rows(`SELECT 1 FROM platform_idempotency WHERE actor = '${officer.accountId}'`)).toEqual([]);
  });
});

describe('who may write it out', () => {
  const whole: readonly RoleName[] = ['privacy-officer'];
  const registerPart: readonly RoleName[] = ['registrar', 'operator'];

  it.each(Object.keys(roles) as RoleName[])(
    '%s: all of it, the part of the register, or nothing',
    async (role) => {
      const actor = inRole(role, '510703');
      if (whole.includes(role)) expect((await copyOf(woman, actor)).holdings).toHaveLength(9);
      else if (registerPart.includes(role)) expect((await copyOf(woman, actor)).holdings).toBeNull();
      else await expect(copyOf(woman, actor)).rejects.toMatchObject(refused('forbidden'));
    },
  );

  it('the part of the register says on paper that it is a part', async () => {
    const asked = { ...woman, reason, format: 'pdf' };
    const { document } = (await run('register/export-person-file', asked, inRole('registrar', '510703'))) as {
      document: { content: string };
    };
    expect(pdfText(Buffer.from(document.content, 'base64'))).toContain('仅含人口登记部分');
  });

  it('nobody for somebody of another area, and nobody without a reason', async () => {
    const far = inRole('privacy-officer', '510704');
    await expect(copyOf(woman, far)).rejects.toMatchObject(refused('not_found'));
    const bare = run('register/export-person-file', { ...woman, reason: '' }, officer);
    await expect(bare).rejects.toMatchObject(refused('invalid_input'));
  });

  it('is logged with the reason, under the person', async () => {
    await copyOf(woman);
    const [entry] = await rows(
      `SELECT detail FROM platform_audit WHERE operation = 'register/export-person-file' AND outcome = 'done'
       AND actor = '${officer.name}' AND subject_id = '${woman.personId}' ORDER BY at DESC LIMIT 1`,
    );
    expect(entry).toEqual({ detail: { reason } });
  });

  it('who writes copies reaches cases and health records in no other way', async () => {
    for (const [name, input] of [
      ['casework/list-cases', {}],
      ['health/read-results', { caseId: woman.personId, subject: 'woman' }],
    ] as const)
      await expect(run(name, input, officer)).rejects.toMatchObject(refused('forbidden'));
  });

  it('counts what is withheld in the compartment of health alone', async () => {
    const [withheld] = await rows('SELECT array_agg(case_id)::text AS cases FROM health_withheld');
    const count = (purpose: Purpose) =>
      house.ground.database.transaction({ actor: 'x', area: officer.area, purpose }, async (tx) => {
        const counted = sql`SELECT health_count_withheld(${withheld?.['cases']}::uuid[], 'woman') AS count`;
        return (await counted.execute(tx)).rows;
      });
    expect(await count('health')).toEqual([{ count: 1 }]);
    for (const purpose of ['registration', 'casework', 'statistics', 'operation'] as const)
      expect(await count(purpose)).toEqual([{ count: 0 }]);
  });
});

import { describe, expect, it } from 'vitest';
import { benefitsDesk, desk, neighbourVillage, village } from '../../../test/support/benefits-desk.ts';
import { type Answer, refused } from '../../../test/support/case-desk.ts';

const { house, run, rows, enrol, apply, act } = await benefitsDesk();

const read = (caseId: string, actor = desk.officer) => run('benefits/read-application', { caseId }, actor);
const birthDate = '2025-06-01';

/** A mother whom the register knows, and her child of a name; both belong to a village. */
async function family(childName: string, place = village) {
  const mother = await enrol({ birthDate: '1995-03-04', registeredVillage: place, residentVillage: place });
  const birth = {
    motherId: mother.personId,
    name: childName,
    sex: 'female',
    birthDate,
    birthDateIs: 'known',
  };
  const { personId } = await run('register/record-birth', birth, house.operator);
  return { ...mother, childId: String(personId) };
}
const applyFor = ({ name, idNumber }: { name: string; idNumber: string }, childName: string) =>
  apply('childcare-subsidy', { name, idNumber, childName, birthDate });
const auditOf = (subject: string) =>
  rows(
    `SELECT operation FROM platform_audit WHERE subject_id = $1 AND operation = 'benefits/read-application'`,
    [subject],
  );

describe('the case of an application', () => {
  it('names the child for whom it is, and who applies', async () => {
    const one = await family('周小禾');
    const { caseId } = await applyFor(one, '周小禾');
    expect(await read(caseId)).toEqual({
      caseId,
      programme: 'childcare-subsidy',
      variant: 'standard',
      subject: 'child',
      personId: one.childId,
      applicantId: one.personId,
      unknown: null,
      declared: [],
    });
    expect(await auditOf(one.childId)).toHaveLength(1);
  });

  it('gives the reasons a person of the register: the very conditions, not the form', async () => {
    const one = await family('周小麦');
    const { caseId } = await applyFor(one, '周小麦');
    const { personId, programme } = await read(caseId);
    const asked = { personId, programme, at: '2026-01-01' };
    const { conditions } = (await run('benefits/explain-eligibility', asked)) as { conditions: Answer[] };
    expect(conditions.filter(({ outcome }) => outcome === 'met').length).toBeGreaterThan(1);
  });

  it('names whoever applies where it is for them, and what they declared, before and after it is taken in', async () => {
    const person = await enrol();
    const { caseId } = await apply('rural-reward-support', { ...person, village });
    const before = await read(caseId);
    expect(before).toMatchObject({ subject: 'applicant', personId: person.personId, unknown: null });
    expect(before['declared']).toHaveLength(1);
    await act(caseId, 'accept');
    expect(await read(caseId)).toEqual(before);
  });

  it('of something that was not declared says nothing of a declaration', async () => {
    const person = await enrol();
    const over = { ...person, village, ownStatement: 'not-stated' };
    const { caseId } = await apply('rural-reward-support', over);
    expect(await read(caseId)).toMatchObject({ declared: [] });
  });

  it('names the programme that the answers ask for', async () => {
    const person = await enrol();
    const { caseId } = await apply('special-support', {
      ...person,
      situation: 'none-left-rural',
      ownStatement: 'stated',
    });
    expect(await read(caseId)).toMatchObject({ programme: 'rural-reward', variant: 'standard' });
  });

  it('says why it names nobody: the applicant, the child, or their place is not known', async () => {
    const stranger = { name: '无名氏', idNumber: '510790197001011236' };
    const unknown = await applyFor({ ...stranger, idNumber: (await enrol()).idNumber }, '没有登记的');
    expect(await read(unknown.caseId)).toMatchObject({ personId: null, unknown: 'child-unknown' });
    const { caseId } = await apply('childcare-subsidy', { childName: '周禾', birthDate });
    expect(await read(caseId)).toMatchObject({
      personId: null,
      applicantId: null,
      unknown: 'applicant-unknown',
    });
    const gone = await family('周小青');
    await rows(
      'UPDATE register_persons SET registered_village = NULL, resident_village = NULL WHERE person_id = $1',
      [gone.childId],
    );
    const left = await applyFor(gone, '周小青');
    expect(await read(left.caseId)).toMatchObject({ personId: null, unknown: 'not-registered' });
  });

  it('names nobody of another area, nor a child to those who may not see files of children', async () => {
    const one = await family('周小远', neighbourVillage);
    const { caseId } = await applyFor(one, '周小远');
    expect(await read(caseId)).toMatchObject({
      personId: null,
      applicantId: null,
      unknown: 'out-of-reach',
    });
    const near = await family('周小近');
    const other = await applyFor(near, '周小近');
    expect(await read(other.caseId, desk.accountant)).toMatchObject({
      personId: null,
      unknown: 'out-of-reach',
    });
  });

  it('is found by officers of its area, and only where it is an application', async () => {
    const { caseId } = await applyFor(await family('周小明'), '周小明');
    await expect(read(caseId, desk.neighbour)).rejects.toMatchObject(refused('not_found'));
    await expect(read(caseId, desk.caseworker)).rejects.toMatchObject(refused('forbidden'));
    const { caseId: other } = await apply('enquiry');
    await expect(read(other)).rejects.toMatchObject(refused('not_found'));
  });
});

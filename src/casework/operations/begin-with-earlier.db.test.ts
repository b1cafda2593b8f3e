import { describe, expect, it } from 'vitest';
import { samples } from '../../../policy/services/index.ts';
import { type Answer, caseDesk, refused } from '../../../test/support/case-desk.ts';

const { people, run } = await caseDesk();

/** A form that was filled in, and filed; answers its draft code. */
async function filed(service: string, answers: object = samples[service]?.full ?? {}): Promise<string> {
  const draft = await run('casework/keep-draft', { service, answers }, people.anybody);
  await run('casework/file-case', { draft: draft['token'] }, people.anybody);
  return String(draft['token']);
}
const begin = (earlier: string, service: string, actor = people.anybody) =>
  run('casework/begin-with-earlier', { earlier, service }, actor);

describe('what was answered a short while ago', () => {
  it('is taken into another form: who one is, how to reach one and where one lives', async () => {
    const earlier = await filed('birth-registration');
    const given = samples['birth-registration']?.full ?? {};
    const draft = await begin(earlier, 'childcare-subsidy');
    const answers = draft['answers'] as Answer;
    expect(answers).toMatchObject({
      name: given['name'],
      idNumber: given['idNumber'],
      phone: '13800000001',
    });
    expect(draft['token']).not.toBe(earlier);
    expect(draft['next']).not.toBe('name');
  });

  it('is nothing but that: no choice, no words, no amount is carried from one matter into another', async () => {
    const earlier = await filed('special-support');
    const answers = (await begin(earlier, 'rural-reward-support'))['answers'] as Answer;
    expect(
      Object.keys(answers).every((key) => ['name', 'idNumber', 'phone', 'township', 'village'].includes(key)),
    ).toBe(true);
  });

  it('is taken from a form that was filed alone, by whoever holds its code', async () => {
    const open = await run('casework/keep-draft', { service: 'enquiry', answers: {} }, people.anybody);
    await expect(begin(String(open['token']), 'suggestion')).rejects.toMatchObject(refused('not_found'));
    await expect(begin('AAAA-BBBB-CCCC-DDDD', 'suggestion')).rejects.toMatchObject(refused('not_found'));
    await expect(begin(await filed('enquiry'), 'nothing')).rejects.toMatchObject(refused('not_found'));
  });
});

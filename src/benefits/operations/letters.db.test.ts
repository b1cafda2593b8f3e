import { describe, expect, it } from 'vitest';
import { benefitsDesk, desk, neighbourVillage } from '../../../test/support/benefits-desk.ts';
import { type Answer, refused } from '../../../test/support/case-desk.ts';
import { pdfText } from '../../../test/support/pdf-text.ts';

const { house, run, rows, enrol, change } = await benefitsDesk();

interface Proposal {
  readonly personId: string;
  readonly entitlementId: string;
}
async function propose(programme: string, personIds: readonly string[], actor = desk.officer) {
  const { proposed } = await run('benefits/propose-entitlements', { programme, personIds }, actor);
  return proposed as readonly Proposal[];
}
async function proposedTo(programme: string, over: Answer = {}, actor = desk.officer) {
  const person = await enrol({ hukouKind: 'rural', ...over });
  const [one] = await propose(programme, [person.personId], actor);
  if (!one) throw new Error('no proposal');
  return { ...person, ...one };
}
const keyOf = ({ personId, entitlementId }: Proposal) => ({ personId, entitlementId });
const write = (asked: object, actor = desk.officer) => run('benefits/write-proposal-letters', asked, actor);
/** The pages of what was written, as they are read. */
function pagesOf({ document }: Answer): readonly string[] {
  const { content } = document as { readonly content: string };
  return pdfText(Buffer.from(content, 'base64'))
    .split('\n')
    .map((page) => page.replaceAll(/\s+/g, ''))
    .filter((page) => page !== '');
}
const told = (asked: object, actor = desk.officer) => run('benefits/record-told', asked, actor);
const read = (one: Proposal) => run('benefits/read-entitlement', keyOf(one));

describe('a letter about a proposal', () => {
  it('says to whom, what, why, that nothing is decided, how to apply and that one may say no', async () => {
    const one = await proposedTo('rural-reward', { name: '江上月' });
    const answer = await write(keyOf(one));
    expect(answer).toMatchObject({ letters: 1, left: 0, notNow: [] });
    const [outside = '', letter = ''] = pagesOf(answer);
    expect(outside).toContain('江上月');
    for (const words of [
      '江上月：您好',
      '农村部分计划生育家庭奖励扶助',
      '没有批准，也没有拒绝',
      '/services/rural-reward-support',
      '是否申请由您决定',
      '不张贴、不公开',
      '1933年1月1日以后出生',
      '演示数据',
    ])
      expect(letter).toContain(words);
    expect(letter).not.toContain('健在');
  });

  it('names no programme on its outside, in its file name or its properties', async () => {
    for (const programme of ['special-support', 'rural-reward']) {
      const one = await proposedTo(programme);
      const answer = await write(keyOf(one));
      const [outside = ''] = pagesOf(answer);
      expect(outside).toContain('秦望舒');
      expect(outside).not.toMatch(/扶助|奖励|特别|补贴|待遇|独生|计划生育/);
      const { fileName, content } = answer['document'] as { fileName: string; content: string };
      expect(fileName).toMatch(/^jiahu-letters-\d{4}-\d\d-\d\d\.pdf$/);
      const file = Buffer.from(content, 'base64');
      for (const word of ['扶助', '奖励', '特别'])
        expect(file.includes(Buffer.from(word, 'utf16le').swap16()), word).toBe(false);
    }
  });

  it('promises families whose child died or is disabled that nothing is posted, and tells others what is', async () => {
    const special = pagesOf(await write(keyOf(await proposedTo('special-support'))));
    expect(special[1]).toContain('您申请以后，也不会公示任何内容');
    const only = pagesOf(await write(keyOf(await proposedTo('only-child-reward'))));
    expect(only[1] ?? '').not.toContain('公示隐去部分');
    const rural = pagesOf(await write(keyOf(await proposedTo('rural-reward'))));
    expect(rural[1]).toContain('公示隐去部分的姓名和项目名称');
  });

  it('about a child is for those who care for it', async () => {
    const mother = await enrol();
    const birth = { motherId: mother.personId, name: '江小月', sex: 'female', birthDateIs: 'known' };
    const today = new Date().getFullYear();
    const { personId } = await run(
      'register/record-birth',
      { ...birth, birthDate: `${String(today - 1)}-02-01` },
      house.operator,
    );
    const [one] = await propose('childcare-subsidy', [String(personId)]);
    const [outside] = pagesOf(await write(keyOf(one as Proposal)));
    expect(outside).toContain('江小月的父母或者监护人');
  });

  it('is written in English too', async () => {
    const one = await proposedTo('rural-reward');
    expect(pagesOf(await write({ ...keyOf(one), locale: 'en' }))[1]).toContain('Nothingisdecided');
  });

  it('is written for all of an area who were not told yet, and for nobody of another area', async () => {
    const place = { registeredVillage: '510703001008', residentVillage: '510703001008' };
    const area = '510703001008';
    const [first, second] = [
      await proposedTo('only-child-reward', { ...place, name: '卫一鸣', birthDate: '1962-03-04' }),
      await proposedTo('only-child-reward', { ...place, name: '卫再鸣', birthDate: '1962-03-04' }),
    ];
    const asked = { programme: 'only-child-reward', area };
    const names = async () => {
      const { letters, notNow } = await write(asked);
      return Number(letters) + (notNow as unknown[]).length;
    };
    expect(await names()).toBe(2);
    await told({ entitlements: [keyOf(first)], on: '2026-01-05', bearer: '村干部甲' });
    expect(await names()).toBe(1);
    await change(second, 'decline', { actor: desk.officer });
    await expect(write(asked)).rejects.toMatchObject(refused('not_found'));
    await expect(write(keyOf(first), desk.neighbour)).rejects.toMatchObject(refused('not_found'));
  });

  it('is not written to somebody who has died, or to whom it is not open any more: somebody has to look', async () => {
    const died = await proposedTo('rural-reward', { name: '已故人' });
    await rows(
      `UPDATE register_persons SET death_date = '2026-01-05', registered_village = NULL, resident_village = NULL WHERE person_id = $1`,
      [died.personId],
    );
    const young = await proposedTo('rural-reward', { birthDate: '1995-03-04' });
    for (const one of [died, young])
      expect(await write(keyOf(one))).toMatchObject({ letters: 0, notNow: [keyOf(one)], document: null });
    expect(await read(young)).toMatchObject({ place: 'proposed' });
  });

  it('is logged with the person it is about, and kept nowhere', async () => {
    const one = await proposedTo('rural-reward');
    await write(keyOf(one));
    const logged = await rows(
      `SELECT 1 FROM platform_audit WHERE operation = 'benefits/write-proposal-letters' AND subject_id = $1`,
      [one.personId],
    );
    expect(logged).toHaveLength(1);
  });
});

describe('that it was handed over', () => {
  it('is recorded with the day and who brought it; the proposal stays open', async () => {
    const one = await proposedTo('rural-reward');
    expect(await told({ entitlements: [keyOf(one)], on: '2026-01-05', bearer: '村干部甲' })).toEqual({
      told: 1,
    });
    const detail = await read(one);
    expect(detail).toMatchObject({ place: 'proposed' });
    const said = JSON.stringify((detail['actions'] as Answer[])[0]);
    for (const words of ['告知本人', '2026-01-05', '村干部甲', '递交告知书']) expect(said).toContain(words);
    const { rows: list } = await run('benefits/list-entitlements', { personId: one.personId });
    expect(list).toMatchObject([{ told: true }]);
  });

  it('is refused for a day that has not come, for somebody else’s people and for what is no proposal', async () => {
    const one = await proposedTo('rural-reward');
    const entitlements = [keyOf(one)];
    await expect(told({ entitlements, on: '2099-01-01' })).rejects.toMatchObject(
      refused('invalid_input', 'on'),
    );
    await expect(told({ entitlements }, desk.neighbour)).rejects.toMatchObject(refused('not_found'));
    await change(one, 'decline', { actor: desk.officer });
    await expect(told({ entitlements })).rejects.toMatchObject(refused('conflict'));
  });

  it('or that the person does not want it ends the proposal, and it can be proposed again later', async () => {
    const one = await proposedTo(
      'rural-reward',
      {
        registeredVillage: neighbourVillage,
        residentVillage: neighbourVillage,
      },
      desk.neighbour,
    );
    await change(one, 'decline', { actor: desk.neighbour });
    await expect(write(keyOf(one), desk.neighbour)).rejects.toMatchObject(refused('not_found'));
    expect(await propose('rural-reward', [one.personId], desk.neighbour)).toHaveLength(1);
  });
});

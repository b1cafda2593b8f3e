import { describe, expect, it } from 'vitest';
import { libraryOfTheDemonstration } from '../../../policy/documents/index.ts';
import { testHouse } from '../../../test/support/test-house.ts';
import { areaCode } from '../../language/index.ts';
import type { Actor } from '../../platform/index.ts';

const house = await testHouse();
const publisher: Actor = {
  accountId: 'publisher',
  name: 'publisher',
  role: 'publisher',
  area: areaCode('5107'),
  purpose: 'publishing',
  permissions: new Set(['publishing:publish']),
};
const visitor: Actor = { ...publisher, role: 'visitor', permissions: new Set() };
const run = async (name: string, input: object, actor: Actor = publisher) => {
  const operation = house.registry.get(`publishing/${name}`);
  if (!operation) throw new Error(name);
  return (await house.execute(operation, input, { actor })) as Record<string, unknown>;
};
const words = (en: string) => ({ zh: `${en}（中）`, en });
const paper = {
  key: 'a-paper',
  kind: 'policy',
  title: words('A paper'),
  number: '绵府发〔2022〕1号',
  issuer: words('The city'),
  issuedOn: '2022-03-01',
  subject: 'a_paper',
  area: '5107',
  explains: null,
  body: [{ heading: words('What'), paragraphs: [words('This.')] }],
  source: words('the city'),
};
const listed = async (key: string) => {
  const { documents } = await run('list-documents', {}, visitor);
  return (documents as readonly { key: string }[]).find((one) => one.key === key);
};

describe('the library', () => {
  it('shows anybody what was published', async () => {
    await run('publish-document', paper);
    expect(await listed('a-paper')).toMatchObject({ number: paper.number, endedOn: null });
  });

  it('never changes what was published', async () => {
    await expect(run('publish-document', paper)).rejects.toMatchObject({ details: { code: 'conflict' } });
  });

  it('explains only what it holds', async () => {
    const explained = { ...paper, key: 'explained', kind: 'interpretation', explains: 'nothing' };
    await expect(run('publish-document', explained)).rejects.toMatchObject({
      details: { code: 'invalid_input' },
    });
    await run('publish-document', { ...explained, explains: 'a-paper' });
    expect(await listed('explained')).toMatchObject({ explains: 'a-paper' });
  });

  it('records an end once, after the beginning', async () => {
    const end = (endedOn: string) =>
      run('end-document', { key: 'a-paper', endedOn, endedBy: words('another paper') });
    await expect(end('2022-03-01')).rejects.toMatchObject({ details: { code: 'conflict' } });
    await end('2023-01-01');
    expect(await listed('a-paper')).toMatchObject({ endedOn: '2023-01-01' });
    await expect(end('2024-01-01')).rejects.toMatchObject({ details: { code: 'conflict' } });
  });

  it.each([
    ['publish-document', { ...paper, key: 'other' }],
    ['end-document', { key: 'a-paper', endedOn: '2025-01-01', endedBy: words('x') }],
  ])('%s asks for its permission', async (name, input) => {
    await expect(run(name, input, visitor)).rejects.toMatchObject({ details: { code: 'forbidden' } });
  });

  it('of one city is not filled by another', async () => {
    const elsewhere = { ...publisher, area: areaCode('510703') };
    await expect(run('publish-document', { ...paper, key: 'other' }, elsewhere)).rejects.toMatchObject({
      details: { code: 'forbidden' },
    });
  });

  it('takes every document of the demonstration', async () => {
    for (const { endedOn: _, endedBy: __, ...document } of libraryOfTheDemonstration)
      await run('publish-document', document);
    expect(await listed('provincial-circular-2013-3')).toMatchObject({ number: '川人口领发〔2013〕3号' });
  });
});

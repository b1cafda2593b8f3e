import { describe, expect, it } from 'vitest';
import { refused, registerDesk } from '../../../test/support/register-desk.ts';

const { run, read, enrol } = await registerDesk();
const passport = { documentKind: 'passport', documentNumber: 'gbr 123-456-789' };
const found = async (query: string) =>
  (await run('register/search-persons', { query }))['rows'] as readonly Record<string, unknown>[];

describe('people without a citizen identity number', () => {
  it('are taken in with another document, which is shown masked and finds them', async () => {
    const personId = await enrol({ name: 'MARY SMITH', ...passport });
    expect(await read(personId)).toMatchObject({
      documentKind: 'passport',
      documentNumber: 'GBR*******89',
    });
    expect(await found('GBR123456789')).toMatchObject([{ personId, reason: 'document' }]);
  });

  it('one document belongs to one person', async () => {
    await expect(enrol({ name: 'ANNE SMITH', ...passport })).rejects.toMatchObject(
      refused('conflict', 'documentNumber'),
    );
  });

  it.each([
    ['a kind without a number', { documentKind: 'passport' }],
    ['a number without a kind', { documentNumber: 'GBR123456780' }],
    ['a number that no document of the kind bears', { documentKind: 'taiwan-permit', documentNumber: 'X1' }],
  ])('refuses %s', async (_, document) => {
    await expect(enrol(document)).rejects.toMatchObject(refused('invalid_input', 'documentNumber'));
  });

  it('a renewed document finds its holder from then on, the old one nobody', async () => {
    const personId = await enrol({ documentKind: 'taiwan-permit', documentNumber: '01234567' });
    expect(await found('01234567')).toMatchObject([{ personId, reason: 'document' }]);
    await run('register/change-document', {
      personId,
      date: '2020-05-01',
      documentKind: 'taiwan-permit',
      documentNumber: '0123456789',
    });
    expect(await found('01234567')).toEqual([]);
    expect(await found('0123456789')).toMatchObject([{ personId, reason: 'document' }]);
  });

  it('people with no number at all are taken in too', async () => {
    expect(await read(await enrol())).toMatchObject({ idNumber: null, documentNumber: null });
  });
});

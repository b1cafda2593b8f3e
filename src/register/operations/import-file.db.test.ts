import { describe, expect, it } from 'vitest';
import {
  fucheng,
  newIdNumber,
  refused,
  registerDesk,
  staff,
  youxian,
} from '../../../test/support/register-desk.ts';
import { readSpreadsheet, writeSpreadsheet } from '../../platform/index.ts';

const { run, read, enrol, house } = await registerDesk();
const clerk = staff('importer', '510703', [
  'register:read',
  'register:read-children',
  'register:write',
  'register:import',
]);

type Outcome = Record<string, unknown> & {
  readonly refusedFile: { readonly fileName: string; readonly content: string } | null;
  readonly problems: readonly { readonly line: number; readonly column: string | null }[];
};
type Rows = readonly (readonly string[])[];
const base64 = async (rows: Rows, format: 'csv' | 'xlsx' = 'csv') =>
  (await writeSpreadsheet(rows, format)).toString('base64');
const send = async (kind: string, rows: Rows, more: object = {}) =>
  (await run(
    'register/import-file',
    { kind, fileName: 'people.csv', content: await base64(rows), ...more },
    clerk,
  )) as Outcome;
const found = async (query: string) =>
  (await run('register/search-persons', { query }))['rows'] as readonly Record<string, unknown>[];

const HEADINGS = [
  '姓名',
  '性别',
  '出生日期',
  '公民身份号码',
  '登记生效日期',
  '户籍地',
  '常住地',
  '户号',
  '与户主关系',
];
const person = (changes: Partial<Record<string, string>> = {}) => {
  const cells: Partial<Record<string, string>> = {
    姓名: '王小明',
    性别: '女',
    出生日期: '1990/2/1',
    登记生效日期: '20150105',
    户籍地: fucheng,
    常住地: fucheng,
    ...changes,
  };
  return HEADINGS.map((heading) => cells[heading] ?? '');
};
const countPersons = async () => {
  const { rows } = await house.ground.database.owner.query<{ count: number }>(
    'SELECT count(*) AS count FROM register_persons',
  );
  return rows[0]?.count;
};

describe('taking in a file of persons', () => {
  it('records each person as the form would, found and listed at once', async () => {
    const number = newIdNumber();
    const outcome = await send('persons', [HEADINGS, person({ 姓名: '欧阳娜娜', 公民身份号码: number })]);
    expect(outcome).toMatchObject({ rows: 1, added: 1, known: 0, refused: 0, refusedFile: null });
    const [one] = await found(number);
    expect(await read(String(one?.['personId']))).toMatchObject({
      name: '欧阳娜娜',
      birthDate: '1990-02-01',
      registeredVillage: fucheng,
      events: [{ kind: 'enrolment', form: 'enrolment', date: '2015-01-05', recordedBy: 'importer' }],
    });
  });

  it('makes the same rows in the database as the form', async () => {
    const [one, other] = [newIdNumber(), newIdNumber()];
    const contact = { phone: '13900000000', address: '滨江路12号' };
    await enrol({ name: '同一样', idNumber: one, ...contact });
    await send('persons', [
      [...HEADINGS, '电话', '详细住址'],
      [...person({ 姓名: '同一样', 公民身份号码: other }), contact.phone, contact.address],
    ]);
    const rowsOf = async (number: string) => {
      const [row] = await found(number);
      const answers = [];
      for (const table of [
        'register_persons',
        'register_events',
        'register_spells',
        'register_phone_directory',
        'register_address_directory',
      ]) {
        const { rows } = await house.ground.database.owner.query<Record<string, unknown>>(
          `SELECT * FROM ${table} WHERE person_id = $1 ORDER BY 1, 2`,
          [row?.['personId']],
        );
        const unique = [
          'person_id',
          'event_id',
          'spell_id',
          'act_id',
          'recorded_at',
          'recorded_by',
          'id_number',
          'phone',
          'address',
        ];
        const comparable = rows.map(({ details, ...line }) => ({
          ...Object.fromEntries(Object.entries(line).filter(([key]) => !unique.includes(key))),
          form: (details as { form?: string } | undefined)?.form,
        }));
        answers.push(comparable.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)));
      }
      return answers;
    };
    expect(await rowsOf(other)).toEqual(await rowsOf(one));
  });

  it('adds nothing when the same file is sent again', async () => {
    const rows = [HEADINGS, person({ 姓名: '再来一次' }), person({ 姓名: '再来两次' })];
    expect(await send('persons', rows)).toMatchObject({ added: 2, known: 0 });
    expect(await send('persons', rows)).toMatchObject({ added: 0, known: 2, refused: 0 });
  });

  it('goes on where it was interrupted: what is new in a longer file comes in', async () => {
    const first = [HEADINGS, person({ 姓名: '前半' })];
    await send('persons', first);
    expect(await send('persons', [...first, person({ 姓名: '后半' })])).toMatchObject({ added: 1, known: 1 });
  });

  it('a dry run says the same and leaves nothing', async () => {
    const rows = [HEADINGS, person({ 姓名: '试运行' }), person({ 姓名: '错', 出生日期: '昨天' })];
    const before = await countPersons();
    const dry = await send('persons', rows, { dryRun: true });
    expect(await countPersons()).toBe(before);
    const { importId: _, dryRun: __, ...said } = dry;
    const { importId: ___, dryRun: ____, ...done } = await send('persons', rows);
    expect(done).toEqual(said);
  });

  const wrong: readonly (readonly [string, Partial<Record<string, string>>, string | null])[] = [
    ['an empty name', { 姓名: '' }, '姓名'],
    ['a sex that is none', { 性别: '甲' }, '性别'],
    ['a day that is none', { 出生日期: '1990-02-30' }, '出生日期'],
    ['a number with a wrong check digit', { 公民身份号码: '510703199002010020' }, '公民身份号码'],
    ['a number of another birthday', { 公民身份号码: newIdNumber(), 出生日期: '1991-01-01' }, '出生日期'],
    ['a village that does not exist', { 户籍地: '510703999999' }, '户籍地'],
    ['a person of another county', { 户籍地: youxian, 常住地: youxian }, '户籍地'],
    ['neither of the two places', { 户籍地: '', 常住地: '' }, '户籍地'],
    ['a day in the future', { 登记生效日期: '2999-01-01' }, '登记生效日期'],
    ['a household without a head', { 户号: '7', 与户主关系: '子女' }, '与户主关系'],
    ['a household without relations', { 户号: '8' }, '与户主关系'],
  ];
  it.each(wrong)('refuses %s, by row and column', async (what, changes, column) => {
    const outcome = await send('persons', [
      HEADINGS,
      person({ 姓名: `GOOD ${what}`.slice(0, 50) }),
      person(changes),
    ]);
    expect(outcome).toMatchObject({ added: 1, refused: 1, problems: [{ line: 3, column }] });
  });

  it('gives refused rows back as a file to be mended and sent again', async () => {
    const outcome = await send('persons', [
      HEADINGS,
      person({ 姓名: '可改', 性别: '甲' }),
      person({ 姓名: '无误' }),
    ]);
    const rows = await readSpreadsheet(Buffer.from(outcome.refusedFile?.content ?? '', 'base64'));
    expect(outcome.refusedFile?.fileName).toBe('people-refused.csv');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual([...HEADINGS, '问题', '改正办法']);
    expect(rows[1]?.at(-2)).toContain('性别');
    const mended = rows.map((row) => row.map((cell) => (cell === '甲' ? '男' : cell)));
    expect(await send('persons', mended)).toMatchObject({ added: 1, refused: 0 });
  });

  it('a number that somebody has, in the register or on another row, comes in once', async () => {
    const [old, fresh] = [newIdNumber(), newIdNumber()];
    await enrol({ idNumber: old });
    const outcome = await send('persons', [
      HEADINGS,
      person({ 姓名: '甲', 公民身份号码: old }),
      person({ 姓名: '乙', 公民身份号码: fresh }),
      person({ 姓名: '丙', 公民身份号码: fresh }),
    ]);
    expect(outcome).toMatchObject({ added: 1, refused: 2, problems: [{ line: 2 }, { line: 4 }] });
  });

  it('the same row twice in a file is a mistake', async () => {
    const twice = person({ 姓名: '重复' });
    expect(await send('persons', [HEADINGS, twice, twice])).toMatchObject({ added: 1, refused: 1 });
  });

  it('reads Excel, whose numbers stay what they were', async () => {
    const number = newIdNumber();
    const content = await base64([HEADINGS, person({ 姓名: '表格', 公民身份号码: number })], 'xlsx');
    const outcome = await run(
      'register/import-file',
      { kind: 'persons', fileName: 'p.xlsx', content },
      clerk,
    );
    expect(outcome).toMatchObject({ added: 1 });
    expect(await found(number)).toMatchObject([{ name: '表格' }]);
  });
});

describe('households in a file of persons', () => {
  const surname = (number: string) => '甲乙丙丁'.charAt(Number(number) % 4);
  const household = (number: string) => [
    person({ 姓名: `户主${surname(number)}`, 户号: number, 与户主关系: '户主' }),
    person({ 姓名: `孩子${surname(number)}`, 户号: number, 与户主关系: '子女', 出生日期: '2014-01-01' }),
  ];

  it('come in with their members, and newcomers join them later', async () => {
    await send('persons', [HEADINGS, ...household('21')]);
    const later = person({ 姓名: '后来', 户号: '21', 与户主关系: '配偶' });
    expect(await send('persons', [HEADINGS, later])).toMatchObject({ added: 1 });
    const [head] = await found('户主乙');
    const family = await run('register/read-family', { personId: head?.['personId'] });
    expect(JSON.stringify(family)).toContain('后来');
    expect(JSON.stringify(family)).toContain('孩子乙');
  });

  it('come in whole or not at all', async () => {
    const [head = [], child = []] = household('22');
    const broken = child.map((cell) => (cell === '2014-01-01' ? 'rubbish' : cell));
    const outcome = await send('persons', [HEADINGS, head, broken]);
    expect(outcome).toMatchObject({ added: 0, refused: 2 });
    expect(await send('persons', [HEADINGS, head, child])).toMatchObject({ added: 2 });
  });

  it('have one head', async () => {
    const [head = []] = household('23');
    const second = person({ 姓名: '另一户主', 户号: '23', 与户主关系: '户主' });
    expect(await send('persons', [HEADINGS, head, second])).toMatchObject({ added: 0, refused: 2 });
  });
});

describe('a file of households', () => {
  it('puts people of the register together, named by their numbers', async () => {
    const [one, other] = [newIdNumber(), newIdNumber()];
    const headId = await enrol({ idNumber: one });
    await enrol({ idNumber: other });
    const rows = [
      ['户号', '成员', '是否户主', '立户日期'],
      ['1', one, '是', '2016-01-01'],
      ['1', other, '否', '2016-01-01'],
    ];
    expect(await send('households', rows)).toMatchObject({ added: 2, refused: 0 });
    expect(await read(headId)).toMatchObject({ relationToHead: 'head' });
    expect(await send('households', rows)).toMatchObject({ added: 0, known: 2 });
  });

  it('refuses a household without a head, all of its rows', async () => {
    const number = newIdNumber();
    await enrol({ idNumber: number });
    const rows = [
      ['户号', '成员', '是否户主', '立户日期'],
      ['1', number, '否', '2016-01-01'],
    ];
    expect(await send('households', rows)).toMatchObject({ added: 0, refused: 1 });
  });
});

describe('a file of events', () => {
  it('records each by its form, later rows standing on earlier ones', async () => {
    const number = newIdNumber();
    const personId = await enrol({ idNumber: number });
    const outcome = await send('events', [
      ['登记事项', '本人', 'date', 'name'],
      ['name-change', number, '2018-05-01', '新名'],
      ['死亡登记', number, '2019-05-01', ''],
      ['name-change', number, '2020-05-01', '迟了'],
    ]);
    expect(outcome).toMatchObject({ added: 2, refused: 1, problems: [{ line: 4 }] });
    expect(await read(personId)).toMatchObject({ name: '新名', deathDate: '2019-05-01' });
  });

  it.each([
    ['an unknown event', ['levy-fee', '', '']],
    ['somebody who is not in the area', ['name-change', newIdNumber(), '2018-05-01']],
  ])('refuses %s', async (_, row) => {
    expect(await send('events', [['登记事项', '本人', '日期'], row])).toMatchObject({ added: 0, refused: 1 });
  });
});

describe('who may take files in', () => {
  it('refuses a clerk without the permission', async () => {
    const content = await base64([HEADINGS, person()]);
    await expect(
      run('register/import-file', { kind: 'persons', fileName: 'x.csv', content }),
    ).rejects.toMatchObject(refused('forbidden'));
  });

  it.each([
    ['no rows', [HEADINGS]],
    [
      'a column that no form has',
      [
        [...HEADINGS, '星座'],
        [...person(), '白羊'],
      ],
    ],
  ])('refuses a file with %s', async (_, rows) => {
    await expect(send('persons', rows)).rejects.toMatchObject(refused('invalid_input'));
  });

  it('lists what was taken in, in the own area alone', async () => {
    await send('persons', [HEADINGS, person({ 姓名: '登记表' })]);
    const { imports } = await run('register/list-imports', {}, clerk);
    expect(imports).toContainEqual(
      expect.objectContaining({ fileName: 'people.csv', importedBy: 'importer' }),
    );
    const elsewhere = staff('elsewhere', '510704', ['register:read']);
    expect(await run('register/list-imports', {}, elsewhere)).toMatchObject({ imports: [] });
  });

  it('the history of everybody who came in names the file, and the audit who sent it', async () => {
    const { importId } = await send('persons', [HEADINGS, person({ 姓名: '留痕者' })]);
    const [one] = await found('留痕者');
    expect(await read(String(one?.['personId']))).toMatchObject({
      events: [{ facts: { import: importId }, recordedBy: 'importer' }],
    });
    const { rows } = await house.ground.database.owner.query<{ detail: object }>(
      `SELECT actor, detail FROM platform_audit WHERE operation = 'register/import-file' AND detail ->> 'importId' = $1`,
      [importId],
    );
    expect(rows).toEqual([
      { actor: 'importer', detail: { importId, kind: 'persons', rows: 1, added: 1, known: 0, refused: 0 } },
    ]);
  });
});

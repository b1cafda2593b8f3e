import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import { nameDivisions } from '../../areas/index.ts';
import { type AreaCode, areaInput, areaRange, text } from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext, writeSpreadsheet } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { maskOf } from '../show-person.ts';
import type { RegisterTables } from '../tables.ts';
import type { Vault } from '../vault.ts';

const MOST_ROWS = 50_000;

const headings = {
  zh: [
    '人员编号',
    '姓名',
    '性别',
    '出生日期',
    '公民身份号码',
    '电话',
    '户籍地',
    '常住地',
    '户编号',
    '与户主关系',
  ],
  en: [
    'person id',
    'name',
    'sex',
    'date of birth',
    'identity number',
    'phone',
    'registered at',
    'living at',
    'household id',
    'relation to the head',
  ],
} as const;

const tooMany = () =>
  failure(
    'too_large',
    text(`超过 ${MOST_ROWS} 人。`, `More than ${MOST_ROWS} people.`),
    text('请选择较小的地区，例如一个乡镇。', 'Choose a smaller area, a township for instance.'),
  );

/** Who is registered or lives in the area and is alive, as far as the actor may see. */
async function personsOf(context: TransactionContext, area: AreaCode) {
  const { from, to } = areaRange(area);
  const rows = await context.tx
    .withTables<RegisterTables>()
    .selectFrom('register_persons')
    .selectAll()
    .where('counted', '=', true)
    .where('death_date', 'is', null)
    .where(
      sql<SqlBool>`((registered_village >= ${from} AND registered_village < ${to}) OR (resident_village >= ${from} AND resident_village < ${to}))`,
    )
    .orderBy('registered_village')
    .orderBy('household_id')
    .limit(MOST_ROWS + 1)
    .execute();
  if (rows.length > MOST_ROWS) throw tooMany();
  return rows;
}

type PersonRow = Awaited<ReturnType<typeof personsOf>>[number];

function cellsOf(row: PersonRow, names: ReadonlyMap<AreaCode, string>, vault: Vault): readonly string[] {
  const masked = maskOf(vault, row.person_id);
  const place = (code: AreaCode | null) => (code === null ? '' : (names.get(code) ?? code));
  return [
    row.person_id,
    row.name,
    row.sex,
    row.birth_date,
    masked('idNumber', row.id_number) ?? '',
    masked('phone', row.phone) ?? '',
    place(row.registered_village),
    place(row.resident_village),
    row.household_id ?? '',
    row.relation_to_head ?? '',
  ];
}

/**
 * The people of an area as a file, for a stated purpose that is logged. What is sealed stays masked, and no cell runs
 * as a formula in a spreadsheet.
 */
export const exportPersons = ({ vault }: RegisterDependencies) =>
  defineOperation({
    name: 'register/export-persons',
    kind: 'command',
    keepsNoReceipt: true,
    summary: text('导出名单', 'Write out the people of an area'),
    permission: 'register:export-list',
    auditDetail: ({ area, purpose }) => ({ area, purpose }),
    input: z.object({
      area: areaInput,
      purpose: z.string().trim().min(4).max(200).describe('what the list is for; logged'),
      format: z.enum(['csv', 'xlsx']).default('xlsx'),
      locale: z.enum(['zh', 'en']).default('zh'),
    }),
    output: z.object({ fileName: z.string(), rows: z.number(), content: z.base64() }),
    handle: async (context, { area, format, locale }) => {
      const rows = await personsOf(context, area);
      const codes = rows.flatMap((row) => [row.registered_village, row.resident_village]);
      const names = await nameDivisions(context.tx, [...new Set(codes.filter((code) => code !== null))]);
      const lines = rows.map((row) => cellsOf(row, names, vault));
      const file = await writeSpreadsheet([headings[locale], ...lines], format);
      return {
        fileName: `jiahu-persons-${area}.${format}`,
        rows: rows.length,
        content: file.toString('base64'),
      };
    },
  });

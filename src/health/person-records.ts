import { checkupItems, pregnancyOutcomes } from '../../policy/health/index.ts';
import { openCasesOf } from '../casework/index.ts';
import { type Text, text } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { HeldPerson, HeldSection, PersonHolding } from '../register/index.ts';
import { cityWide } from './city-wide.ts';
import { countWithheld, type Whose } from './count-withheld.ts';
import type { HealthDependencies } from './dependencies.ts';
import { consentsOf } from './list-consents.ts';
import { NOTE, type OpenRecord, readRecords } from './read-records.ts';
import type { KeptValue } from './read-values.ts';
import { findStation } from './stations.ts';
import type { RecordKind, Subject } from './tables.ts';

/** In a case of their own, somebody is the woman or the man; records of a child or of the partner are not theirs. */
const subjectOf: Readonly<Record<HeldPerson['sex'], Subject>> = { female: 'woman', male: 'man' };

const kindLabels: Readonly<Record<RecordKind, Text>> = {
  visit: text('健康走访', 'visit'),
  results: text('检查结果', 'results'),
  counselling: text('咨询指导', 'counselling'),
  'early-follow-up': text('早孕随访', 'early follow-up'),
  'outcome-follow-up': text('妊娠结局随访', 'follow-up of the outcome'),
};

const ways: Readonly<Record<string, Text>> = {
  home: text('上门', 'at home'),
  phone: text('电话', 'by phone'),
  station: text('在服务机构', 'at the station'),
  signed: text('签字', 'signed'),
  online: text('网上提交时同意', 'given with the form online'),
};

const parts = new Map(checkupItems.flatMap((item) => item.parts.map((part) => [part.key, part] as const)));
const outcomeLabels: Readonly<Record<string, Text>> = pregnancyOutcomes;

/** A result in words, with the range against which it was read. */
function sayResult(key: string, { value, unit, low, high }: KeptValue): Text {
  const part = parts.get(key);
  const choice = part?.kind === 'choice' ? part.values.find((one) => one.value === value) : undefined;
  if (choice) return choice.label;
  if (value === true) return text('是', 'yes');
  const range = low === null || high === null ? '' : ` (${String(low)}–${String(high)})`;
  const said = `${String(value)} ${unit ?? ''}`.trim() + range;
  return text(said, said);
}

const isResult = (value: unknown): value is KeptValue =>
  typeof value === 'object' && value !== null && 'value' in value;

/** One thing that a record says; null for what it keeps for itself. */
function sayValue([key, value]: readonly [string, unknown]): readonly [Text, Text | string] | null {
  if (isResult(value)) return [parts.get(key)?.label ?? text(key, key), sayResult(key, value)];
  if (typeof value !== 'string') return null;
  if (key === NOTE) return [text('说明', 'note'), value];
  if (key === 'way') return [text('方式', 'how'), ways[value] ?? value];
  return [text('结局', 'outcome'), outcomeLabels[value] ?? value];
}

async function recordRows(
  context: TransactionContext,
  { day, kind, stationId, values }: OpenRecord,
): Promise<HeldSection['rows']> {
  const { name } = await findStation(context, stationId);
  const said = Object.entries(values).flatMap((entry) => {
    const one = sayValue(entry);
    return one ? [one] : [];
  });
  const lines = said.length > 0 ? said : [['—', '—'] as const];
  return lines.map((line) => [day, kindLabels[kind], name, ...line]);
}

async function recordsSection(
  context: TransactionContext,
  dependencies: HealthDependencies,
  { cases, subject }: Whose,
): Promise<HeldSection> {
  const rows: HeldSection['rows'][number][] = [];
  for (const opened of cases)
    for (const record of await readRecords(context, dependencies, { opened, subject }))
      rows.push(...(await recordRows(context, record)));
  return {
    title: text('健康服务记录', 'Health records'),
    columns: [
      text('日期', 'date'),
      text('记录', 'record'),
      text('服务机构', 'station'),
      text('项目', 'item'),
      text('内容', 'content'),
    ],
    rows,
  };
}

async function consentsSection(
  context: TransactionContext,
  dependencies: HealthDependencies,
  { cases, subject }: Whose,
): Promise<HeldSection> {
  const rows: HeldSection['rows'][number][] = [];
  for (const { row } of cases)
    for (const given of await consentsOf(context, dependencies, row.case_id))
      if (given.subject === subject)
        rows.push([
          row.number,
          given.givenOn,
          ways[given.way] ?? given.way,
          given.withdrawnAt ?? '—',
          given.text,
        ]);
  return {
    title: text('健康服务的同意和撤回', 'Consent to health services'),
    columns: [
      text('编号', 'number'),
      text('同意日期', 'given on'),
      text('方式', 'how'),
      text('撤回时间', 'withdrawn at'),
      text('同意的内容', 'to what'),
    ],
    rows,
  };
}

async function withheldSection(context: TransactionContext, whose: Whose): Promise<HeldSection> {
  const count = await countWithheld(context, whose);
  return {
    title: text('撤回同意后封存的记录', 'Records that are withheld'),
    columns: [text('说明', 'what'), text('条数', 'how many')],
    rows:
      count === 0
        ? []
        : [
            [
              text(
                '按病历管理规定保存，不再查看或者使用',
                'stored as the rules on medical records ask, read by nobody',
              ),
              String(count),
            ],
          ],
  };
}

/** What the health room holds of somebody, for that person's own copy. What was withheld is said as a count alone. */
export const holdHealthRecords =
  (dependencies: HealthDependencies): PersonHolding =>
  (context, { personId, sex }) =>
    cityWide(context, dependencies, async () => {
      const cases = await openCasesOf(context, dependencies.casework, personId);
      const whose = { cases, subject: subjectOf[sex] };
      return [
        await consentsSection(context, dependencies, whose),
        await recordsSection(context, dependencies, whose),
        await withheldSection(context, whose),
      ];
    });

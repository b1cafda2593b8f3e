import type { Selectable } from 'kysely';
import {
  type AreaCode,
  areaContains,
  type CalendarDate,
  type EnteredValue,
  type Moment,
  type Programme,
  parseAreaCode,
  place,
  type ReadyRules,
  readyRules,
  significantDigits,
  type Text,
  text,
} from '../language/index.ts';
import { failure, keyedRead, readCity, type TransactionContext } from '../platform/index.ts';
import type { BenefitsDependencies } from './dependencies.ts';
import type { BenefitsTables } from './tables.ts';

const officers = text('主管部门填写', 'entered by the office');

type ApprovedValue = Pick<
  Selectable<BenefitsTables['benefits_values']>,
  | 'programme'
  | 'parameter'
  | 'place'
  | 'from_date'
  | 'to_date'
  | 'amount'
  | 'document'
  | 'published_on'
  | 'confirmed_through'
>;
const approvedValues = keyedRead<ApprovedValue>(
  `SELECT programme, parameter, place, from_date, to_date, amount, document, published_on, confirmed_through
   FROM benefits_values WHERE approved_at IS NOT NULL ORDER BY value_id`,
);

/** What officers entered and others approved; in a made-up city also what was invented for it, and never in a real one. */
export async function enteredValues(
  context: TransactionContext,
  { demoValues }: Pick<BenefitsDependencies, 'demoValues'>,
): Promise<readonly EnteredValue[]> {
  const entered = (await approvedValues(context.tx, [])).map(
    (row): EnteredValue => ({
      programme: row.programme,
      parameter: row.parameter,
      value: row.amount,
      place: place(row.place, text(row.place, row.place)),
      from: row.from_date,
      to: row.to_date,
      publishedOn: row.published_on,
      confirmedThrough: row.confirmed_through,
      source: { title: officers, clause: text(row.document, row.document) },
    }),
  );
  const city = await readCity(context.tx);
  return city?.kind === 'synthetic' ? [...demoValues, ...entered] : entered;
}

const unknownProgramme = (key: string, known: readonly Programme[]) =>
  failure(
    'not_found',
    text(`没有项目 ${key}。`, `There is no programme ${key}.`),
    text(
      `现有项目：${known.map((one) => one.key).join('、')}。`,
      `The programmes are: ${known.map((one) => one.key).join(', ')}.`,
    ),
  );

export function findProgramme(
  { programmes }: Pick<BenefitsDependencies, 'programmes'>,
  key: string,
): Programme {
  const found = programmes.find((one) => one.key === key);
  if (!found) throw unknownProgramme(key, programmes);
  return found;
}

export const notInForce = ({ title }: Programme, { day, knownAt }: Omit<Moment, 'area'>) =>
  failure(
    'not_found',
    text(
      `按 ${knownAt} 所知，${day} 没有“${title.zh}”。`,
      `As known on ${knownAt}, there was no “${title.en}” on ${day}.`,
    ),
    text('请换一个日期。', 'Choose another day.'),
  );

const label = ({ parameter, day }: ReadyRules['missing'][number]): Text =>
  text(`${parameter.label.zh}（${day}）`, `${parameter.label.en} (${day})`);

/** A date without a value is an error, never the last value that was known. */
export function requireValues({ rules, missing }: ReadyRules): void {
  const [first] = missing;
  if (!first) return;
  const said = label(first);
  throw failure(
    'conflict',
    text(
      `“${rules.programme.title.zh}”缺少数值：${said.zh}。`,
      `“${rules.programme.title.en}” lacks a value: ${said.en}.`,
    ),
    text(
      '请由主管人员填写该数值，注明文号和日期，并由另一人核准。',
      'Have an officer enter it with document and date, and another approve it.',
    ),
  );
}

/** The rules of one programme for one division, ready to be asked; refused where there are none or a value is missing. */
export function rulesFor(programme: Programme, moment: Moment, entered: readonly EnteredValue[]): ReadyRules {
  const ready = readyRules(programme, moment, entered);
  if (!ready) throw notInForce(programme, moment);
  requireValues(ready);
  return ready;
}

/** A part of an area in which the rules are the same everywhere. */
export interface Region {
  readonly area: AreaCode;
  readonly digits: string;
  /** Places inside it that have rules of their own. */
  readonly without: readonly string[];
}

/** The parts of an area for which conditions or values differ. */
export function regionsOf(
  programmes: readonly Programme[],
  area: AreaCode,
  entered: readonly EnteredValue[],
): readonly Region[] {
  const own = significantDigits(area);
  const keys = new Set(programmes.map(({ key }) => key));
  const places = [
    ...programmes.flatMap(({ conditions }) => conditions),
    ...programmes.flatMap(({ parameters }) => parameters.flatMap(({ values }) => values)),
    ...entered.filter(({ programme }) => keys.has(programme)),
  ].map((one) => one.place.digits);
  const inside = [...new Set(places)].filter(
    (digits) => digits.length > own.length && digits.startsWith(own),
  );
  return [own, ...inside].map((digits) => ({
    area: digits === own ? area : (parseAreaCode(digits) ?? area),
    digits,
    without: inside.filter((other) => other !== digits && other.startsWith(digits)),
  }));
}

const outside = () =>
  failure(
    'forbidden',
    text('这个地区不在您的管辖范围内。', 'That area is not yours.'),
    text('请选择您管辖的地区。', 'Choose an area of yours.'),
  );

/** The area that is asked about: the actor's own, or one inside it. */
export function areaOf({ actor }: TransactionContext, asked: AreaCode | undefined): AreaCode {
  if (asked === undefined) return actor.area;
  if (!areaContains(actor.area, asked)) throw outside();
  return asked;
}

/** The two clocks of a question: by default what is known today. */
export const momentOf = (
  asked: { readonly at?: CalendarDate | undefined; readonly knownAt?: CalendarDate | undefined },
  today: CalendarDate,
): Omit<Moment, 'area'> => ({ day: asked.at ?? today, knownAt: asked.knownAt ?? today });

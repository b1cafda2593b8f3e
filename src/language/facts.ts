import { type Text, text } from './text.ts';

/** What a fact column may hold. Every column may also be unknown (SQL NULL). */
export type ValueType = 'boolean' | 'integer' | 'code' | 'date';

export interface FactColumn<T extends ValueType = ValueType> {
  readonly type: T;
  readonly label: Text;
  /** For codes: the closed list, where there is one. */
  readonly codes?: readonly string[];
}

/** A documented table of facts: one row a fact, the columns that measures and conditions may speak of. */
export interface FactView<
  C extends Readonly<Record<string, FactColumn>> = Readonly<Record<string, FactColumn>>,
> {
  readonly name: string;
  /** The compartment of the snapshot in which it lies; a right of its own each. */
  readonly compartment: 'statistics' | 'benefits' | 'linkage';
  readonly doc: Text;
  readonly columns: C;
}

const column = <T extends ValueType>(type: T, label: Text, codes?: readonly string[]): FactColumn<T> =>
  codes ? { type, label, codes } : { type, label };

export const populations = ['registered', 'resident'] as const;
/** 户籍 (registered) and 常住 (resident): never the same thing, never mixed in one figure. */
export type Population = (typeof populations)[number];

const shared = {
  population: column('code', text('人口口径', 'population'), populations),
  village: column('code', text('村（社区）代码，以记录当时为准', 'village code as recorded at the time')),
  county: column(
    'code',
    text('县（市、区）代码，以记录当时为准（分区）', 'county code as recorded at the time (partition)'),
  ),
  sex: column('code', text('性别', 'sex'), ['male', 'female']),
  birth_date: column('date', text('出生日期', 'date of birth')),
  link: column('code', text('可销毁的关联键', 'link key, destroyable')),
} as const;

/**
 * One row for each unbroken stay of a person in a village, in one of the two populations: the days from `from_date`
 * up to, not including, `to_date`; `to_date` is unknown while the stay lasts.
 */
export const populationSpells = {
  name: 'population_spells',
  compartment: 'statistics',
  doc: text(
    '每人每口径在一村的一段连续在册或居住',
    'one unbroken stay of a person in a village, per population',
  ),
  columns: {
    ...shared,
    from_date: column('date', text('该段开始日期', 'first day of the stay')),
    to_date: column('date', text('该段结束日期', 'day on which the stay ended')),
  },
} as const satisfies FactView;

/** One row for each entry into or exit from a population: births, deaths, moves, as recorded. */
export const vitalEvents = {
  name: 'vital_events',
  compartment: 'statistics',
  doc: text('每人每口径的一次进入或退出', 'one entry into or exit from a population'),
  columns: {
    ...shared,
    kind: column('code', text('事件', 'event'), ['enrolment', 'birth', 'death', 'move_in', 'move_out']),
    event_date: column('date', text('发生日期', 'date of the event')),
    counterpart: column(
      'code',
      text('另一方村代码；市外为未知', 'village on the other side; unknown outside the city'),
    ),
    mother_birth_date: column('date', text('母亲出生日期', "mother's date of birth")),
  },
} as const satisfies FactView;

const place = {
  village: column('code', text('填报地区代码，以当时为准', 'code of the reporting area as it was then')),
  county: column(
    'code',
    text('县（市、区）代码，以当时为准（分区）', 'county code as it was then (partition)'),
  ),
} as const;

/** One row for each value of a return that was approved up to the city: a number that an area reported for a period. */
export const returnValues = {
  name: 'return_values',
  compartment: 'statistics',
  doc: text('逐级审定的报表数值', 'one value of a return approved up to the city'),
  columns: {
    ...place,
    form: column('code', text('报表', 'return')),
    item: column('code', text('项目', 'item')),
    from_date: column('date', text('报告期首日', 'first day of the period')),
    to_date: column('date', text('报告期末日', 'last day of the period')),
    amount: column('integer', text('数值（金额以分计）', 'value (money in fen)')),
    invented: column('boolean', text('演示用虚构数', 'invented for the demonstration')),
  },
} as const satisfies FactView;

export const documentKinds = [
  'circular',
  'policy',
  'study',
  'procedure',
  'interpretation',
  'explanation',
] as const;

/** One row for each document of the library. */
export const libraryDocuments = {
  name: 'library_documents',
  compartment: 'statistics',
  doc: text('文件库中的一份文件', 'one document of the library'),
  columns: {
    ...place,
    kind: column('code', text('文件种类', 'kind of document'), documentKinds),
    subject: column('code', text('主题', 'subject')),
    issued_on: column('date', text('成文日期', 'date of the document')),
    ended_on: column('date', text('失效日期', 'date on which it ceased to be in force')),
    is_online: column('boolean', text('已在网上公开', 'published online')),
  },
} as const satisfies FactView;

/**
 * One row for each health service given, supply moved, incident, station, and model station of a year: what, where and
 * when. There is no person in it, and no case.
 */
export const healthServices = {
  name: 'health_services',
  compartment: 'statistics',
  doc: text(
    '一次卫生服务、一笔药具、一起事件、一个机构（不含任何个人）',
    'one health service, supply, incident or station, without any person',
  ),
  columns: {
    village: column(
      'code',
      text('服务机构所在地区代码，以当时为准', 'code of the area of the station as it was then'),
    ),
    county: place.county,
    level: column('code', text('机构层级', 'level of the station'), [
      'city',
      'county',
      'township',
      'village',
    ]),
    kind: column('code', text('种类', 'kind')),
    detail: column(
      'code',
      text('细类：药具品种、事件种类、妊娠结局', 'supply, kind of incident, outcome of a pregnancy'),
    ),
    day: column(
      'date',
      text('日期；示范站为所属年度末日', 'day; of a model station the last day of its year'),
    ),
    ended_on: column('date', text('机构撤销日期', 'day on which the station closed')),
    amount: column('integer', text('数量', 'amount')),
  },
} as const satisfies FactView;

/** One row for each case: what was asked for, when, and what came of it. Nobody who asked can be found from it. */
export const caseFacts = {
  name: 'case_facts',
  compartment: 'statistics',
  doc: text('一件事项', 'one case'),
  columns: {
    ...place,
    service: column('code', text('服务', 'service')),
    channel: column('code', text('渠道', 'channel')),
    outcome: column('code', text('结果', 'outcome')),
    rating: column('code', text('评价', 'rating'), ['satisfied', 'neutral', 'dissatisfied']),
    received_on: column('date', text('收到日期', 'day of receipt')),
    closed_on: column('date', text('办结日期', 'day of closing')),
    is_late: column('boolean', text('超期', 'late')),
  },
} as const satisfies FactView;

/** One row for each number that was entered in a case: how many people were visited, how many files were audited. */
export const caseAmounts = {
  name: 'case_amounts',
  compartment: 'statistics',
  doc: text('事项中填写的一个数', 'one number entered in a case'),
  columns: {
    ...place,
    service: column('code', text('服务', 'service')),
    item: column('code', text('项目', 'item')),
    on_date: column('date', text('填写日期', 'day on which it was entered')),
    amount: column('integer', text('数值', 'value')),
  },
} as const satisfies FactView;

/**
 * One row for each sum that was paid on a day, each number of people who were paid for the first time in a year, and
 * each number of a record of what is given in kind. There is no person in it; what concerns families that are never
 * spoken of in public stands under their county, not under a village.
 */
export const benefitFacts = {
  name: 'benefit_facts',
  compartment: 'statistics',
  doc: text(
    '待遇发放的金额和人数、实物服务和帮扶项目的数量（不含任何个人）',
    'money and recipients of benefits, and amounts of what is given in kind, without any person',
  ),
  columns: {
    village: column('code', text('地区代码，以当时为准', 'code of the area as it was then')),
    county: place.county,
    programme: column('code', text('项目', 'programme')),
    item: column('code', text('内容', 'what is counted')),
    day: column('date', text('日期', 'day')),
    amount: column('integer', text('数量（金额以分计）', 'amount (money in fen)')),
  },
} as const satisfies FactView;

export const factViews = {
  population_spells: populationSpells,
  vital_events: vitalEvents,
  return_values: returnValues,
  library_documents: libraryDocuments,
  case_facts: caseFacts,
  case_amounts: caseAmounts,
  health_services: healthServices,
  benefit_facts: benefitFacts,
} as const;
export type FactViewName = keyof typeof factViews;

/** The group of counts that belong to no population: what areas report, and documents. */
export type CountGroup = Population | 'none';

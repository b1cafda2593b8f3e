import { calendarDate, type Project, text, type Unit } from '../../src/language/index.ts';

/** What is given in kind, insured, or done in projects: one way of recording for all of it. */

const item = (zh: string, en: string, unit: Unit) => ({ label: text(zh, en), unit });
const report = {
  title: text('绵阳市 2013 年人口和计划生育工作报告', 'Work report of Mianyang for 2013'),
  clause: text(
    '所列事项；具体办法的文号待本地核实',
    'items listed there; the documents are to be confirmed locally',
  ),
};
const since = { from: calendarDate('2008-01-01'), sources: [report] } as const;

export const projects: readonly Project[] = [
  {
    key: 'cleft-operation',
    title: text('免费唇腭裂手术（“微笑行动”）', 'free cleft lip and palate operations'),
    whose: 'person',
    items: { operations: item('手术人数', 'children operated on', 'children') },
    belongsTo: null,
    confidential: true,
    ...since,
  },
  {
    key: 'special-family-household',
    title: text('特殊家庭帮扶试点户', 'household of the special-family pilot'),
    whose: 'household',
    items: { households: item('户数', 'households', 'households') },
    belongsTo: null,
    confidential: true,
    ...since,
  },
  {
    key: 'special-family-spending',
    title: text('特殊家庭帮扶试点投入', 'spending of the special-family pilot'),
    whose: 'area',
    items: { fen: item('投入金额', 'spent', 'yuan') },
    belongsTo: null,
    confidential: true,
    ...since,
  },
  {
    key: 'insurance-policy',
    title: text('独生子女及家庭意外伤害等保险保单', 'yearly policy of accident insurance'),
    whose: 'area',
    items: {
      persons: item('参保人数', 'insured persons', 'persons'),
      premium: item('参保金额', 'premium', 'yuan'),
      province: item('其中省级财政', 'paid by the province', 'yuan'),
      city: item('其中市级财政', 'paid by the city', 'yuan'),
      county: item('其中县级财政', 'paid by the county', 'yuan'),
      township: item('其中乡镇、村', 'paid by township and village', 'yuan'),
      family: item('其中家庭自付', 'paid by families', 'yuan'),
    },
    sum: { of: ['province', 'city', 'county', 'township', 'family'], is: 'premium' },
    belongsTo: null,
    confidential: false,
    ...since,
  },
  {
    key: 'insurance-claim',
    title: text('保险理赔', 'claim on a policy'),
    whose: 'person',
    items: {
      claims: item('理赔件数', 'claims', 'cases'),
      fen: item('理赔金额', 'paid by the insurer', 'yuan'),
    },
    belongsTo: 'insurance-policy',
    confidential: true,
    ...since,
  },
  {
    key: 'livelihood-household',
    title: text('“三结合”帮扶户', 'livelihood support: household'),
    whose: 'household',
    items: { households: item('新增户数', 'new households', 'households') },
    belongsTo: null,
    confidential: false,
    ...since,
  },
  {
    key: 'livelihood-base',
    title: text('“三结合”帮扶基地', 'livelihood support: base'),
    whose: 'unit',
    items: { bases: item('新建和巩固基地数', 'bases built or consolidated', 'bases') },
    belongsTo: null,
    confidential: false,
    ...since,
  },
  {
    key: 'free-services',
    title: text('免费服务落实情况', 'free services received by those entitled'),
    whose: 'area',
    items: {
      entitled: item('应享受人数', 'entitled', 'persons'),
      received: item('已享受人数', 'received them', 'persons'),
    },
    belongsTo: null,
    confidential: false,
    ...since,
  },
];

export const projectOf = (key: string): Project | null => projects.find((one) => one.key === key) ?? null;

/** Programmes whose recipients are counted by county and no lower: a village would tell who they are. */
export const confidentialProgrammes: readonly string[] = [
  'special-support',
  'complication-support',
  ...projects.filter(({ confidential }) => confidential).map(({ key }) => key),
];

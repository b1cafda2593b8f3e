import { atMost, calendarDate, itemsOf, type ReturnForm, text } from '../../src/language/index.ts';

const rated = (zh: string, en: string) => ({ label: text(zh, en), unit: 'villages', largest: 1 }) as const;

const villageItems = {
  notice_columns: {
    label: text('新建和巩固的公开栏', 'notice columns built or consolidated'),
    unit: 'columns',
  },
  self_governance: rated('开展群众自治（是=1）', 'self-governance in place (yes = 1)'),
  qualified_or_better: rated('评为合格及以上（是=1）', 'rated qualified or better (yes = 1)'),
  red_flag: rated('评为红旗村（是=1）', 'rated red-flag (yes = 1)'),
} as const;
const village = itemsOf(villageItems);

const source = text('2013 年度工作报告所列事项', 'items of the annual work report for 2013');

/** What villages report: the ratings red-flag, advanced and qualified go from best to least. */
export const villageReturn: ReturnForm = {
  key: 'village-self-governance',
  version: 1,
  title: text('村（社区）群众自治和公开情况', 'Self-governance and open affairs in villages'),
  level: 'village',
  every: 'year',
  items: villageItems,
  checks: [
    {
      at: 'qualified_or_better',
      must: atMost(village.qualified_or_better, village.self_governance),
      remedy: text('未开展群众自治的村不能评为合格', 'a village without self-governance cannot be rated'),
    },
    {
      at: 'red_flag',
      must: atMost(village.red_flag, village.qualified_or_better),
      remedy: text('红旗村也应计入合格及以上', 'a red-flag village also counts as qualified or better'),
    },
  ],
  steadyWithin: null,
  validFrom: calendarDate('2010-01-01'),
  validTo: null,
  source,
};

/** What townships report. */
export const townshipReturn: ReturnForm = {
  key: 'township-administration',
  version: 1,
  title: text('乡镇（街道）依法行政和公开情况', 'Lawful and open administration in townships'),
  level: 'township',
  every: 'year',
  items: {
    notice_columns: villageItems.notice_columns,
    national_law_model: {
      label: text('全国依法行政示范乡镇（是=1）', 'national model of lawful administration (yes = 1)'),
      unit: 'townships',
      largest: 1,
    },
  },
  checks: [],
  steadyWithin: null,
  validFrom: calendarDate('2010-01-01'),
  validTo: null,
  source,
};

import {
  atMost,
  calendarDate,
  itemsOf,
  type ReturnForm,
  type Text,
  text,
  type Unit,
} from '../../src/language/index.ts';

const item = (label: Text, unit: Unit) => ({ label, unit }) as const;

const items = {
  surveys_done: item(text('开展调研次数', 'surveys and studies'), 'studies'),
  sample_persons: item(text('人口抽样人数', 'persons in the population sample'), 'persons'),
  sample_population: item(text('抽样总体人数', 'persons it was drawn from'), 'persons'),
  intention_survey: item(text('单独家庭生育意愿调查', 'fertility-intention survey of the city'), 'surveys'),
  population_outlook: item(text('未来人口发展研判', 'population outlook with an institute'), 'studies'),
  entries_audited: item(text('抽查信息项数', 'entries of the register audited'), 'files'),
  entries_right: item(text('其中准确项数', 'found right among them'), 'files'),
  monitoring_rank: item(text('监测点工作全省名次', 'provincial place of the monitoring points'), 'rank'),
  women_asked: item(text('抽样调查育龄妇女（自愿）', 'women asked in a voluntary sample survey'), 'persons'),
  contraception_used: item(text('其中采取避孕措施', 'using contraception among them'), 'persons'),
  supplies_used: item(text('其中使用免费药具', 'using supplied contraceptives among those'), 'persons'),
} as const;
const of = itemsOf(items);
const partOf = (at: keyof typeof items, whole: keyof typeof items) => ({
  at,
  must: atMost(of[at], of[whole]),
  remedy: text('部分不能多于总数', 'a part cannot be more than the whole'),
});

/** Foundations that the city itself answers for; replaced by the records of surveys, projection and casework. */
export const cityReturn: ReturnForm = {
  key: 'city-foundations',
  version: 2,
  title: text('基础工作情况', 'Foundations of the work'),
  level: 'city',
  every: 'year',
  items,
  checks: [
    partOf('sample_persons', 'sample_population'),
    partOf('entries_right', 'entries_audited'),
    partOf('contraception_used', 'women_asked'),
    partOf('supplies_used', 'contraception_used'),
  ],
  steadyWithin: null,
  validFrom: calendarDate('2010-01-01'),
  validTo: null,
  source: text('2013 年度工作报告所列事项', 'items of the annual work report for 2013'),
};

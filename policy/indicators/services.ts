import { type Indicator, text } from '../../src/language/index.ts';
import { rooms, share, sum, total } from './reported.ts';

const voluntarySurvey = [
  text(
    '只作为自愿抽样调查的估计；从不登记到个人，也不是任何人的义务。被调查人数为演示虚构。',
    'An estimate of a voluntary sample survey: never recorded for a person and never a duty. The number of women asked is made up for the demonstration.',
  ),
];

/** Services, as counties report them. Taking part in any of them is voluntary. */
export const serviceIndicators: readonly Indicator[] = [
  total({
    key: 'preconception_checkups',
    label: text('免费孕前优生健康检查人数', 'free preconception check-ups'),
    unit: 'persons',
    about: 'persons',
    numerator: sum('checkups_done'),
    definition: text(
      '当年接受免费孕前优生健康检查的人数。',
      'Persons who had a free preconception check-up in the year.',
    ),
    notes: [
      text(
        '原文量词不一，可能以“对夫妇”计。',
        'The source is not clear whether it counted persons or couples.',
      ),
    ],
  }),
  share({
    key: 'preconception_coverage',
    label: text('孕前优生健康检查目标人群覆盖率', 'coverage of preconception check-ups'),
    part: 'checkups_done',
    whole: 'preconception_planned',
    isCoverage: true,
    definition: text(
      '检查人数占当年计划人数的百分比。',
      'Persons checked as a share of those planned for in the year.',
    ),
    notes: [
      text(
        '公布的覆盖率为 119%，未公布分母；27,705 ÷ 1.19 约为 23,282，这里作为计划人数。',
        'A coverage of 119 % was published without its denominator; 27,705 ÷ 1.19 is about 23,282, taken here for the plan.',
      ),
    ],
  }),
  total({
    key: 'model_service_stations',
    label: text('市级优质服务示范站', 'city model service stations'),
    unit: 'stations',
    numerator: sum('model_stations'),
    definition: text('获市级优质服务示范称号的服务站。', 'Service stations named city models.'),
  }),
  total({
    key: 'safety_incidents',
    label: text('技术服务安全事故', 'service safety incidents'),
    unit: 'incidents',
    direction: 'lower is better',
    numerator: sum('incidents'),
    definition: text('当年技术服务中发生的安全事故。', 'Safety incidents in services in the year.'),
  }),
  total({
    key: 'post_disaster_rebirth_services',
    label: text('灾后再生育全程免费技术服务', 'post-disaster family-rebuilding services'),
    unit: 'person-times',
    about: 'persons',
    numerator: sum('rebuilding_services'),
    definition: text(
      '2008 年地震以来累计提供的人次，不是 2013 年一年的数；公布为“13.3 万人次以上”。',
      'Person-times since the earthquake of 2008, not of 2013 alone; published as more than 133,000.',
    ),
  }),
  total({
    key: 'disability_appraisals',
    label: text('病残儿医学鉴定', 'medical appraisals of children with disabilities'),
    unit: 'person-times',
    about: 'persons',
    numerator: sum('appraisals_done'),
    definition: text('当年专家组完成的鉴定人次。', 'Appraisals completed by the expert panel in the year.'),
  }),
  share({
    key: 'free_service_fulfilment',
    label: text('免费服务落实率', 'entitled people who received the free services'),
    part: 'free_services_received',
    whole: 'free_services_entitled',
    about: 'persons',
    definition: text(
      '应享受免费服务的人中已享受的百分比。',
      'Of the people entitled to free services, the share that received them.',
    ),
  }),
  share({
    key: 'contraceptive_supply_rate',
    label: text('药具应用率', 'use of supplied contraceptives'),
    part: 'supplies_used',
    whole: 'contraception_used',
    decimals: 1,
    direction: 'neither',
    status: 'voluntary',
    definition: text(
      '抽样调查中，采取避孕措施的妇女使用免费药具的百分比。',
      'In a sample survey, of the women who used contraception, the share that used supplied ones.',
    ),
    standsInFor: rooms.surveys,
    notes: voluntarySurvey,
  }),
  share({
    key: 'contraceptive_prevalence',
    label: text('综合避孕率', 'contraceptive prevalence'),
    part: 'contraception_used',
    whole: 'women_asked',
    decimals: 1,
    direction: 'neither',
    status: 'voluntary',
    definition: text(
      '抽样调查中，已婚育龄妇女采取避孕措施的百分比（联合国：避孕普及率）；当年称“综合节育率”。',
      'In a sample survey, the share of married women of reproductive age who use contraception (UN: contraceptive prevalence).',
    ),
    standsInFor: rooms.surveys,
    notes: voluntarySurvey,
  }),
];

/** Foundations that the city itself answers for. */
export const foundationIndicators: readonly Indicator[] = [
  total({
    key: 'surveys_done',
    label: text('调研次数', 'surveys and studies'),
    unit: 'studies',
    definition: text(
      '当年开展的调查和研究；公布为“10 次以上”。',
      'Surveys and studies of the year; published as ten or more.',
    ),
    standsInFor: rooms.surveys,
  }),
  share({
    key: 'population_sample_fraction',
    label: text('人口抽样比例', 'population sample fraction'),
    unit: 'per mille',
    factor: 1000,
    direction: 'neither',
    part: 'sample_persons',
    whole: 'sample_population',
    definition: text(
      '人口抽样调查的人数占总体的千分比。',
      'Persons in the population sample per thousand of those it was drawn from.',
    ),
    standsInFor: rooms.surveys,
  }),
  total({
    key: 'intention_survey',
    label: text('单独家庭生育意愿调查', 'fertility-intention survey covering the whole city'),
    unit: 'surveys',
    definition: text(
      '当年覆盖全市的生育意愿调查。',
      'Fertility-intention surveys of the year that covered the whole city.',
    ),
    standsInFor: rooms.surveys,
  }),
  total({
    key: 'population_outlook',
    label: text('未来人口发展研判', 'population outlook with a university institute'),
    unit: 'studies',
    definition: text(
      '当年与高校研究机构合作完成的人口发展研判。',
      'Population outlooks made with a university institute in the year.',
    ),
    standsInFor: rooms.projection,
  }),
  total({
    key: 'guidance_visits',
    label: text('基层指导督查', 'supervision visits to the grass roots'),
    unit: 'person-times',
    numerator: sum('visits_made'),
    definition: text(
      '当年到基层指导督查的人次；公布为“约 200 人次”。',
      'Person-times of supervision in the year; published as about 200.',
    ),
  }),
  total({
    key: 'people_interviewed',
    label: text('调查群众', 'people interviewed'),
    unit: 'persons',
    about: 'persons',
    numerator: sum('visit_interviews'),
    definition: text(
      '督查中走访询问的群众；公布为“1000 人以上”。',
      'People interviewed on such visits; published as a thousand or more.',
    ),
  }),
  total({
    key: 'case_files_audited',
    label: text('审核个案资料', 'case files audited'),
    unit: 'files',
    numerator: sum('files_audited'),
    definition: text(
      '督查中审核的个案资料；公布为“1 万份以上”。',
      'Files audited on such visits; published as ten thousand or more.',
    ),
  }),
  share({
    key: 'register_accuracy',
    label: text('全员人口数据库信息准确率', 'accuracy of the whole-population register'),
    decimals: 1,
    part: 'entries_right',
    whole: 'entries_audited',
    definition: text(
      '抽查的信息项中准确的百分比；抽查项数为演示虚构，置信区间待抽样调查功能建成后给出。',
      'Of the entries audited, the share found right; how many were audited is made up, and an interval comes with the room of surveys.',
    ),
    standsInFor: rooms.surveys,
  }),
  total({
    key: 'monitoring_rank',
    label: text('监测点工作全省名次', 'provincial place of the monitoring points'),
    unit: 'rank',
    direction: 'lower is better',
    definition: text(
      '省里通报的本市监测点工作名次；只针对单位的工作。',
      'The place that the province gave to the work of the monitoring points: of units of government, never of people.',
    ),
  }),
];

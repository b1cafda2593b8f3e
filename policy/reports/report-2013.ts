import { type Report, text } from '../../src/language/index.ts';
import { cityArea } from '../areas/changes.ts';
import { workSections } from './sections-2013.ts';

/**
 * The work report for 2013 in our own words; `{key}` stands for a figure with its unit and its
 * "why", `{key:n}` for the number alone.
 */
export const report2013: Report = {
  year: 2013,
  area: cityArea,
  title: text(
    '绵阳市 2013 年人口与家庭服务工作报告',
    'Annual report on population and family services, Mianyang 2013',
  ),
  sections: [
    {
      key: 'headline',
      title: text('主要结果', 'Headline results'),
      paragraphs: [
        text(
          '到 2013 年底，全市户籍人口 {registered_population}，常住人口 {resident_population}。户籍人口与常住人口是两个不同的口径，以下出生、死亡和比率均按户籍人口计算。',
          'At the end of 2013 the city had a registered population of {registered_population} and a resident population of {resident_population}. The two are different things; births, deaths and rates below are those of the registered population.',
        ),
        text(
          '全年出生 {births}，死亡 {deaths}。按年平均人口 {average_population} 计算，人口自然增长率为 {natural_increase_rate}，目标是不超过 3.00‰。',
          'During the year {births:n} children were born and {deaths:n} people died. On an average population of {average_population}, the rate of natural increase was {natural_increase_rate}; the target was at most 3.00 per mille.',
        ),
        text(
          '省里就重点检查发出通报 {provincial_standing}，肯定了此前五年的工作。',
          'The province issued a circular ({provincial_standing}) on its key inspection, which praised the work of five years.',
        ),
        text(
          '当年公布的符合政策生育率为 {policy_compliant_birth_rate}，目标是不低于 85%。这一指标已于 2021 年停止，这里只作为历史数字保留。',
          'The policy-compliant birth rate published that year was {policy_compliant_birth_rate}, against a target of at least 85 %. The series ended in 2021 and stands here as history only.',
        ),
      ],
      figures: [
        'registered_population',
        'resident_population',
        'births',
        'deaths',
        'average_population',
        'natural_increase_rate',
        'policy_compliant_birth_rate',
        'provincial_standing',
      ],
    },
    ...workSections,
  ],
};

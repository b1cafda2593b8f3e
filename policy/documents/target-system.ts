import { calendarDate, type LibraryDocument, text } from '../../src/language/index.ts';
import { cityArea } from '../areas/changes.ts';

/** How targets were enforced then: an explanation, never a function. */
export const targetSystemExplained: LibraryDocument = {
  key: 'target-system-of-that-time',
  kind: 'explanation',
  title: text('当年的目标管理和“一票否决”', 'The target system of that time and its veto'),
  number: null,
  issuer: text('家户示范站编辑组', 'editors of the Jiahu demonstration site'),
  issuedOn: calendarDate('2026-01-01'),
  endedOn: null,
  endedBy: null,
  subject: 'target_system',
  area: cityArea,
  explains: null,
  body: [
    {
      heading: text('当年怎样做', 'How it was done'),
      paragraphs: [
        text(
          '市、县、乡、村逐级签订目标管理责任书，年底逐级考核。',
          'City, counties, townships and villages signed agreements on targets level by level and were examined on them at the end of the year.',
        ),
        text(
          '有的目标实行“一票否决”：没有完成的单位当年不能评先，负责人不能提拔。',
          'Some targets carried a veto: a unit that missed one could not be commended that year and its leaders could not be promoted.',
        ),
        text(
          '对超出当时政策生育的家庭征收社会抚养费，对单位和干部另有处分。',
          'Families with a birth outside the policy of the time were charged the social maintenance fee; units and officials faced punishments of their own.',
        ),
      ],
    },
    {
      heading: text('现在怎样', 'How it is today'),
      paragraphs: [
        text(
          '2021 年 6 月 26 日的决定和 8 月 20 日修正的法律取消了社会抚养费，清理废止了有关的处罚和处分规定；生育与入户、入学、入职等全面脱钩。',
          'The decision of 26 June 2021 and the law as amended on 20 August 2021 abolished the fee and had the rules on punishments withdrawn; a birth no longer bears on registration, schooling or work.',
        ),
        text(
          '因此本系统没有否决、处罚、征收或给家庭打分的功能，目标只针对政府的服务。这里只作说明。',
          'This system therefore cannot veto, punish, levy or score anybody, and targets apply to services of government alone. What stands here only explains.',
        ),
      ],
    },
  ],
  source: text(
    '2021 年 6 月 26 日《关于优化生育政策促进人口长期均衡发展的决定》；2021 年 8 月 20 日修正的《人口与计划生育法》',
    'Decision of 26 June 2021 on improving birth policy; Population and Family Planning Law as amended on 20 August 2021',
  ),
};

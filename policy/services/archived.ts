import { type ArchivedService, calendarDate, text } from '../../src/language/index.ts';
import { basis, populationLaw } from './common.ts';

const sichuanMeasures = basis(
  text('《四川省生育登记服务管理办法》', 'Measures of Sichuan for birth registration'),
  text(
    '川卫规〔2022〕5号，2023 年 2 月 15 日起施行；取消结婚和生育数量的限制',
    '川卫规〔2022〕5号, in force 15 February 2023: no more test of marriage or number',
  ),
);

/** What could be asked for in 2013 and is no more; the pages say what stands in its place. */
export const archivedServices: readonly ArchivedService[] = [
  {
    key: 'migrant-first-child-registration',
    title: text(
      '流动人口第一个子女生育服务登记（已停止）',
      'Registration of the first child of migrants (ended)',
    ),
    was: text(
      '2013 年，在本市居住的外来已婚育龄夫妻拟生育第一个子女的，可以在现居住地乡镇（街道）或者网上登记；居住地向户籍地核实婚育情况。当时只限第一个子女，须提交结婚证。',
      'In 2013 married couples from elsewhere who lived here could register a first child where they lived, also online; that township asked the one of registration. It was for first children alone and asked for a marriage certificate.',
    ),
    endedOn: calendarDate('2023-02-15'),
    endedBy: text(
      '国务院 2021 年 9 月废止流动人口计划生育方面的条例；四川省 2023 年 2 月 15 日起，凡生育子女的公民都在户籍地或者居住地登记，不再区分孩次和是否结婚。',
      'The State Council repealed the migrants regulation in September 2021; in Sichuan, since 15 February 2023, everyone who bears a child registers at home or where they live, whatever the number, married or not.',
    ),
    replacedBy: 'birth-registration',
    legalBasis: [sichuanMeasures],
  },
  {
    key: 're-birth-approval',
    title: text('再生育审批（已取消）', 'Approval of a further birth (abolished)'),
    was: text(
      '过去，夫妻要求再生育的须提出申请，经村级张贴和两级审批。现在没有任何生育须经批准，本平台不办理、也不计算这类审批。',
      'Couples who wanted a further child once had to ask for approval at two levels, and it was posted in the village. No birth needs approval today; this platform neither handles nor computes any.',
    ),
    endedOn: calendarDate('2021-08-20'),
    endedBy: text(
      '《中华人民共和国人口与计划生育法》2021 年 8 月 20 日修正；四川省现行办法只有登记，没有审批。',
      'The law as amended on 20 August 2021; the measures of Sichuan today know registration alone.',
    ),
    replacedBy: 'birth-registration',
    legalBasis: [populationLaw, sichuanMeasures],
  },
];

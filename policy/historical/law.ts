import { calendarDate, text } from '../../src/language/index.ts';

/** The day from which the law ended what these series counted. */
export const endOfOldRules = calendarDate('2021-08-20');

export const amendmentOf2021 = text(
  '《中华人民共和国人口与计划生育法》2021 年 8 月 20 日修正并施行',
  'Population and Family Planning Law, as amended and in force on 20 August 2021',
);

export const reportOf2013 = text('绵阳市 2013 年度工作报告', "the city's annual work report for 2013");

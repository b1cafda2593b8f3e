import { calendarDate, text } from '../../src/language/index.ts';

/**
 * The line that whoever writes in distress is shown first, before the form goes on. A word may be found where nobody
 * is in danger: the line is offered, the matter is still taken in, and nothing is kept of the finding.
 */
export const supportLine = {
  number: '12356',
  title: text('全国统一心理援助热线', 'national psychological support line'),
  says: text(
    '如果您现在很难受，可以先拨打心理援助热线 12356，有人倾听；有危险请拨打 120 或者 110。您写的事项我们照常受理。',
    'If this is too much just now, call 12356: somebody listens. In danger call 120 or 110. What you wrote is taken in all the same.',
  ),
  since: calendarDate('2025-05-01'),
  basis: text(
    '国家卫生健康委 2024 年 12 月 25 日通知：2025 年 5 月 1 日起各地均可接通，每天服务不少于 18 小时',
    'notice of the National Health Commission of 25 December 2024: everywhere from 1 May 2025, at least 18 hours a day',
  ),
  signs: [
    '不想活',
    '活不下去',
    '活着没意思',
    '活够了',
    '想死',
    '寻死',
    '自杀',
    '轻生',
    '自残',
    '伤害自己',
    '结束生命',
    '绝望',
    '撑不下去',
    '走投无路',
    'kill myself',
    'suicide',
    'want to die',
    'hurt myself',
  ],
} as const;

import { type Statement, type Text, text } from '../../src/language/index.ts';

const source = text('2013 年度工作报告', 'annual work report for 2013');
const register = text('登记和家庭奖励扶助（待建）', 'register and benefits (to be built)');

const statement = (
  key: string,
  label: Text,
  rest: { readonly text: Text; readonly standsInFor: Text | null },
): Statement => ({ key, label, source, ...rest });

/** The five items of 2013 that are no numbers. */
export const statements2013: readonly Statement[] = [
  statement('responsibility_agreements', text('目标管理责任书', 'target responsibility agreements'), {
    text: text(
      '市、县、乡、村逐级签订；定期督查，跟进重点单位。未公布份数。',
      'Signed from city to county, township and village, with regular supervision and follow-up of key units. How many was not published.',
    ),
    standsInFor: text('责任书（待建）', 'agreements (to be built)'),
  }),
  statement(
    'migrant_birth_registration_online',
    text('流动人口生育服务登记网上办理', 'online birth-service registration for migrants'),
    {
      text: text(
        '流动人口一孩生育服务登记可以在网上办理。今天的生育登记面向所有人，以网上办理为主。',
        'Migrants could register a first birth for services online. Today birth registration is for everybody and online first.',
      ),
      standsInFor: null,
    },
  ),
  statement(
    'hotline_and_online_platform',
    text('热线、网络理政平台和政务微博', 'hotline, online platform and microblog'),
    {
      text: text(
        '当年的热线与网络平台、微博相互连通。12356 现在是全国心理援助热线，家庭事务请拨 12345。',
        'The hotline of the time was linked with the online platform and the microblog. 12356 is now the national psychological-support line; family matters go to 12345.',
      ),
      standsInFor: null,
    },
  ),
  statement('card_integration', text('“绵阳一卡通”和“宽带绵阳”', 'one-card and broadband integration'), {
    text: text(
      '与市民卡和宽带建设衔接，用于身份和发放。',
      'Joined with the citizen card and the broadband programme, for identity and payments.',
    ),
    standsInFor: register,
  }),
  statement('migrant_services', text('流动人口服务管理', 'services for the mobile population'), {
    text: text(
      '为流动人口提供与户籍人口同样的服务。',
      'The mobile population was served as the registered population is.',
    ),
    standsInFor: register,
  }),
];

import { type Text, text } from '../../src/language/index.ts';

/** For how long something is kept, and by which rule. */
export interface Kept {
  readonly years: number;
  readonly source: Text;
}

/**
 * Account and holder, after the last list that was paid to it. What was paid, to whom and for which months is kept
 * beyond that, as the books are.
 */
export const accountsKept: Kept = {
  years: 30,
  source: text(
    '《会计档案管理办法》（财政部、国家档案局令第 79 号）第十四条：定期保管期限一般分为 10 年和 30 年，会计凭证按较长的期限（附表，待与原件核对）；《个人信息保护法》第十九条、第四十七条：保存期限为实现处理目的所必要的最短时间，期满删除',
    'Measures on accounting archives (Order 79), art. 14: terms are 10 and 30 years, vouchers the longer one (annex, to be compared with the original); Personal Information Protection Law, art. 19 and 47: kept for the shortest time that is needed, and deleted after it',
  ),
};

import { type Text, text } from '../../src/language/index.ts';

/** The accounts of the books: what a balance of each says. */
export const ledgerAccounts = {
  grants: text('待遇支出', 'what was granted'),
  payable: text('应付待遇', 'granted and not yet paid'),
  bank: text('财政专户存款', 'money in the account of the treasury'),
  transit: text('银行代发在途', 'with the bank, on its way to people'),
  receivable: text('应收退回款', 'paid and to be returned'),
} as const satisfies Readonly<Record<string, Text>>;
export type LedgerAccount = keyof typeof ledgerAccounts;

/** What is booked: one account is debited, another credited. */
export interface Posting {
  readonly debit: LedgerAccount;
  readonly credit: LedgerAccount;
  readonly says: Text;
}

export const postings = {
  approved: {
    debit: 'grants',
    credit: 'payable',
    says: text('发放名单审批通过', 'a list was approved'),
  },
  arrears: {
    debit: 'grants',
    credit: 'payable',
    says: text('发放名单审批通过：补发', 'a list was approved: arrears of earlier months'),
  },
  sent: { debit: 'transit', credit: 'bank', says: text('送银行代发', 'a list went to the bank') },
  paid: { debit: 'payable', credit: 'transit', says: text('银行回盘：已入账', 'paid, as the bank says') },
  failed: {
    debit: 'bank',
    credit: 'transit',
    says: text('银行回盘：退票', 'failed and returned by the bank'),
  },
  overpaid: { debit: 'receivable', credit: 'grants', says: text('记录多发', 'an overpayment was noted') },
  returned: { debit: 'bank', credit: 'receivable', says: text('多发款退回', 'an overpayment was returned') },
  'not-returned': {
    debit: 'grants',
    credit: 'receivable',
    says: text('多发款核销或者撤销', 'an overpayment is not asked back, or was none'),
  },
} as const satisfies Readonly<Record<string, Posting>>;
export type PostingKind = keyof typeof postings;

import { type Text, text } from '../../src/language/index.ts';

/** Where a benefit is paid to. Never through a village, never in cash. */
export const routes = ['bank-account', 'citizen-card'] as const;
export type Route = (typeof routes)[number];

export const routeLabels: Readonly<Record<Route, Text>> = {
  'bank-account': text('银行账户', 'bank account'),
  'citizen-card': text('社会保障卡（市民卡）', 'citizen card'),
};

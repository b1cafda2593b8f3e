import type { Text } from '../../language/index.ts';
import type { ListedProgramme } from '../benefit-desk.ts';
import { formatNumber } from '../format.ts';
import type { MessageKey } from '../messages.ts';
import { told, type View } from '../page.ts';

export const benefitPath = (key: string): string => `/benefits/${key}`;
export const CHECK = '/benefits/check';
export const NOTICES = '/benefits/notices';

const FEN = 100;

/** An amount in yuan: whole ones without decimals. */
export const yuan = ({ locale }: Pick<View, 'locale'>, fen: number): string =>
  formatNumber(fen / FEN, fen % FEN === 0 ? 0 : 2, locale);

const units: Readonly<Record<string, MessageKey>> = {
  years: 'benefitUnitYears',
  months: 'benefitUnitMonths',
  days: 'benefitUnitDays',
};

/** A number of a rule with its unit. */
export function amountIn(view: View, unit: string, value: number): string {
  if (unit === 'fen') return view.say('benefitUnitYuan', { n: yuan(view, value) });
  const key = units[unit];
  return key ? view.say(key, { n: value }) : formatNumber(value, 0, view.locale);
}

export const periodOf = (view: View, { from, to }: { readonly from: string; readonly to: string | null }) =>
  to === null ? view.say('benefitPeriodOpen', { from }) : view.say('benefitPeriodClosed', { from, to });

export const subjects: Readonly<Record<ListedProgramme['subject'], MessageKey>> = {
  parent: 'benefitForParent',
  child: 'benefitForChild',
  adult: 'benefitForAdult',
};

/** The amounts of today: one that says the same as the more general one before it is left out. */
export const amountsOf = ({ values }: Pick<ListedProgramme, 'values'>): ListedProgramme['values'] => {
  const money = values.filter(({ unit }) => unit === 'fen');
  return money.filter(
    (one) =>
      !money.some((other) => other.value === one.value && one.parameter.startsWith(`${other.parameter}-`)),
  );
};

export const sourceOfBenefits = (view: View): string =>
  view.say(view.site.synthetic ? 'servicesSource' : 'servicesSourceReal');

/** A list in a sentence. */
export const listed = ({ locale }: Pick<View, 'locale'>, words: readonly string[]): string =>
  words.join(locale === 'zh' ? '、' : ', ');

/** A document with the words in it. */
export const clauseIn = (
  view: View,
  { title, clause }: { readonly title: Text; readonly clause: Text },
): string => `${told(view, title)}${view.locale === 'zh' ? '：' : ': '}${told(view, clause)}`;

import { createContext, useContext } from 'react';
import type { Locale, Text } from '../language/index.ts';
import { benefitsEn } from './messages/benefits-en.ts';
import { type BenefitMessageKey, benefitsZh } from './messages/benefits-zh.ts';
import { casesEn } from './messages/cases-en.ts';
import { type CaseMessageKey, casesZh } from './messages/cases-zh.ts';
import { en } from './messages/en.ts';
import { healthEn } from './messages/health-en.ts';
import { type HealthMessageKey, healthZh } from './messages/health-zh.ts';
import { paymentsEn } from './messages/payments-en.ts';
import { type PaymentMessageKey, paymentsZh } from './messages/payments-zh.ts';
import { type MessageKey as CommonMessageKey, zh } from './messages/zh.ts';

export type MessageKey =
  | CommonMessageKey
  | CaseMessageKey
  | HealthMessageKey
  | BenefitMessageKey
  | PaymentMessageKey;

const catalogue: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  zh: { ...zh, ...casesZh, ...healthZh, ...benefitsZh, ...paymentsZh },
  en: { ...en, ...casesEn, ...healthEn, ...benefitsEn, ...paymentsEn },
};

export interface Wording {
  readonly locale: Locale;
  readonly say: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
  /** A text of the server in the reader's language. */
  readonly read: (text: Text) => string;
}

/** The words of one language. */
export const wordingIn = (locale: Locale): Wording => ({
  locale,
  say: (key, values = {}) =>
    catalogue[locale][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
  read: (text) => text[locale],
});

export const WordingContext = createContext<Wording>(wordingIn('zh'));
export const useWording = (): Wording => useContext(WordingContext);

const KEPT = 'jiahu.locale';
export const keptLocale = (): Locale => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh');
export const keepLocale = (locale: Locale): void => {
  localStorage.setItem(KEPT, locale);
};

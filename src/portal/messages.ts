import type { Locale } from '../language/index.ts';
import { benefitsEn } from './messages/benefits-en.ts';
import { benefitsZh } from './messages/benefits-zh.ts';
import { casesEn } from './messages/cases-en.ts';
import { casesZh } from './messages/cases-zh.ts';
import { en } from './messages/en.ts';
import { servicesEn } from './messages/services-en.ts';
import { servicesZh } from './messages/services-zh.ts';
import { zh } from './messages/zh.ts';

const chinese = { ...zh, ...servicesZh, ...casesZh, ...benefitsZh };
export type MessageKey = keyof typeof chinese;

const catalogue: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = {
  zh: chinese,
  en: { ...en, ...servicesEn, ...casesEn, ...benefitsEn },
};

export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** The messages of one language; `{name}` is filled in. */
export const messagesIn =
  (locale: Locale): Say =>
  (key, values = {}) =>
    catalogue[locale][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

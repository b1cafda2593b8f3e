import type { Locale } from '../language/index.ts';
import { en } from './messages/en.ts';
import { zh } from './messages/zh.ts';

export type MessageKey = keyof typeof zh;

const catalogue: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { zh, en };

export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** The messages of one language; `{name}` is filled in. */
export const messagesIn =
  (locale: Locale): Say =>
  (key, values = {}) =>
    catalogue[locale][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

import { text } from '../language/index.ts';

/**
 * Documents of people who have no citizen identity number. Residence permits of people from Hong Kong, Macao and
 * Taiwan (2018) and permanent residence cards of foreigners (2023) bear numbers of the same 18 digits (GB 11643): those
 * are given as identity numbers.
 */
export const documentKinds = {
  'hk-macao-permit': text('港澳居民来往内地通行证', 'mainland travel permit, Hong Kong and Macao'),
  'taiwan-permit': text('台湾居民来往大陆通行证', 'mainland travel permit, Taiwan'),
  'foreign-residence': text('外国人永久居留身份证（旧版 15 位）', 'permanent residence card of before 2023'),
  passport: text('护照', 'passport'),
  'birth-certificate': text('出生医学证明', 'medical certificate of birth'),
} as const;
export type DocumentKind = keyof typeof documentKinds;

const shapes: Readonly<Record<DocumentKind, RegExp>> = {
  'hk-macao-permit': /^[HM]\d{8}(\d{2})?$/,
  'taiwan-permit': /^\d{8}(\d{2})?$/,
  'foreign-residence': /^[A-Z]{3}\d{12}$/,
  passport: /^[A-Z]{3}[A-Z0-9]{5,15}$/,
  'birth-certificate': /^[A-Z]\d{9}$/,
};

/** A number as people type it: spaces and dashes out, letters large. */
export const tidyDocument = (typed: string): string =>
  typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

export const fitsKind = (kind: DocumentKind, number: string): boolean => shapes[kind].test(number);

const isKind = (kind: string): kind is DocumentKind => kind in documentKinds;

/** The kinds of document that a tidy number could be of. */
export const kindsOf = (number: string): readonly DocumentKind[] =>
  Object.keys(shapes)
    .filter(isKind)
    .filter((kind) => fitsKind(kind, number));

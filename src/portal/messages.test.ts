import { expect, it } from 'vitest';
import { benefitsZh } from './messages/benefits-zh.ts';
import { casesZh } from './messages/cases-zh.ts';
import { servicesZh } from './messages/services-zh.ts';
import { zh } from './messages/zh.ts';

it('no part of the catalogue takes a key from another', () => {
  const keys = [zh, servicesZh, casesZh, benefitsZh].flatMap((part) => Object.keys(part));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { addressTokens, parsePhone } from './contact.ts';
import { mask } from './mask.ts';

describe('a phone number', () => {
  it.each([
    ['138 1234 1402', '13812341402'],
    ['+86 138-1234-1402', '13812341402'],
    ['１３８１２３４１４０２', '13812341402'],
    ['0816-2345678', '08162345678'],
  ])('%s is %s', (typed, phone) => {
    expect(parsePhone(typed)).toBe(phone);
  });
  it.each(['', '123', '1381234140', '电话', '138123414022'])('%s is none', (typed) => {
    expect(parsePhone(typed)).toBeNull();
  });
});

describe('the parts of an address', () => {
  it.each([
    ['滨江路12号3栋', ['滨江路', '12号', '3栋']],
    ['警钟街 ５号', ['警钟街', '5号']],
    ['永兴镇Ａ座 101室', ['永兴镇', 'a座', '101室']],
    ['', []],
  ])('%s: %j', (address, tokens) => {
    expect(addressTokens(address)).toEqual(tokens);
  });
});

describe('a mask', () => {
  it.each([
    ['idNumber', '510703199002010024', '510703***********4'],
    ['phone', '13812341402', '138****1402'],
    ['phone', '2345678', '***'],
    ['address', '滨江路12号3栋', '滨江路***'],
    ['address', '𠮷', '***'],
  ] as const)('of %s %s is %s', (key, value, shown) => {
    expect(mask(key, value)).toBe(shown);
  });
});

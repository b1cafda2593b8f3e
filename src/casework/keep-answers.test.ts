import { describe, expect, it } from 'vitest';
import { idNumberField, longTextField, phoneField, text, textField } from '../language/index.ts';
import { maskAnswer } from './keep-answers.ts';

const label = text('题', 'question');

describe('what an officer sees of an answer before asking for it', () => {
  it.each([
    ['an identity number', idNumberField(label), true, '510703199002010024', '510703**********24'],
    ['a phone', phoneField(label), true, '13800000001', '138****0001'],
    ['an account', textField(label), true, '6217 0000 1234 5678', '***************5678'],
    ['a name that is sealed', textField(label), true, '张小禾', '张小禾'],
    ['a line of digits that is not sealed', textField(label), false, '20260101', '20260101'],
    ['a story', longTextField(label), true, '12345678', '12345678'],
  ] as const)('of %s', (_, field, sealed, given, seen) => {
    expect(maskAnswer({ field, sealed }, given)).toBe(seen);
  });
});

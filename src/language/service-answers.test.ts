import { describe, expect, it } from 'vitest';
import { choiceField, consentField, formSchema, townshipField } from './form.ts';
import {
  answersFor,
  askedFields,
  mayGoOn,
  openedTogether,
  placeQuestion,
  type Question,
  sensitivityOf,
} from './service.ts';
import { text } from './text.ts';

const label = text('问题', 'question');
const yesNo = { yes: label, no: label };
const asked = (key: string, field: Question['field'], when: Question['when'] = null): Question => ({
  key,
  field,
  when,
  why: label,
  sealed: false,
});

const consent = asked('consent', consentField(label, yesNo));
const more = asked('more', choiceField(label, yesNo));
const detail = asked('detail', choiceField(label, yesNo), { question: 'more', is: ['yes'] });
const township = asked('township', townshipField(label));
const questions = [consent, more, detail, township];

describe('what a form asks', () => {
  it('leaves out a question whose condition is not met', () => {
    expect(Object.keys(askedFields({ questions }, { more: 'no' }))).toEqual(['consent', 'more', 'township']);
    expect(Object.keys(askedFields({ questions }, { more: 'yes' }))).toContain('detail');
  });

  it('accepts no answer but consent, and still offers both', () => {
    const schema = formSchema({ consent: consent.field });
    expect(consent.field.choices.map(({ value }) => value)).toEqual(['yes', 'no']);
    expect(schema.safeParse({ consent: 'yes' }).success).toBe(true);
    expect(schema.safeParse({ consent: 'no' }).success).toBe(false);
  });

  it('goes on only with consent, where the service asks for it', () => {
    const rule = { question: 'consent', given: 'yes', refused: label };
    expect(mayGoOn({ consent: rule }, { consent: 'yes' })).toBe(true);
    expect(mayGoOn({ consent: rule }, { consent: 'no' })).toBe(false);
    expect(mayGoOn({ consent: rule }, {})).toBe(false);
    expect(mayGoOn({}, {})).toBe(true);
  });

  it('finds the place whose unit takes the case in', () => {
    expect(placeQuestion({ questions })?.key).toBe('township');
    expect(placeQuestion({ questions: [more] })).toBeNull();
  });
});

describe('how far a case is seen', () => {
  it('is ordinary unless the service or an answer says otherwise', () => {
    const when = [{ question: 'more', is: ['yes'] }];
    expect(sensitivityOf({}, { more: 'yes' })).toBe('ordinary');
    const rule = { sensitivity: { level: 'ordinary', restrictedWhen: when } } as const;
    expect(sensitivityOf(rule, { more: 'yes' })).toBe('restricted');
    expect(sensitivityOf(rule, { more: 'no' })).toBe('ordinary');
    expect(sensitivityOf({ sensitivity: { level: 'restricted', restrictedWhen: [] } }, {})).toBe(
      'restricted',
    );
  });
});

describe('a bundle', () => {
  it('opens what was wished for, with the answers that are asked there too', () => {
    const bundle = { bundles: ['a', 'b'], bundledWhen: { b: { question: 'more', is: ['yes'] } } };
    expect(openedTogether(bundle, { more: 'no' })).toEqual(['a']);
    expect(openedTogether(bundle, { more: 'yes' })).toEqual(['a', 'b']);
    expect(answersFor({ questions: [more, detail] }, { more: 'yes', other: 'x' })).toEqual({ more: 'yes' });
  });
});

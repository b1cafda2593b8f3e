import { describe, expect, it } from 'vitest';
import { areaCode, calendarDate, readyRules } from '../../src/language/index.ts';
import { caseOf, decided, theProgramme } from './decided.ts';
import { programmes } from './index.ts';

const loss = caseOf('special-support').base;

describe('the rules of a day', () => {
  const known = (day: string) =>
    programmes
      .filter((one) =>
        readyRules(one, { day: calendarDate(day), knownAt: calendarDate(day), area: areaCode('510703') }),
      )
      .map(({ key }) => key);

  it('of 31 December 2013 know no childcare subsidy', () => {
    expect(known('2013-12-31')).toEqual([
      'rural-reward',
      'special-support',
      'only-child-reward',
      'family-insurance',
      'preconception-checkup',
      'cleft-operation',
    ]);
    expect(decided('special-support', { day: '2013-12-31' }, loss).amountFen).toBe(135_00 * 12);
  });

  it('of 30 June 2026 know all of them', () => {
    expect(known('2026-06-30')).toEqual(programmes.map(({ key }) => key));
    expect(decided('special-support', { day: '2026-06-30' }, loss).amountFen).toBe(1000_00 * 12);
  });
});

describe('every programme', () => {
  it.each(programmes.map((one) => [one.key, one] as const))(
    '%s says where everything comes from',
    (_, programme) => {
      for (const { source } of [
        ...programme.conditions,
        ...programme.parameters.flatMap(({ values }) => values),
      ])
        expect(source.clause.zh.length + source.clause.en.length).toBeGreaterThan(0);
      for (const { values } of programme.parameters)
        for (const one of values.filter(({ invented }) => invented)) expect(one).toBeUndefined();
      for (const key of Object.values(programme.noticeDays))
        expect(programme.parameters.map((one) => one.key)).toContain(key);
    },
  );

  it('of what concerns special families, complications and operations is never heard in public', () => {
    for (const key of ['special-support', 'complication-support', 'cleft-operation'])
      expect(theProgramme(key)).toMatchObject({ notice: 'never', noticeDays: {} });
  });
});

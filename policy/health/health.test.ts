import { describe, expect, it } from 'vitest';
import { checkupItems, gradeRisk, modelStationCriteria, supplyKinds } from './index.ts';

const parts = checkupItems.flatMap((item) => item.parts);

describe('the preconception check-up', () => {
  it('has 19 items, and no part under two names', () => {
    expect(checkupItems).toHaveLength(19);
    expect(new Set(checkupItems.map((item) => item.key)).size).toBe(19);
    expect(new Set(parts.map((part) => part.key)).size).toBe(parts.length);
  });

  it('invents no reference range: the laboratory gives it, or a rule that is named', () => {
    for (const part of parts.filter((one) => one.kind === 'number')) {
      if (part.range.setBy === 'rule') expect(part.range.source.zh).not.toBe('');
      expect(part.possible.low).toBeLessThan(part.possible.high);
    }
  });

  it('says which items are for the woman alone, and which of them the city has to confirm', () => {
    const woman = checkupItems.filter((item) => item.whom.of === 'woman');
    expect(woman.map((item) => item.key)).toEqual([
      'vaginal-discharge',
      'rubella',
      'cmv',
      'toxoplasma',
      'ultrasound',
    ]);
    expect(woman.filter((item) => item.whom.confirmLocally).map((item) => item.key)).toEqual([
      'rubella',
      'cmv',
      'toxoplasma',
    ]);
  });

  it('has a normal value for every choice', () => {
    for (const part of parts.filter((one) => one.kind === 'choice'))
      expect(
        part.values.some((one) => one.normal),
        part.key,
      ).toBe(true);
  });

  it('grades by rule, and only when it can', () => {
    expect(gradeRisk({ flagged: 1, missing: 7 })).toBe('factor-found');
    expect(gradeRisk({ flagged: 0, missing: 1 })).toBe('not-yet-known');
    expect(gradeRisk({ flagged: 0, missing: 0 })).toBe('no-factor-found');
  });
});

describe('stations and supplies', () => {
  it('have keys that differ', () => {
    for (const list of [modelStationCriteria, supplyKinds])
      expect(new Set(list.map((one) => one.key)).size).toBe(list.length);
  });
});

import { describe, expect, it } from 'vitest';
import { demoBenefitValues } from '../demo/index.ts';
import { type ProgrammeCase, programmeCases } from './cases.ts';
import { caseOf, decided, rulesAt } from './decided.ts';
import { programmes } from './index.ts';

describe('each condition of each programme', () => {
  it('has a case', () => {
    expect(programmeCases.map(({ programme }) => programme)).toEqual(programmes.map(({ key }) => key));
    for (const { programme, day, area, fails } of programmeCases as readonly ProgrammeCase[]) {
      const { conditions } = rulesAt(programme, { day, area }).rules;
      const computed = conditions.flatMap(({ id, kind }) => (kind === 'computed' ? [id] : []));
      expect(Object.keys(fails), programme).toEqual(computed);
    }
  });

  it.each((programmeCases as readonly ProgrammeCase[]).map((one) => [one.programme, one] as const))(
    'of %s is met by somebody',
    (programme, { day, area, base }) => {
      const { conditions, outcome } = decided(programme, { day, area }, base);
      expect(conditions.map(({ outcome: each }) => each)).not.toContain('notMet');
      expect(['eligible', 'eligibleIfDeclared']).toContain(outcome);
    },
  );

  const alone = (programmeCases as readonly ProgrammeCase[]).flatMap((one) =>
    Object.entries(one.fails)
      .filter(([id]) => id !== 'policy')
      .map(([id, change]) => [one.programme, id, one, change] as const),
  );
  it.each(alone)('of %s fails alone: %s', (programme, id, { day, area, base, failsOn }, change) => {
    const at = { day: failsOn?.[id] ?? day, area };
    const { conditions, outcome } = decided(programme, at, base, change);
    const failed = conditions.filter((one) => one.outcome === 'notMet');
    expect(failed.map(({ condition }) => condition.id)).toEqual([id]);
    expect(outcome).toBe('notEligible');
    expect(conditions.filter((one) => one.outcome === 'unknown')).toEqual([]);
  });

  it('of the insurance that asks for a contract fails alone when the contract has no cover', () => {
    const entered = demoBenefitValues.map((one) => (one.parameter === 'cover' ? { ...one, value: 0 } : one));
    const { day, base } = caseOf('family-insurance');
    const { conditions } = decided('family-insurance', { day, entered }, base);
    expect(
      conditions.filter(({ outcome }) => outcome === 'notMet').map(({ condition }) => condition.id),
    ).toEqual(['policy']);
  });
});

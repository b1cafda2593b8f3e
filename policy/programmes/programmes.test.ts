import { describe, expect, it } from 'vitest';
import {
  areaCode,
  calendarDate,
  type Decision,
  decide,
  type EnteredValue,
  readyRules,
} from '../../src/language/index.ts';
import { demoBenefitValues } from '../demo/index.ts';
import { factsWith } from './cases.ts';
import { caseOf, decided, outcomeOfCondition, rulesAt, theProgramme } from './decided.ts';

const reward = caseOf('rural-reward').base;

describe('the rural reward', () => {
  const woman = { sex: 'female', birth_date: '1955-06-01', spouse_birth_date: '1953-06-01' };

  it('is given to a wife of 58 in Sichuan and not in Anhui, by different clauses', () => {
    const [here, there] = ['510703', '340111'].map((area) =>
      decided('rural-reward', { day: '2013-12-31', area }, reward, woman),
    );
    expect([here?.outcome, there?.outcome]).toEqual(['eligibleIfDeclared', 'notEligible']);
    const clause = (one: Decision | undefined) =>
      one?.conditions.find(({ condition }) => condition.id === 'age')?.condition.source.clause.zh;
    expect(clause(here)).toContain('58 周岁');
    expect(clause(there)).toContain('39号');
  });

  it('is given to her husband of 60 in both', () => {
    const man = { birth_date: '1953-06-01', spouse_birth_date: '1955-06-01' };
    for (const area of ['510703', '340111'])
      expect(decided('rural-reward', { day: '2013-12-31', area }, reward, man).outcome).toBe(
        'eligibleIfDeclared',
      );
  });

  it.each([
    ['1932-12-31', 'notEligible'],
    ['1933-01-01', 'eligibleIfDeclared'],
  ])('to somebody born on %s: %s', (birth_date, outcome) => {
    expect(decided('rural-reward', { day: '2013-12-31' }, reward, { birth_date }).outcome).toBe(outcome);
  });

  it.each([
    ['510703', '1953-12-31', '2013-12-31', 'eligibleIfDeclared'],
    ['510703', '1954-01-01', '2013-12-31', 'notEligible'],
    ['510703', '1953-12-31', '2013-06-30', 'notEligible'],
    // Hunan counts the age that is reached by the end of the year.
    ['430681', '1953-12-31', '2013-06-30', 'eligibleIfDeclared'],
    ['430681', '1954-01-01', '2013-06-30', 'notEligible'],
  ])('in %s to a man born on %s, on %s: %s', (area, birth_date, day, outcome) => {
    expect(decided('rural-reward', { day, area }, reward, { birth_date }).outcome).toBe(outcome);
  });

  it.each([
    ['a son', {}, 'met'],
    [
      'a son and a daughter who died',
      { child2_birth_date: '1981-01-01', child2_sex: 'female', child2_death_date: '1999-01-01' },
      'met',
    ],
    ['two daughters', { child1_sex: 'female', child2_birth_date: '1981-01-01', child2_sex: 'female' }, 'met'],
    ['a son and a daughter', { child2_birth_date: '1981-01-01', child2_sex: 'female' }, 'notMet'],
    ['a son and a child of unknown sex', { child2_birth_date: '1981-01-01' }, 'notMet'],
    [
      'a daughter and a child of unknown sex',
      { child1_sex: 'female', child2_birth_date: '1981-01-01' },
      'unknown',
    ],
    ['none left', { child1_death_date: '1999-01-01' }, 'met'],
    ['never any', { child1_birth_date: null, child1_sex: null }, 'notMet'],
    ['a son, others perhaps', { children_complete_on: null }, 'unknown'],
    [
      'three daughters, others perhaps',
      {
        children_complete_on: null,
        child1_sex: 'female',
        child2_birth_date: '1981-01-01',
        child2_sex: 'female',
        child3_birth_date: '1983-01-01',
        child3_sex: 'female',
      },
      'notMet',
    ],
  ])('looks at the children: %s', (_, change, outcome) => {
    expect(
      outcomeOfCondition(decided('rural-reward', { day: '2013-12-31' }, reward, change), 'children'),
    ).toBe(outcome);
  });

  it('is refused in Sichuan from the day on which the spouse turned non-agricultural, and not in Hunan', () => {
    const turned = {
      spouse_hukou_kind: 'urban',
      spouse_hukou_kind_before: 'rural',
      spouse_hukou_kind_from: '2012-05-01',
    };
    const at = (day: string, area: string) => decided('rural-reward', { day, area }, reward, turned).outcome;
    expect(at('2012-04-30', '510703')).toBe('eligibleIfDeclared');
    expect(at('2012-05-01', '510703')).toBe('notEligible');
    expect(at('2018-05-01', '430681')).toBe('eligibleIfDeclared');
  });

  it('judges the widowed by their own registration', () => {
    const widowed = { spouse_hukou_kind: 'urban', spouse_death_date: '2010-01-01' };
    expect(decided('rural-reward', { day: '2013-12-31' }, reward, widowed).outcome).toBe(
      'eligibleIfDeclared',
    );
  });

  it.each([
    ['nothing is known of the registration', { hukou_kind: null }],
    ['it is unified and nobody was classed', { hukou_kind: 'unified' }],
    ['nothing is known of that of the spouse', { spouse_hukou_kind: null }],
  ])('cannot be determined when %s', (_, change) => {
    expect(decided('rural-reward', { day: '2013-12-31' }, reward, change).outcome).toBe('unknown');
  });

  it('takes who is classed as a rural resident', () => {
    const classed = { hukou_kind: 'unified', classed_rural_from: '2010-01-01' };
    expect(decided('rural-reward', { day: '2013-12-31' }, reward, classed).outcome).toBe(
      'eligibleIfDeclared',
    );
  });

  it('is certain once the declaration is made', () => {
    const ready = rulesAt('rural-reward', { day: '2013-12-31' });
    const outcome = decide(ready, { facts: factsWith(reward), declared: new Set(['no-breach']) }).outcome;
    expect(outcome).toBe('eligible');
  });

  it('asks in Hunan for a declaration about other years', () => {
    const words = (area: string) =>
      rulesAt('rural-reward', { day: '2018-01-01', area }).rules.conditions.find(
        ({ id }) => id === 'no-breach',
      );
    expect(words('430681')?.text.zh).toContain('2015');
    expect(words('510703')?.text.zh).toContain('2001');
  });

  it.each([
    ['2008-12-31', 60_000],
    ['2009-12-31', 72_000],
    ['2012-01-01', 96_000],
    ['2013-12-31', 96_000],
    ['2026-06-30', 96_000],
  ])('brings in the year of %s: %d fen', (day, fen) => {
    const old = { birth_date: '1940-01-01', spouse_birth_date: '1942-01-01' };
    expect(decided('rural-reward', { day }, reward, old).amountFen).toBe(fen);
  });

  it('says that nobody has confirmed the amount after 2021', () => {
    const stale = (day: string) => rulesAt('rural-reward', { day }).rules.values['yearly']?.stale;
    expect([stale('2021-12-31'), stale('2026-06-30')]).toEqual([false, true]);
  });
});

const loss = caseOf('special-support').base;

describe('special support', () => {
  it.each([
    ['1964-12-31', 'eligible'],
    ['1965-01-01', 'notEligible'],
  ])('asks that the wife, born on %s, is 49 on the day: %s', (spouse_birth_date, outcome) => {
    expect(decided('special-support', { day: '2013-12-31' }, loss, { spouse_birth_date }).outcome).toBe(
      outcome,
    );
  });

  it('takes the age of a single parent', () => {
    const single = { spouse_birth_date: null, spouse_hukou_kind: null, birth_date: '1965-01-01' };
    expect(decided('special-support', { day: '2013-12-31' }, loss, single).outcome).toBe('notEligible');
  });

  const disabledChild = (grade: number) => ({
    child1_death_date: null,
    child1_grade: grade,
    child1_graded_from: '2001-01-01',
  });
  it.each([
    [3, 'eligible'],
    [4, 'notEligible'],
  ])('for a child disabled at grade %d: %s', (grade, outcome) => {
    expect(decided('special-support', { day: '2013-12-31' }, loss, disabledChild(grade)).outcome).toBe(
      outcome,
    );
  });

  it('changes from disability to loss in the month after the child died', () => {
    const died = { ...disabledChild(2), child1_death_date: '2013-03-15' };
    const { periods, amountFen } = decided('special-support', { day: '2013-12-31' }, loss, died);
    expect(periods.map(({ fen }) => fen / 100)).toEqual([
      110,
      110,
      110,
      ...Array.from({ length: 9 }, () => 135),
    ]);
    expect(amountFen).toBe(154_500);
  });

  it('begins with the month in which the child died', () => {
    const died = { child1_death_date: '2013-03-15' };
    const { periods } = decided('special-support', { day: '2013-12-31' }, loss, died);
    expect(periods.map(({ fen }) => fen / 100)).toEqual([0, 0, ...Array.from({ length: 10 }, () => 135)]);
  });

  it('ends when the child recovers', () => {
    const recovered = { ...disabledChild(3), child1_graded_to: '2013-05-10' };
    expect(decided('special-support', { day: '2013-12-31' }, loss, recovered).outcome).toBe('notEligible');
    expect(decided('special-support', { day: '2013-05-09' }, loss, recovered).outcome).toBe('eligible');
  });

  it.each([
    ['510703', 860, 1000],
    ['340111', 500, 800],
    ['120101', 450, 590],
  ])('rises in %s in July 2022 from %d to %d yuan a month', (area, before, after) => {
    const { periods } = decided('special-support', { day: '2022-12-31', area }, loss);
    expect([periods[5]?.fen, periods[6]?.fen]).toEqual([before * 100, after * 100]);
  });

  it.each([
    ['urban', 340],
    ['rural', 170],
  ])('was paid apart in 2014: %s %d yuan', (hukou_kind, yuan) => {
    expect(decided('special-support', { day: '2014-12-31' }, loss, { hukou_kind }).periods[0]?.fen).toBe(
      yuan * 100,
    );
  });

  it('of children one after another counts one, and leaves other cases to people', () => {
    const again = { child2_birth_date: '2007-01-01', child2_sex: 'male', child2_death_date: '2010-01-01' };
    expect(decided('special-support', { day: '2013-12-31' }, loss, again).outcome).toBe('eligible');
    const both = { child2_birth_date: '1982-01-01', child2_sex: 'male', child2_death_date: '2010-01-01' };
    expect(decided('special-support', { day: '2013-12-31' }, loss, both).outcome).toBe('unknown');
  });
});

const honoured = caseOf('only-child-reward').base;

describe('the reward of only-child parents', () => {
  it.each([
    ['2015-12-31', 6_000],
    ['2016-12-31', 6_000],
    ['2017-12-31', null],
  ])('with a further child in May 2016 is paid in the year of %s: %j', (day, fen) => {
    const again = { child2_birth_date: '2016-05-10' };
    expect(decided('only-child-reward', { day }, honoured, again).amountFen).toBe(fen);
  });

  it('is refused for a certificate of 2 July 2016, with the reason', () => {
    const late = decided('only-child-reward', { day: '2016-12-31' }, honoured, {
      honour_certificate_on: '2016-07-02',
    });
    const failed = late.conditions.find(({ outcome }) => outcome === 'notMet');
    expect(failed).toMatchObject({ value: '2016-07-02', threshold: '2016-06-30' });
    expect(failed?.condition.source.clause.zh).toContain('2016 年 6 月 30 日');
  });

  it('cannot be determined where no certificate is on record', () => {
    const none = { honour_certificate_on: null };
    expect(decided('only-child-reward', { day: '2013-12-31' }, honoured, none).outcome).toBe('unknown');
  });

  it('has no value of its own: without that of the place it is refused, never guessed', () => {
    const ready = rulesAt('only-child-reward', { day: '2013-12-31', entered: [] });
    expect(new Set(ready.missing.map(({ parameter }) => parameter.key))).toEqual(
      new Set(['until-age', 'monthly']),
    );
    expect(() => decide(ready, { facts: factsWith(honoured), declared: new Set() })).toThrow('no value of');
  });
});

const child = (birth_date: string) => ({ birth_date, registered_from: birth_date });
const subsidy = (birth: string, year: number, entered?: readonly EnteredValue[]) =>
  decided(
    'childcare-subsidy',
    { day: `${String(year)}-12-31`, knownAt: '2026-06-30', ...(entered ? { entered } : {}) },
    child(birth),
  ).amountFen ?? 0;

describe('the childcare subsidy', () => {
  it.each([
    ['2021-12-31', [0, 0, 0, 0]],
    ['2022-01-01', [300, 0, 0, 0]],
    ['2022-01-31', [300, 0, 0, 0]],
    ['2023-12-05', [3600, 3600, 0, 0]],
    ['2024-12-31', [3600, 3600, 3600, 0]],
    ['2025-06-15', [3600, 3600, 3600, 0]],
    ['2026-02-01', [0, 3600, 3600, 3600]],
  ])('for a birth on %s brings by year %j yuan', (birth, expected) => {
    expect([2025, 2026, 2027, 2028].map((year) => subsidy(birth, year) / 100)).toEqual(expected);
  });

  it('follows 12 × (year + 3 − 2025) + month, at most 36, for every month of birth', () => {
    for (let month = 0; month < 48; month += 1) {
      const [year, number] = [2022 + Math.floor(month / 12), (month % 12) + 1];
      const birth = `${String(year)}-${String(number).padStart(2, '0')}-15`;
      const months = Math.min(36, Math.max(0, 12 * (year + 3 - 2025) + number));
      const all = [2025, 2026, 2027, 2028].reduce((sum, one) => sum + subsidy(birth, one), 0);
      expect(all, birth).toBe(months * 30_000);
    }
  });

  it('is given for twins each: it is the child who is assessed', () => {
    expect(theProgramme('childcare-subsidy').subject).toBe('child');
  });

  it('is given for a child in the care of an institution, and for an adopted one', () => {
    for (const more of [{ institution_from: '2025-02-01' }, { adopted_on: '2025-02-01' }])
      expect(decided('childcare-subsidy', { day: '2025-12-31' }, child('2024-12-05'), more).outcome).toBe(
        'eligible',
      );
  });

  it('is not added to a local scheme of 5,000: the larger alone is given', () => {
    const [sample] = demoBenefitValues;
    if (!sample) throw new Error('a value');
    const local = {
      ...sample,
      programme: 'childcare-subsidy',
      parameter: 'yearly',
      from: calendarDate('2024-01-01'),
    };
    expect(subsidy('2024-06-01', 2025, [{ ...local, value: 500_000 }])).toBe(500_000);
    expect(subsidy('2024-06-01', 2025, [{ ...local, value: 300_000 }])).toBe(360_000);
  });

  it('is unknown to a decision of May 2025 as known in June, and 3,600 as known in August', () => {
    const moment = { day: calendarDate('2025-05-15'), area: areaCode('510703') };
    const programme = theProgramme('childcare-subsidy');
    expect(readyRules(programme, { ...moment, knownAt: calendarDate('2025-06-30') })).toBeNull();
    const known = readyRules(programme, { ...moment, knownAt: calendarDate('2025-08-01') });
    if (!known) throw new Error('it is known in August');
    expect(decide(known, { facts: factsWith(child('2024-03-01')), declared: new Set() }).amountFen).toBe(
      360_000,
    );
  });
});

describe('the check-up before a pregnancy', () => {
  it('asked once for a rural registration and does no more', () => {
    const urban = { ...caseOf('preconception-checkup').base, hukou_kind: 'urban' };
    expect(decided('preconception-checkup', { day: '2013-12-31' }, urban).outcome).toBe('notEligible');
    expect(decided('preconception-checkup', { day: '2023-01-01' }, urban).outcome).toBe('eligibleIfDeclared');
  });

  it('is given again after a child, and to people from elsewhere after six months', () => {
    const again = { checkup_on: '2010-05-05', child1_birth_date: '2011-02-01' };
    const { base } = caseOf('preconception-checkup');
    expect(decided('preconception-checkup', { day: '2013-12-31' }, base, again).outcome).toBe(
      'eligibleIfDeclared',
    );
    const guests = (since: string) => ({
      registered_from: null,
      resident_from: since,
      spouse_resident_from: since,
      spouse_birth_date: '1987-01-01',
      spouse_hukou_kind: 'rural',
    });
    const at = (since: string) =>
      decided('preconception-checkup', { day: '2013-12-31' }, base, guests(since)).outcome;
    expect([at('2013-06-30'), at('2013-07-01')]).toEqual(['eligibleIfDeclared', 'notEligible']);
  });
});

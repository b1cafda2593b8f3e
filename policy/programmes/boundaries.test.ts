import { describe, expect, it } from 'vitest';
import {
  areaCode,
  boundaryCases,
  calendarDate,
  decide,
  type Eligibility,
  readyRules,
  type Values,
} from '../../src/language/index.ts';
import { demoBenefitValues } from '../demo/index.ts';
import { factsWith, type ProgrammeCase, programmeCases } from './cases.ts';
import { programmeOf } from './index.ts';

/**
 * The rules once more, said independently: with plain dates and loops, nothing of the vocabulary. Three answers:
 * true, false, or null where it cannot be told.
 */
type Answer = boolean | null;
type Rule = (facts: Row, day: string) => readonly Answer[];
interface Row {
  readonly text: (column: string) => string | null;
  readonly number: (column: string) => number | null;
}

const rowOf = (facts: Values): Row => ({
  text: (column) => facts[column] as string | null,
  number: (column) => facts[column] as number | null,
});

/** The birthday on which `years` are completed; somebody born on 29 February completes them on 1 March of others. */
function birthday(birth: string, years: number): string {
  const year = Number(birth.slice(0, 4)) + years;
  const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return `${String(year)}${birth.slice(4) === '-02-29' && !isLeap ? '-03-01' : birth.slice(4)}`;
}

const alive = ({ text }: Row, day: string) => {
  const died = text('death_date');
  return died === null || died > day;
};
const registered = ({ text }: Row, day: string): Answer => {
  const [from, to] = [text('registered_from'), text('registered_to')];
  if (from !== null) return from <= day && (to === null || to > day);
  return text('resident_from') === null ? null : false;
};
const spouse = ({ text }: Row, day: string) => {
  const [married, died] = [text('married_on'), text('spouse_death_date')];
  return (
    text('spouse_birth_date') !== null &&
    (married === null || married <= day) &&
    (died === null || died > day)
  );
};
function rural({ text }: Row, who: '' | 'spouse_', day: string): Answer {
  const classed = text(`${who}classed_rural_from`);
  if (classed !== null && classed <= day) return true;
  const changed = text(`${who}hukou_kind_from`);
  const kind = changed !== null && changed > day ? text(`${who}hukou_kind_before`) : text(`${who}hukou_kind`);
  return kind === null || kind === 'unified' ? null : kind === 'rural';
}

interface Child {
  readonly born: string;
  readonly sex: string | null;
  readonly died: string | null;
  readonly grade: number | null;
  readonly gradedFrom: string | null;
  readonly gradedTo: string | null;
}
function childrenOf({ text, number }: Row, day: string) {
  const all = [1, 2, 3, 4].flatMap((n): Child[] => {
    const at = (name: string) => `child${String(n)}_${name}`;
    const [born, adopted] = [text(at('birth_date')), text(at('adopted_on'))];
    if (born === null || born > day || (adopted !== null && adopted > day)) return [];
    const graded = {
      grade: number(at('grade')),
      gradedFrom: text(at('graded_from')),
      gradedTo: text(at('graded_to')),
    };
    return [{ born, sex: text(at('sex')), died: text(at('death_date')), ...graded }];
  });
  const living = all.filter(({ died }) => died === null || died > day);
  const complete =
    text('children_complete_on') !== null &&
    (text('child4_birth_date') === null || number('children_beyond') === 0);
  return { all, living, complete };
}

const rules: Readonly<Record<string, Rule>> = {
  'rural-reward': (row, day) => {
    const { all, living, complete } = childrenOf(row, day);
    const few = (): Answer => {
      if (living.length > 2) return false;
      if (living.length === 2 && living.some(({ sex }) => sex === 'male')) return false;
      if (!complete) return null;
      if (living.length === 2) return living.every(({ sex }) => sex === 'female') ? true : null;
      return living.length === 1 || all.length > 0;
    };
    const [birth, sex] = [row.text('birth_date'), row.text('sex')];
    const age = sex === 'female' ? 58 : sex === 'male' ? 60 : null;
    return [
      alive(row, day),
      registered(row, day),
      rural(row, '', day),
      spouse(row, day) ? rural(row, 'spouse_', day) : true,
      few(),
      birth === null ? null : birth >= '1933-01-01',
      birth === null || age === null ? null : birthday(birth, age) <= day,
    ];
  },
  'special-support': (row, day) => {
    const { all, living, complete } = childrenOf(row, day);
    const [birth, sex] = [row.text('birth_date'), row.text('sex')];
    const wife =
      sex === null ? null : sex === 'male' && spouse(row, day) ? row.text('spouse_birth_date') : birth;
    const disabled = living.some(
      ({ grade, gradedFrom, gradedTo }) =>
        grade !== null &&
        grade <= 3 &&
        gradedFrom !== null &&
        gradedFrom <= day &&
        (gradedTo === null || gradedTo > day),
    );
    const only = (): Answer => {
      if (living.length > 1) return false;
      if (!complete) return null;
      if (all.length < 2) return all.length === 1;
      const oneByOne = all.every((child, n) => n === 0 || (all[n - 1]?.died ?? '9999') <= child.born);
      return oneByOne ? true : null;
    };
    const hurt = (): Answer => {
      if (disabled) return true;
      if (living.length > 0) return false;
      return complete ? all.length > 0 : null;
    };
    return [
      alive(row, day),
      registered(row, day),
      birth === null ? null : birth >= '1933-01-01',
      wife === null ? null : birthday(wife, 49) <= day,
      only(),
      hurt(),
    ];
  },
  'complication-support': (row, day) => {
    const [grade, from, to] = [
      row.number('complication_grade'),
      row.text('complication_from'),
      row.text('complication_to'),
    ];
    return [
      alive(row, day),
      registered(row, day),
      grade !== null && grade >= 1 && grade <= 3 && from !== null && from <= day,
      to === null || to > day,
    ];
  },
  'only-child-reward': (row, day) => {
    const [issued, ended] = [row.text('honour_certificate_on'), row.text('honour_certificate_void_on')];
    const [first, second] = [row.text('child1_birth_date'), row.text('child2_birth_date')];
    const paidOn = (what: string) =>
      what > day || (what > '2015-12-31' && what >= `${day.slice(0, 4)}-01-01`);
    return [
      alive(row, day),
      registered(row, day),
      issued === null ? null : issued <= day,
      issued === null ? null : issued <= '2016-06-30',
      ended === null || paidOn(ended),
      first === null ? null : first <= '2015-12-31',
      second === null || paidOn(second),
      first === null ? null : birthday(first, 18) >= `${day.slice(0, 7)}-01`,
    ];
  },
  'childcare-subsidy': (row, day) => {
    const [birth, local] = [row.text('birth_date'), row.text('local_childcare_from')];
    const year = Number(day.slice(0, 4));
    const young = (born: string): boolean => {
      const bornIn = Number(born.slice(0, 4));
      return bornIn >= 2025 ? born <= day && year < bornIn + 3 : birthday(born, 3) >= `${String(year)}-01-01`;
    };
    return [
      alive(row, day),
      registered(row, day),
      birth === null ? null : young(birth),
      local === null || local > day,
    ];
  },
  'family-insurance': (row, day) => {
    const [issued, ended] = [row.text('honour_certificate_on'), row.text('honour_certificate_void_on')];
    const first = row.text('child1_birth_date');
    const isVoid = ended !== null && ended <= day;
    return [
      alive(row, day),
      registered(row, day),
      true,
      isVoid ? false : issued === null ? null : issued <= day,
      first === null ? null : birthday(first, 16) > day,
    ];
  },
  'cleft-operation': (row, day) => {
    const [found, done] = [row.text('cleft_diagnosed_on'), row.text('cleft_operated_on')];
    return [
      alive(row, day),
      registered(row, day),
      found !== null && found <= day,
      done === null || done > day,
    ];
  },
};

function outcome(answers: readonly Answer[], isDeclared: boolean): Eligibility {
  if (answers.includes(false)) return 'notEligible';
  if (answers.includes(null)) return 'unknown';
  return isDeclared ? 'eligibleIfDeclared' : 'eligible';
}

const stated = (programmeCases as readonly ProgrammeCase[]).filter(({ programme }) => programme in rules);

describe.each(stated.map((one) => [one.programme, one] as const))('at every edge of %s', (key, one) => {
  const programme = programmeOf(key);
  const rule = rules[key];
  if (!programme || !rule) throw new Error(key);
  const moment = {
    day: calendarDate(one.day),
    knownAt: calendarDate('2026-06-30'),
    area: areaCode(one.area),
  };
  const ready = readyRules(programme, moment, demoBenefitValues);
  if (!ready) throw new Error(`no ${key} on ${one.day}`);
  const bases = [{}, ...Object.values(one.fails)].map((change) => factsWith(one.base, change));
  const cases = bases.flatMap((base) => boundaryCases(ready.rules, base));
  const isDeclared = ready.rules.conditions.some(({ kind }) => kind === 'declared');

  it(`stand ${String(cases.length)} people, and the rule said independently gives the same`, () => {
    expect(cases.length).toBeGreaterThan(50);
    for (const { what, facts } of cases) {
      const decision = decide(ready, { facts, declared: new Set() });
      const expected = outcome(rule(rowOf(facts), one.day), isDeclared);
      expect(`${what}: ${decision.outcome}`).toBe(`${what}: ${expected}`);
    }
  });
});

describe('an edge', () => {
  it('is made one day before, on and after an age', () => {
    const programme = programmeOf('rural-reward');
    const one = programmeCases[0];
    if (!programme) throw new Error('the reward');
    const moment = { day: calendarDate(one.day), knownAt: calendarDate(one.day), area: areaCode(one.area) };
    const ready = readyRules(programme, moment);
    if (!ready) throw new Error('rules');
    const whats = boundaryCases(ready.rules, factsWith(one.base)).map(({ what }) => what);
    for (const day of [
      '1953-12-31',
      '1954-01-01',
      '1954-01-02',
      '1955-12-31',
      '1956-01-01',
      '1932-12-31',
      '1933-01-01',
    ])
      expect(whats).toContain(`birth_date = ${day}`);
    expect(whats).toContain('a child more (female)');
    expect(whats).toContain('a child less');
    expect(whats).toContain('hukou_kind = null');
  });
});

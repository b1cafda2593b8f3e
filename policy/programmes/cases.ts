import { nothingKnown, type Value, type Values } from '../../src/language/index.ts';

/** Somebody who meets everything, and for each condition what has to be otherwise for that one alone to fail. */
export interface ProgrammeCase {
  readonly programme: string;
  readonly day: string;
  readonly area: string;
  /** Columns of somebody who meets every condition that facts decide; the others are unknown. */
  readonly base: Readonly<Record<string, Value>>;
  readonly fails: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  /** A condition that fails alone on another day only. */
  readonly failsOn?: Readonly<Record<string, string>>;
}

const here = { registered_from: '2004-01-01', resident_from: '2004-01-01' };
const MIANYANG = '510703000000';

const farmer = {
  ...here,
  sex: 'male',
  birth_date: '1950-05-20',
  hukou_kind: 'rural',
  spouse_birth_date: '1952-03-01',
  spouse_hukou_kind: 'rural',
  child1_birth_date: '1979-08-09',
  child1_sex: 'male',
  children_complete_on: '2012-06-01',
};
const dead = { death_date: '2012-12-01' };
const left = { registered_to: '2012-12-01' };

/** Somebody for each programme; the tests, the benchmark and the demonstration of the engine read them. */
export const programmeCases = [
  {
    programme: 'rural-reward',
    day: '2013-12-31',
    area: MIANYANG,
    base: farmer,
    fails: {
      alive: dead,
      registered: left,
      'self-rural': { hukou_kind: 'urban' },
      'spouse-rural': { spouse_hukou_kind: 'urban' },
      children: { child2_birth_date: '1982-01-01', child2_sex: 'female' },
      'born-since-1933': { birth_date: '1932-12-31' },
      age: { birth_date: '1954-01-01' },
    },
  },
  {
    programme: 'special-support',
    day: '2013-12-31',
    area: MIANYANG,
    base: { ...farmer, child1_death_date: '2006-04-05' },
    fails: {
      alive: dead,
      registered: left,
      'born-since-1933': { birth_date: '1932-12-31' },
      'wife-age': { spouse_birth_date: '1965-01-01' },
      'one-child': {
        child1_death_date: null,
        child1_grade: 2,
        child1_graded_from: '2001-01-01',
        child2_birth_date: '1982-01-01',
      },
      'lost-or-disabled': { child1_death_date: null },
    },
  },
  {
    programme: 'complication-support',
    day: '2022-12-31',
    area: MIANYANG,
    base: { ...here, complication_grade: 3, complication_from: '2010-01-01' },
    fails: {
      alive: dead,
      registered: left,
      certified: { complication_grade: 4 },
      'not-recovered': { complication_to: '2022-12-31' },
    },
  },
  {
    programme: 'only-child-reward',
    day: '2016-12-31',
    area: MIANYANG,
    base: {
      ...here,
      child1_birth_date: '2010-03-04',
      child1_sex: 'female',
      honour_certificate_on: '2011-01-01',
    },
    fails: {
      alive: dead,
      registered: left,
      certificate: { honour_certificate_on: '2016-05-01' },
      'certificate-in-time': { honour_certificate_on: '2016-07-02' },
      'certificate-valid': { honour_certificate_void_on: '2014-01-01' },
      'child-born-by-2015': { child1_birth_date: '2016-01-01' },
      'no-second-child': { child2_birth_date: '2015-12-31' },
      'child-age': { child1_birth_date: '1997-11-30' },
    },
    // Later in the year it would be too late as well.
    failsOn: { certificate: '2016-03-31' },
  },
  {
    programme: 'childcare-subsidy',
    day: '2025-12-31',
    area: MIANYANG,
    base: { registered_from: '2024-12-05', birth_date: '2024-12-05' },
    fails: {
      alive: { death_date: '2025-06-01' },
      registered: { registered_to: '2025-06-01' },
      'under-three': { birth_date: '2021-12-31' },
      'no-local-subsidy': { local_childcare_from: '2025-01-01' },
    },
  },
  {
    programme: 'family-insurance',
    day: '2013-12-31',
    area: MIANYANG,
    base: { ...here, child1_birth_date: '2005-01-01', honour_certificate_on: '2006-01-01' },
    fails: {
      alive: dead,
      registered: left,
      policy: {},
      certificate: { honour_certificate_void_on: '2013-01-01' },
      'child-age': { child1_birth_date: '1997-12-31' },
    },
  },
  {
    programme: 'preconception-checkup',
    day: '2013-12-31',
    area: MIANYANG,
    base: { ...here, hukou_kind: 'rural', sex: 'female', birth_date: '1988-01-01' },
    fails: {
      alive: dead,
      local: { registered_to: '2012-12-01', resident_to: '2012-12-01' },
      'one-rural': { hukou_kind: 'urban' },
      'once-a-child': { checkup_on: '2012-05-05' },
    },
  },
  {
    programme: 'cleft-operation',
    day: '2013-12-31',
    area: MIANYANG,
    base: { ...here, birth_date: '2012-01-01', cleft_diagnosed_on: '2012-02-01' },
    fails: {
      alive: dead,
      registered: left,
      diagnosed: { cleft_diagnosed_on: '2014-01-01' },
      'not-operated': { cleft_operated_on: '2013-05-01' },
    },
  },
] as const satisfies readonly ProgrammeCase[];

/** Every column of somebody of whom the given ones are known. */
export const factsWith = (...known: readonly Readonly<Record<string, Value>>[]): Values =>
  Object.assign({ ...nothingKnown }, ...known) as Values;

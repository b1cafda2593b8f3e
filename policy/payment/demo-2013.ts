import { publishedOf2013 as published } from '../published/index.ts';

const FEN = 100;

/** A programme of which people drew something in 2013: who and how much is found by its rules. */
export interface DemoEntitlements {
  readonly programme: string;
  /** Quarters in which the demonstration pays what is not paid once a year. */
  readonly quarters: readonly number[];
}

export const demoEntitlements2013: readonly DemoEntitlements[] = [
  { programme: 'special-support', quarters: [1, 2, 3, 4] },
  { programme: 'rural-reward', quarters: [4] },
  { programme: 'only-child-reward', quarters: [4] },
];

/** The day on which the bank paid the list of a quarter. */
export const demoPaidOn: Readonly<Record<number, string>> = {
  1: '2013-03-25',
  2: '2013-06-25',
  3: '2013-09-25',
  4: '2013-12-20',
};

export interface DemoRecords {
  readonly project: string;
  readonly day: string;
  /** Totals of the whole city: they are not scaled down with the made-up one. */
  readonly totals: Readonly<Record<string, number>>;
  /** Items that are parts of another in every record: the last of them takes the rest. */
  readonly split?: {
    readonly of: string;
    readonly into: Readonly<Record<string, number>>;
    readonly rest: string;
  };
}

/** Nothing was published of how many were entitled. */
const ENTITLED = 214_600;

/** What was given in kind, insured and done in projects: totals as published, spread by people. */
export const demoRecords2013: readonly DemoRecords[] = [
  { project: 'cleft-operation', day: '2013-10-15', totals: { operations: published('cleft_surgeries') } },
  {
    project: 'special-family-household',
    day: '2013-05-20',
    totals: { households: published('special_family_pilot_households') },
  },
  {
    project: 'special-family-spending',
    day: '2013-11-30',
    totals: { fen: published('special_family_pilot_spent') * FEN },
  },
  {
    project: 'insurance-policy',
    day: '2013-01-15',
    totals: { persons: published('insured_persons'), premium: published('insurance_premium') * FEN },
    split: { of: 'premium', into: { province: 0, city: 0, county: 0.5, township: 0 }, rest: 'family' },
  },
  {
    project: 'livelihood-household',
    day: '2013-08-10',
    totals: { households: published('threefold_households') },
  },
  { project: 'livelihood-base', day: '2013-08-10', totals: { bases: published('threefold_bases') } },
  { project: 'free-services', day: '2013-12-15', totals: { entitled: ENTITLED, received: ENTITLED } },
];

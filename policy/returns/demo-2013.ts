import { publishedOf2013 as published } from '../published/index.ts';

/** How the demonstration spreads a total over the areas that report it. */
export type Spread =
  /** By the number of people, in whole numbers that add up. */
  | 'by people'
  /** The same number for each. */
  | 'each'
  /** One for so many of them, in an order of our own; a smaller choice lies within a larger one. */
  | 'one for some'
  /** Nought everywhere. */
  | 'none';

export interface DemoTotal {
  readonly form: string;
  readonly item: string;
  readonly total: number;
  readonly spread: Spread;
}

const shared = (
  form: string,
  spread: Spread,
  totals: Readonly<Record<string, number>>,
): readonly DemoTotal[] => Object.entries(totals).map(([item, total]) => ({ form, item, total, spread }));

/** Assumptions of ours: parts and wholes of which nothing was published. */
/** 27,705 are 119 % of this: no plan was published. */
const PLANNED = 23_282;
const VILLAGES_QUALIFIED = 2276;

/**
 * Totals of the demonstration for 2013. What the city published adds up to what it published; how it lies over the
 * areas, and every part or whole that was not published, is invented and marked so.
 */
export const demoTotals2013: readonly DemoTotal[] = [
  ...shared('village-self-governance', 'each', { notice_columns: 1, self_governance: 1 }),
  ...shared('village-self-governance', 'one for some', {
    qualified_or_better: VILLAGES_QUALIFIED,
    red_flag: published('red_flag_villages'),
  }),
  ...shared('township-administration', 'each', { notice_columns: 1 }),
  ...shared('township-administration', 'one for some', {
    national_law_model: published('national_law_model_townships'),
  }),
  ...shared('county-administration', 'none', { infringements: 0, reconsiderations: 0, acts_revoked: 0 }),
  ...shared('county-administration', 'one for some', {
    law_model: published('provincial_law_model_counties'),
    sunshine_model: published('provincial_sunshine_counties'),
  }),
  ...shared('county-services', 'by people', {
    preconception_planned: PLANNED,
  }),
  ...shared('city-foundations', 'each', {
    surveys_done: published('surveys_done'),
    sample_persons: 27_250,
    sample_population: 5_450_000,
    intention_survey: published('intention_survey'),
    population_outlook: published('population_outlook'),
    entries_audited: 10_000,
    entries_right: 9980,
    monitoring_rank: published('monitoring_rank'),
    women_asked: 10_000,
    contraception_used: 8820,
    supplies_used: 8405,
  }),
];

/** Items that are the sum of others in every row. */
export const demoSums2013: readonly {
  readonly form: string;
  readonly item: string;
  readonly of: readonly string[];
}[] = [];

import { type CalendarDate, calendarDate } from '../../src/language/index.ts';
import { publishedOf2013 as published } from '../published/index.ts';

/** How the demonstration spreads cases over places. */
export type CaseSpread = 'villages' | 'counties by people' | 'counties each';

/** Cases of one kind with which the demonstration opens: taken over from before, closed, without anybody's name. */
export interface DemoCases {
  readonly service: string;
  readonly count: number;
  readonly spread: CaseSpread;
  /** Outcomes, in order: so many of the cases each; what is left has the last one. */
  readonly outcomes: readonly { readonly outcome: string; readonly count: number }[];
  /** How many were rated; all of them satisfied. */
  readonly rated: number;
  /** Numbers entered in the cases, each a total over all of them. */
  readonly amounts: Readonly<Record<string, number>>;
  readonly channel: 'letter' | 'phone' | 'visit' | 'window' | 'official';
}

/** Assumptions of ours: wholes of which nothing was published. */
const VOICES = { enquiry: 2460, suggestion: 540, complaint: 860 } as const;
const RATED = { enquiry: 1990, suggestion: 430, complaint: 700 } as const;
const FILINGS = 27;
const QUALIFIED_OR_BETTER = 2276;
const VISITS = 40;
const FILE_AUDITS = 60;

export const demoYear: { readonly from: CalendarDate; readonly to: CalendarDate } = {
  from: calendarDate('2013-01-04'),
  to: calendarDate('2013-12-20'),
};

const closedAs = (outcome: string) => [{ outcome, count: Number.MAX_SAFE_INTEGER }];

const voice = (service: keyof typeof VOICES, channel: DemoCases['channel']): DemoCases => ({
  service,
  count: VOICES[service],
  spread: 'counties by people',
  outcomes: closedAs('resolved'),
  rated: RATED[service],
  amounts: {},
  channel,
});

const RED_FLAG = published('red_flag_villages');
const ADVANCED = 620;

/** What was done in 2013, as cases; how they lie over places and days is made up. */
export const demoCases2013 = (villages: number): readonly DemoCases[] => [
  voice('enquiry', 'phone'),
  voice('suggestion', 'letter'),
  voice('complaint', 'visit'),
  {
    service: 'document-filing',
    count: FILINGS,
    spread: 'counties by people',
    outcomes: closedAs('filed'),
    rated: 0,
    amounts: {},
    channel: 'official',
  },
  {
    service: 'disability-appraisal',
    count: published('disability_appraisals'),
    spread: 'counties by people',
    outcomes: [
      { outcome: 'established', count: 168 },
      { outcome: 'not-established', count: Number.MAX_SAFE_INTEGER },
    ],
    rated: 0,
    amounts: {},
    channel: 'window',
  },
  {
    service: 'guidance-visit',
    count: VISITS,
    spread: 'counties each',
    outcomes: closedAs('settled'),
    rated: 0,
    amounts: { team: published('guidance_visits'), interviewed: published('people_interviewed') },
    channel: 'official',
  },
  {
    service: 'file-audit',
    count: FILE_AUDITS,
    spread: 'counties each',
    outcomes: closedAs('settled'),
    rated: 0,
    amounts: { audited: published('case_files_audited') },
    channel: 'official',
  },
  {
    service: 'self-governance-assessment',
    count: villages,
    spread: 'villages',
    outcomes: [
      { outcome: 'red-flag', count: RED_FLAG },
      { outcome: 'advanced', count: ADVANCED },
      { outcome: 'qualified', count: QUALIFIED_OR_BETTER - RED_FLAG - ADVANCED },
      { outcome: 'not-yet-qualified', count: Number.MAX_SAFE_INTEGER },
    ],
    rated: 0,
    amounts: {},
    channel: 'official',
  },
];

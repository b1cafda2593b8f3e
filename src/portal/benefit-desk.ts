import type { ProgrammeList, ProgrammePage, Screening } from '../benefits/index.ts';

export type ListedProgramme = ProgrammeList['programmes'][number];
/** The rules of a programme as its page shows them. */
export type RulesShown = ProgrammePage;
/** What is given in money: from when, until when and how often. */
export type Giving = Extract<ListedProgramme['award'], { readonly kind: 'money' }>;
export type ListedValue = ProgrammePage['parameters'][number]['values'][number];
export type ScreenedProgramme = Screening['results'][number];
export type ScreenedCondition = ScreenedProgramme['conditions'][number];

/** What hangs out in a village: a masked name, and nothing that leads to anybody. */
export interface Notice {
  readonly maskedName: string;
  readonly programme: string;
  readonly area: string;
  readonly postedOn: string;
  readonly runsUntil: string;
}

export interface Child {
  readonly bornOn: string;
  readonly sex?: string;
  readonly diedOn?: string;
  readonly disabilityGrade?: number;
  readonly registeredHere?: boolean;
}

/** What a family says of itself; whatever is left out is unknown. */
export interface Family {
  readonly area?: string;
  readonly bornOn?: string;
  readonly sex?: string;
  readonly hukou?: string;
  readonly registeredHere?: boolean;
  readonly residentSince?: string;
  readonly spouseBornOn?: string;
  readonly spouseHukou?: string;
  readonly spouseRegisteredHere?: boolean;
  readonly spouseResidentSince?: string;
  readonly children?: readonly Child[];
  readonly certificateOn?: string;
  readonly complicationGrade?: number;
  readonly lastCheckupOn?: string;
}

/** What the pages of benefits are made from. */
export interface BenefitDependencies {
  readonly listProgrammes: () => Promise<readonly ListedProgramme[]>;
  readonly readProgramme: (key: string) => Promise<RulesShown>;
  /** Keeps nothing. */
  readonly screenFamily: (family: Family) => Promise<Screening>;
  /** What hangs out today, of programmes that are heard of in public at all. */
  readonly listNotices: () => Promise<readonly Notice[]>;
}

import type { AreaCode } from './area-code.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { Expression } from './expression/index.ts';
import type { FactViewName, Population } from './facts.ts';
import type { Text } from './text.ts';
import type { Unit } from './unit.ts';

/** What is counted: the rows of one fact view for which `where` is true, or the sum of one of their columns. */
export interface Measure {
  readonly key: string;
  readonly label: Text;
  readonly view: FactViewName;
  /** May use the parameters `periodStart` and `periodEnd` (dates, both inclusive). */
  readonly where: Expression<'boolean'>;
  /** A column of whole numbers that is added up; without it rows are counted. */
  readonly sum?: string;
}

/** A sum of measures with whole multipliers, divided by a whole number: exact. */
export interface Combination {
  readonly terms: readonly { readonly measure: string; readonly times: number }[];
  readonly dividedBy: number;
}

/** numerator ÷ denominator × factor, rounded half up to `decimals`; without denominator a plain count. */
export interface Indicator {
  readonly key: string;
  readonly version: number;
  readonly label: Text;
  readonly unit: Unit;
  /** The population that the definition fixes, `either` where it is asked for both, `none` where it is about neither. */
  readonly population: Population | 'either' | 'none';
  readonly numerator: Combination;
  readonly denominator: Combination | null;
  readonly factor: number;
  readonly decimals: number;
  readonly direction: 'higher is better' | 'lower is better' | 'neither';
  readonly definition: Text;
  /** Where the formula comes from. */
  readonly source: Text;
  /** Whom small numbers could betray: counts of persons are withheld when small, counts of units of work are not. */
  readonly about: 'persons' | 'units';
  /** `voluntary`: asked of people who agreed, never a duty. */
  readonly status: 'live' | 'voluntary';
  /** Served people as a share of those planned for: above 100 % it needs an explanation. */
  readonly isCoverage?: true;
  /** It counts people or money of the register's people: in a made-up city of a smaller size it is as much smaller. */
  readonly growsWithCity?: true;
  /** Nothing of it is public below the whole city. */
  readonly cityAlone?: true;
  /** The room whose records will give this figure once it stands; until then it is reported by areas. */
  readonly standsInFor?: Text;
  /** What a reader should know before using it. */
  readonly notes?: readonly Text[];
}

/** What an area undertook to reach in a year. `value` in the indicator's unit. */
export interface Target {
  readonly indicator: string;
  readonly area: AreaCode;
  readonly year: number;
  readonly value: number;
  readonly sense: 'at least' | 'at most';
  /** Whether the areas below undertook the same: a rate may hold for each, a number cannot. */
  readonly holdsBelow: boolean;
  readonly source: Text;
}

/** Aggregate numbers that must not be computed from persons any more: kept as they were published. */
export interface HistoricalSeries {
  readonly key: string;
  readonly version: number;
  readonly label: Text;
  readonly unit: Unit;
  readonly decimals: number;
  readonly direction: Indicator['direction'];
  readonly definition: Text;
  readonly source: Text;
  readonly notes?: readonly Text[];
  /** After this day the series takes no further value. */
  readonly endedOn: CalendarDate;
  readonly endedBy: Text;
  readonly values: readonly { readonly area: AreaCode; readonly year: number; readonly value: number }[];
}

export type Relation = '=' | '<=' | '>=' | '~';

/** What the city itself published, and how it meant the number. */
export interface PublishedFigure {
  readonly key: string;
  readonly year: number;
  readonly value: number;
  readonly relation: Relation;
  /** The percentage by which a target was said to be exceeded, where the target itself was not published. */
  readonly claimedPercent?: number;
}

/** An item of a report that is no number: what was done, as it was reported. */
export interface Statement {
  readonly key: string;
  readonly label: Text;
  /** What was reported, in our words. */
  readonly text: Text;
  readonly source: Text;
  /** The room that will show it by records once it stands; null where services do today what it tells of. */
  readonly standsInFor: Text | null;
}

/** A report as text with references to figures: `{natural_increase_rate}` stands for value and unit with a link. */
export interface Report {
  readonly year: number;
  readonly area: AreaCode;
  readonly title: Text;
  readonly sections: readonly {
    readonly key: string;
    readonly title: Text;
    readonly paragraphs: readonly Text[];
    /** Figures listed in the table under the section, in order. */
    readonly figures: readonly string[];
  }[];
}

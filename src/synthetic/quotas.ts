/** Years of the simulated history. */
export const FIRST_YEAR = 2004;
export const LAST_YEAR = 2025;

type Anchors = readonly (readonly [year: number, value: number])[];

/**
 * Totals that the history is led through. Sources: the table of totals in docs/made-up-city.md; 2007, 2018 and 2022
 * are published (single sources), 2013 is UNVERIFIED, all other years are assumptions of ours.
 */
const registeredAnchors: Anchors = [
  [2003, 5_330_000],
  [2007, 5_379_500],
  [2012, 5_441_000],
  [2013, 5_450_000],
  [2018, 5_362_000],
  [2022, 5_256_700],
  [2025, 5_180_000],
];
const residentAnchors: Anchors = [
  [2003, 4_790_000],
  [2010, 4_613_862],
  [2013, 4_670_000],
  [2018, 4_857_000],
  [2020, 4_873_000],
  [2022, 4_898_000],
  [2025, 4_900_000],
];
const birthAnchors: Anchors = [
  [2003, 47_000],
  [2007, 50_029],
  [2013, 50_400],
  [2016, 54_000],
  [2018, 49_827],
  [2020, 41_500],
  [2022, 37_200],
  [2025, 33_500],
];
const deathAnchors: Anchors = [
  [2003, 38_500],
  [2007, 39_200],
  [2013, 39_700],
  [2018, 37_377],
  [2020, 40_500],
  [2022, 46_637],
  [2025, 46_000],
];
/** Boys per 100 girls among the newborn: the ratio fell over these years. */
const sexRatioAnchors: Anchors = [
  [2003, 111.5],
  [2013, 109.0],
  [2025, 106.5],
];

/** What the city published for 2013. */
const NATURAL_INCREASE_2013 = 0.00196;
/** Registered transfers in and out that balance each other, as a share of the population. */
const TURNOVER = 0.003;

function interpolate(anchors: Anchors, year: number): number {
  const after = anchors.findIndex(([at]) => at >= year);
  const [upperYear, upper] = anchors[Math.max(after, 0)] ?? [year, 0];
  const [lowerYear, lower] = anchors[Math.max(after - 1, 0)] ?? [year, 0];
  return upperYear === lowerYear
    ? upper
    : lower + ((upper - lower) * (year - lowerYear)) / (upperYear - lowerYear);
}

/** Whole numbers of one year: they balance exactly, population(y) = population(y−1) + births − deaths + in − out. */
export interface YearQuota {
  readonly year: number;
  /** At the end of the year. */
  readonly registered: number;
  readonly resident: number;
  readonly boys: number;
  readonly girls: number;
  readonly births: number;
  readonly deaths: number;
  readonly transfersIn: number;
  readonly transfersOut: number;
}

export const registeredAtEnd = (year: number, scale: number): number =>
  Math.round(interpolate(registeredAnchors, year) * scale);

function deathsOf(year: number, births: number, scale: number): number {
  if (year !== 2013) return Math.round(interpolate(deathAnchors, year) * scale);
  const average = (registeredAtEnd(year - 1, scale) + registeredAtEnd(year, scale)) / 2;
  return births - Math.round(NATURAL_INCREASE_2013 * average);
}

/** The quotas of one year at `scale`. */
export function yearQuota(year: number, scale: number): YearQuota {
  const births = Math.round(interpolate(birthAnchors, year) * scale);
  const deaths = deathsOf(year, births, scale);
  const ratio = interpolate(sexRatioAnchors, year);
  // Rounded down: the ratio that comes out is never above the one meant.
  const boys = Math.floor((births * ratio) / (100 + ratio));
  const registered = registeredAtEnd(year, scale);
  const net = registered - registeredAtEnd(year - 1, scale) - births + deaths;
  const turnover = Math.round(TURNOVER * registered);
  return {
    year,
    registered,
    resident: Math.round(interpolate(residentAnchors, year) * scale),
    births,
    boys,
    girls: births - boys,
    deaths,
    transfersIn: turnover + Math.max(net, 0),
    transfersOut: turnover + Math.max(-net, 0),
  };
}

export const yearQuotas = (scale: number): readonly YearQuota[] =>
  Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => yearQuota(FIRST_YEAR + index, scale));

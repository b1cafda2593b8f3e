import {
  type AreaCode,
  type Combination,
  type CountGroup,
  type Indicator,
  type PublishedFigure,
  type Target,
  type Text,
  text,
  type Unit,
  units,
} from '../language/index.ts';
import {
  type AreaCounts,
  type CountsByArea,
  computeIndicator,
  countsIn,
  flagCoverage,
  formsOf,
  formulaInWords,
  isKnownAt,
  isReported,
  originOf,
  roomOf,
  suppressedCells,
  termsOf,
  wordTarget,
} from '../statistics/index.ts';
import { claimSupported, claimSupportedAtScale } from './check-claim.ts';
import type { CellValue, Figure, FigureSource, FigureTerm } from './edition.ts';
import { readPercentage } from './read-percentage.ts';

/** Everything about one year that figures are made from. */
export interface FigureMaterial {
  readonly area: AreaCode;
  readonly year: number;
  readonly counts: CountsByArea;
  readonly counties: readonly { readonly code: AreaCode; readonly name: Text }[];
  readonly targets: readonly Target[];
  readonly published: readonly PublishedFigure[];
  readonly section: string;
  readonly synthetic: boolean;
  /** The size of a made-up city, as a share of the real one; 1 otherwise. */
  readonly scale: number;
  /** The documents that an indicator counts. */
  readonly documentsOf: (indicator: Indicator) => readonly { readonly key: string; readonly title: Text }[];
}

/**
 * The counts behind a cell, for the threshold rule: what is added up, and a difference of two counts never alone.
 * Counts of notice columns or model counties betray nobody and are never withheld.
 */
const countsBehind = (indicator: Indicator, counts: AreaCounts): readonly number[] =>
  indicator.about === 'units'
    ? []
    : [...indicator.numerator.terms, ...(indicator.denominator?.terms ?? [])].map(
        ({ measure }) => counts.counts.get(measure) ?? 0,
      );

function breakdownOf(indicator: Indicator, group: CountGroup, material: FigureMaterial): Figure['breakdown'] {
  if (!isKnownAt(indicator, 'county') || indicator.cityAlone === true) return [];
  const cells = material.counties.map(({ code, name }) => {
    const counts = countsIn(material.counts, group, code);
    return { area: code, name, counts, computed: computeIndicator(indicator, counts.counts) };
  });
  const withheld = suppressedCells(cells.map(({ counts }) => ({ counts: countsBehind(indicator, counts) })));
  return cells.map(({ area, name, computed }, index) =>
    withheld[index]
      ? {
          area,
          name,
          value: 'suppressed',
          numerator: 'suppressed',
          denominator: computed.denominator === null ? null : 'suppressed',
        }
      : { area, name, ...computed },
  );
}

export interface Shape {
  readonly value: Figure['value'];
  readonly unit: Unit;
  readonly decimals: number;
  /** The size of the made-up city, of a value that grows with it. */
  readonly scale?: number;
}

/** What was published of a figure, what was aimed at, and how the value stands to both. */
export function comparisons(key: string, { value, unit, decimals, scale }: Shape, material: FigureMaterial) {
  const published = material.published.find((one) => one.key === key && one.year === material.year);
  const target = material.targets.find(
    (one) => one.indicator === key && one.year === material.year && one.area === material.area,
  );
  return {
    published: published?.value ?? null,
    relation: published?.relation ?? null,
    target: target?.value ?? null,
    targetSense: target?.sense ?? null,
    overTarget: target && typeof value === 'number' ? wordTarget({ value, target, unit, decimals }) : null,
    claimSupported:
      scale === undefined
        ? claimSupported(value, published, decimals)
        : claimSupportedAtScale(value, published, scale),
    publishedAtScale: scale === undefined || !published ? null : published.value * scale,
    readings: published ? readPercentage(published) : [],
    claimedPercent: published?.claimedPercent ?? null,
  };
}

function sourceOf(indicator: Indicator, group: CountGroup, material: FigureMaterial): FigureSource {
  const standsInFor = indicator.standsInFor ?? null;
  if (originOf(indicator) === 'documents')
    return { kind: 'documents', documents: material.documentsOf(indicator), standsInFor };
  if (originOf(indicator) === 'records')
    return { kind: 'records', room: roomOf(indicator), population: group === 'none' ? null : group };
  const forms = formsOf(indicator).map(({ key, title, level }) => ({ key, title, level }));
  return { kind: 'returns', forms, standsInFor, invented: material.synthetic };
}

const inventedBelow = text(
  '演示数据：只有全市的公布数是公开的事实，各地的分布和未公布的分母都是虚构的；这些数不随示范城市的规模缩小。',
  'Demonstration data: only what was published for the whole city is a public fact; how it lies over the areas, and every denominator that was not published, is made up. These numbers are not scaled down with the made-up city.',
);

const inventedCases = text(
  '演示数据：2013 年的事项和服务按公布的总数虚构，不含任何人的信息；时间和地点的分布是虚构的，也不随示范城市的规模缩小。',
  'Demonstration data: the cases and services of 2013 are made up to the totals that were published, and name nobody. How they lie over days and places is made up; they are not scaled down with the made-up city.',
);

const percent = (scale: number) => String(Math.round(scale * 10_000) / 100);

const atScale = (scale: number): Text =>
  text(
    `演示数据：领取的人从虚构的登记簿中选取，人数和金额按示范城市的规模（${percent(scale)}%）缩小；公布数乘以这个比例后相差不超过 1% 的，视为与记录一致。`,
    `Demonstration data: the recipients were chosen from the made-up register, and people and money are as much smaller as the made-up city (${percent(scale)} % of the real one). The published number is multiplied by that share, and is called supported when the records lie within 1 % of it.`,
  );

/** What a reader of the demonstration must know of where a figure comes from. */
function notesOn(
  source: FigureSource,
  indicator: Indicator,
  { synthetic, scale }: FigureMaterial,
): readonly Text[] {
  if (source.kind === 'returns' && source.invented) return [inventedBelow];
  if (synthetic && indicator.growsWithCity === true) return [atScale(scale)];
  return synthetic && source.kind === 'records' && source.room !== 'register' ? [inventedCases] : [];
}

/** A figure computed from counted facts. The city's own total is withheld too when a count of persons is small. */
export function figureFromCounts(indicator: Indicator, group: CountGroup, material: FigureMaterial): Figure {
  const counts = countsIn(material.counts, group, material.area);
  const computed = computeIndicator(indicator, counts.counts);
  const [withheld] = suppressedCells([{ counts: countsBehind(indicator, counts) }]);
  const known = isReported(indicator, counts) ? computed.value : null;
  const value: CellValue = withheld ? 'suppressed' : known;
  const hide = (part: number | null) => (withheld && part !== null ? 'suppressed' : part);
  const terms = (combination: Combination | null): readonly FigureTerm[] =>
    termsOf(combination, counts).map((term) => (withheld ? { ...term, value: 'suppressed' as const } : term));
  const involved = [...indicator.numerator.terms, ...(indicator.denominator?.terms ?? [])];
  const source = sourceOf(indicator, group, material);
  const scaled = indicator.growsWithCity === true && material.synthetic ? { scale: material.scale } : {};
  const shape = { value, unit: indicator.unit, decimals: indicator.decimals };
  return {
    key: indicator.key,
    section: material.section,
    label: indicator.label,
    ...shape,
    unitLabel: units[indicator.unit],
    numerator: hide(computed.numerator),
    denominator: hide(computed.denominator),
    ...comparisons(indicator.key, { ...shape, ...scaled }, material),
    status: indicator.status,
    flag: typeof value === 'number' ? flagCoverage(indicator, value) : null,
    interval: null,
    source,
    definition: {
      version: indicator.version,
      text: indicator.definition,
      source: indicator.source,
      formula: formulaInWords(indicator),
      numeratorTerms: terms(indicator.numerator),
      denominatorTerms: terms(indicator.denominator),
      denominatorDividedBy: indicator.denominator?.dividedBy ?? 1,
      factor: indicator.factor,
    },
    breakdown: breakdownOf(indicator, group, material),
    quality: {
      unknown: involved.reduce((sum, { measure }) => sum + (counts.unknown.get(measure) ?? 0), 0),
      notes: [...(indicator.notes ?? []), ...notesOn(source, indicator, material)],
    },
  };
}

import { historicalSeries } from '../../policy/historical/index.ts';
import { indicators, targets } from '../../policy/indicators/index.ts';
import { publishedFigures } from '../../policy/published/index.ts';
import { statements } from '../../policy/reports/index.ts';
import type { AreaCode, Population, Report, Text } from '../language/index.ts';
import type { City, SealedSnapshot, Seed } from '../platform/index.ts';
import type { CountsByArea } from '../statistics/index.ts';
import { type FigureMaterial, figureFromCounts } from './build-figure.ts';
import { figureFromHistory, figureFromStatement } from './build-kept-figure.ts';
import type { EditionContent, Figure } from './edition.ts';

/** The population for which a report counts births, deaths and rates. */
const REPORT_POPULATION: Population = 'registered';

export interface EditionMaterial {
  readonly report: Report;
  readonly edition: number;
  readonly areaName: Text;
  readonly counts: CountsByArea;
  readonly counties: readonly { readonly code: AreaCode; readonly name: Text }[];
  readonly snapshot: SealedSnapshot;
  readonly publishedAt: Date;
  readonly city: City;
  readonly seed: Seed | null;
  readonly documentsOf: FigureMaterial['documentsOf'];
}

/** The figure called `key`, from wherever it comes; a report that names one that nobody declares is a bug. */
function figureOf(key: string, material: FigureMaterial): Figure {
  const indicator = indicators.find((one) => one.key === key);
  if (indicator) {
    const group = indicator.population === 'either' ? REPORT_POPULATION : indicator.population;
    return figureFromCounts(indicator, group, material);
  }
  const series = historicalSeries.find((one) => one.key === key);
  if (series) return figureFromHistory(series, material);
  const statement = statements.find((one) => one.key === key);
  if (statement) return figureFromStatement(statement, material);
  throw new Error(`the report names the figure ${key}, which no policy declares`);
}

/** The whole content of an edition: pure, so that an auditor with the same snapshot gets the same bytes. */
export function buildEdition(material: EditionMaterial): EditionContent {
  const { report, snapshot } = material;
  const figures = report.sections.flatMap((section) =>
    section.figures.map((key) =>
      figureOf(key, {
        area: report.area,
        year: report.year,
        counts: material.counts,
        counties: material.counties,
        targets,
        published: publishedFigures,
        section: section.key,
        synthetic: material.city.kind === 'synthetic',
        scale: material.seed?.scale ?? 1,
        documentsOf: material.documentsOf,
      }),
    ),
  );
  return {
    year: report.year,
    area: report.area,
    areaName: material.areaName,
    edition: material.edition,
    title: report.title,
    publishedAt: material.publishedAt.toISOString(),
    synthetic: material.city.kind === 'synthetic',
    scale: material.seed?.scale ?? null,
    snapshot: { id: snapshot.id, at: snapshot.at, sealedAt: snapshot.sealedAt, sha256: snapshot.sha256 },
    sections: report.sections,
    figures,
  };
}

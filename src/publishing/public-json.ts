import type { Edition, Figure } from './edition.ts';

const publicFigure = (figure: Figure) => ({
  key: figure.key,
  section: figure.section,
  label: figure.label,
  value: figure.value,
  published: figure.published,
  relation: figure.relation,
  publishedAtScale: figure.publishedAtScale ?? null,
  unit: figure.unit,
  numerator: figure.numerator,
  denominator: figure.denominator,
  target: figure.target,
  overTarget: figure.overTarget,
  readings: figure.readings,
  flag: figure.flag,
  status: figure.status,
  claimSupported: figure.claimSupported,
  interval: figure.interval,
  source: figure.source,
  definition: figure.definition,
});

/** What `/reports/YEAR.json` answers: the public contract, and no more. */
export const toPublicJson = ({ content }: Edition) => ({
  year: content.year,
  area: content.area,
  edition: content.edition,
  snapshot: { id: content.snapshot.id, at: content.snapshot.at, sha256: content.snapshot.sha256 },
  synthetic: content.synthetic,
  figures: content.figures.map(publicFigure),
});

import type { CellValue, Edition, Figure } from '../publishing/index.ts';
import { csvTable } from './csv.ts';

/** One observation of the open data: an indicator in an area and year. */
export interface Observation {
  readonly indicator: string;
  readonly area: string;
  readonly year: number;
  /** Blank where withheld or absent; `status` says which. */
  readonly value: number | null;
  readonly status: '' | 'withheld' | 'absent' | 'in words';
  readonly unit: string;
  readonly source: Figure['source']['kind'];
  readonly synthetic: 'made-up 虚构' | 'real';
}

export const columns = [
  'indicator',
  'area',
  'year',
  'value',
  'status',
  'unit',
  'source',
  'synthetic',
] as const satisfies readonly (keyof Observation)[];

const statusOf = (value: CellValue, figure: Figure): Observation['status'] => {
  if (figure.source.kind === 'statement') return 'in words';
  if (value === 'suppressed') return 'withheld';
  return value === null ? 'absent' : '';
};

/** Every figure of an edition for the city and its counties; ended series stay out of the open data of persons. */
export function observations({ content }: Edition): readonly Observation[] {
  return content.figures.flatMap((figure) =>
    [{ area: content.area, value: figure.value }, ...figure.breakdown].map(({ area, value }) => ({
      indicator: figure.key,
      area,
      year: content.year,
      value: typeof value === 'number' ? value : null,
      status: statusOf(value, figure),
      unit: figure.unit ?? '',
      source: figure.source.kind,
      synthetic: content.synthetic ? ('made-up 虚构' as const) : ('real' as const),
    })),
  );
}

export const datasetCsv = (edition: Edition): string =>
  csvTable(
    columns,
    observations(edition).map((row) => columns.map((column) => row[column])),
  );

/** SDMX 2.0 CSV: structure, action, dimensions, the observation and its attributes. */
export const datasetSdmxCsv = (edition: Edition): string =>
  csvTable(
    [
      'STRUCTURE',
      'STRUCTURE_ID',
      'ACTION',
      'INDICATOR',
      'REF_AREA',
      'TIME_PERIOD',
      'OBS_VALUE',
      'CONF_STATUS',
      'UNIT_MEASURE',
      'COMMENT_OBS',
    ],
    observations(edition).map((row) => [
      'dataflow',
      'JIAHU:FIGURES(1.0)',
      'I',
      row.indicator,
      row.area,
      row.year,
      row.value,
      row.status === 'withheld' ? 'C' : 'F',
      row.unit,
      row.synthetic,
    ]),
  );

const distinct = (values: readonly string[]) => [...new Set(values)];

/** SDMX-JSON 2.0 data message: dimensions listed once, observations under their positions. */
export function datasetSdmxJson(edition: Edition): object {
  const rows = observations(edition);
  const indicators = distinct(rows.map((row) => row.indicator));
  const areas = distinct(rows.map((row) => row.area));
  const positions = (row: Observation) =>
    `${String(indicators.indexOf(row.indicator))}:${String(areas.indexOf(row.area))}:0`;
  const dimension = (id: string, values: readonly string[]) => ({
    id,
    values: values.map((value) => ({ id: value })),
  });
  return {
    meta: {
      schema: 'https://json.sdmx.org/2.0.0/sdmx-json-data-schema.json',
      id: `jiahu-figures-${String(edition.content.year)}-${String(edition.content.edition)}`,
      prepared: edition.content.publishedAt,
      test: edition.content.synthetic,
      sender: { id: 'JIAHU' },
    },
    data: {
      structures: [
        {
          dimensions: {
            observation: [
              dimension('INDICATOR', indicators),
              dimension('REF_AREA', areas),
              dimension('TIME_PERIOD', [String(edition.content.year)]),
            ],
          },
          attributes: {
            observation: [{ id: 'CONF_STATUS', values: [{ id: 'F' }, { id: 'C' }] }],
          },
        },
      ],
      dataSets: [
        {
          structure: 0,
          action: 'Information',
          observations: Object.fromEntries(
            rows.map((row) => [positions(row), [row.value, row.status === 'withheld' ? 1 : 0]]),
          ),
        },
      ],
    },
  };
}

export interface Distribution {
  readonly name: string;
  readonly path: string;
  readonly mediaType: string;
  readonly body: string;
}

const media = {
  csv: 'text/csv',
  json: 'application/json',
  'sdmx.csv': 'application/vnd.sdmx.data+csv',
  'sdmx.json': 'application/vnd.sdmx.data+json',
} as const;
export const formats = Object.keys(media) as readonly (keyof typeof media)[];

export const datasetPath = (year: number): string => `/data/figures-${String(year)}`;

/** Every form in which the dataset of an edition can be had. */
export function distributions(edition: Edition): readonly Distribution[] {
  const path = datasetPath(edition.content.year);
  const bodies: Readonly<Record<keyof typeof media, () => string>> = {
    csv: () => datasetCsv(edition),
    json: () => JSON.stringify(observations(edition)),
    'sdmx.csv': () => datasetSdmxCsv(edition),
    'sdmx.json': () => JSON.stringify(datasetSdmxJson(edition)),
  };
  return formats.map((format) => ({
    name: format,
    path: `${path}.${format}`,
    mediaType: media[format],
    body: bodies[format](),
  }));
}

/** DCAT 3 catalogue of the datasets of all editions, as JSON-LD. */
export function dcatCatalogue(publicUrl: string, editions: readonly Edition[], note: string): object {
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
    },
    '@id': `${publicUrl}/data/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': [
      { '@value': '家户示范站开放数据', '@language': 'zh' },
      { '@value': 'Open data of the Jiahu demonstration site', '@language': 'en' },
    ],
    'dct:description': note,
    'dcat:dataset': editions.map((edition) => ({
      '@id': `${publicUrl}${datasetPath(edition.content.year)}`,
      '@type': 'dcat:Dataset',
      'dct:title': [
        { '@value': edition.content.title.zh, '@language': 'zh' },
        { '@value': edition.content.title.en, '@language': 'en' },
      ],
      'dct:description': note,
      'dct:publisher': { 'dct:title': edition.content.areaName.en },
      'dct:license': { '@id': 'https://creativecommons.org/publicdomain/zero/1.0/' },
      'dct:issued': edition.content.publishedAt,
      'dct:modified': edition.content.publishedAt,
      'dcat:distribution': distributions(edition).map(({ name, path, mediaType, body }) => ({
        '@id': `${publicUrl}${path}`,
        '@type': 'dcat:Distribution',
        'dct:title': name,
        'dct:license': { '@id': 'https://creativecommons.org/publicdomain/zero/1.0/' },
        'dcat:accessURL': { '@id': `${publicUrl}${path}` },
        'dcat:mediaType': mediaType,
        'dcat:byteSize': Buffer.byteLength(body),
      })),
    })),
  };
}

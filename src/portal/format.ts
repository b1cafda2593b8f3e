import type { Locale } from '../language/index.ts';
import type { CellValue, Figure } from '../publishing/index.ts';
import type { MessageKey, Say } from './messages.ts';

/** A number with thousands separators and a fixed number of decimals. */
export const formatNumber = (value: number, decimals: number, locale: Locale): string =>
  new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);

/** Half persons occur in averages only: decimals are shown when there are any. */
const decimalsOf = (value: number, decimals: number) =>
  decimals === 1 && Number.isInteger(value) ? 0 : decimals;

export interface Formatting {
  readonly locale: Locale;
  readonly say: Say;
}

/** The value as it is read: withheld and absent ones in words. */
export function formatCell(value: CellValue, decimals: number, { locale, say }: Formatting): string {
  if (value === 'suppressed') return say('withheld');
  return value === null ? say('nothing') : formatNumber(value, decimalsOf(value, decimals), locale);
}

const attachedUnits: readonly Figure['unit'][] = ['percent', 'per mille', 'boys per 100 girls'];
const endWithUnit = (locale: Locale, unit: Figure['unit']) =>
  attachedUnits.includes(unit) && !(locale === 'en' && unit === 'boys per 100 girls');

/** Value with unit: `1.96‰`, `54,500 人`. */
export function formatFigure(figure: Figure, formatting: Formatting): string {
  if (figure.source.kind === 'statement') return formatting.say('statementValue');
  const number = formatCell(figure.value, figure.decimals, formatting);
  if (typeof figure.value !== 'number') return number;
  return withUnit(number, figure, formatting.locale);
}

export function withUnit(number: string, figure: Figure, locale: Locale): string {
  const unit = figure.unitLabel[locale];
  const gap = endWithUnit(locale, figure.unit) ? '' : ' ';
  return `${number}${gap}${unit}`;
}

const relationKeys: Readonly<Record<NonNullable<Figure['relation']>, MessageKey>> = {
  '=': 'relationIs',
  '<=': 'relationAtMost',
  '>=': 'relationAtLeast',
  '~': 'relationAbout',
};

/** `exactly 1.96‰`: what the city published, with how it meant it. */
export function formatPublished(figure: Figure, formatting: Formatting): string {
  if (figure.published === null || figure.relation === null) return formatting.say('nothing');
  const decimals = Number.isInteger(figure.published) ? 0 : figure.decimals;
  const number = formatNumber(figure.published, decimals, formatting.locale);
  const said = `${formatting.say(relationKeys[figure.relation])} ${withUnit(number, figure, formatting.locale)}`;
  const small = figure.publishedAtScale;
  if (small === null || small === undefined || small === figure.published) return said;
  const n = withUnit(formatNumber(small, figure.decimals, formatting.locale), figure, formatting.locale);
  return `${said}${formatting.say('publishedAtScale', { n })}`;
}

export function formatTarget(figure: Figure, formatting: Formatting): string {
  if (figure.target === null) return formatting.say('nothing');
  const number = withUnit(
    formatNumber(figure.target, figure.decimals, formatting.locale),
    figure,
    formatting.locale,
  );
  return formatting.say(figure.targetSense === 'at most' ? 'targetAtMost' : 'targetAtLeast', { n: number });
}

export const statusKeys: Readonly<Record<Figure['status'], MessageKey>> = {
  live: 'statusLive',
  voluntary: 'statusVoluntary',
  historical: 'statusHistorical',
};

export const sourceKeys: Readonly<Record<Figure['source']['kind'], MessageKey>> = {
  records: 'sourceRecords',
  returns: 'sourceReturns',
  historical: 'sourceHistorical',
  documents: 'sourceDocuments',
  statement: 'sourceStatement',
};

/** The title of the page that explains a figure; what is no number has no "why this number". */
export const whyTitle = (figure: Figure, { locale, say }: Formatting): string =>
  say(figure.source.kind === 'statement' ? 'whatOf' : 'whyOf', { label: figure.label[locale] });

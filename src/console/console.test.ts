import { describe, expect, it } from 'vitest';
import { text } from '../language/index.ts';
import { formatMeasured, formatNumber, shownAmount } from './format.ts';
import { addressOf, parsePlace } from './router.ts';
import { templateCsv } from './template.ts';
import { placePoints } from './trend.tsx';

describe('numbers as staff read them', () => {
  it.each([
    [1234.5, 1, 'zh', '1,234.5'],
    [54_455, 1, 'zh', '54,455'],
    [1.9, 2, 'en', '1.90'],
    [null, 0, 'zh', '—'],
  ] as const)('%s with %d decimals', (value, decimals, locale, written) => {
    expect(formatNumber(value, decimals, locale)).toBe(written);
  });

  it.each([
    [1.96, 'per mille', text('‰', '‰'), 2, '1.96‰'],
    [3901, 'households', text('户', 'households'), 0, '3,901 户'],
  ])('%d %s', (value, unit, unitLabel, decimals, written) => {
    expect(formatMeasured(value, { unit, unitLabel, decimals }, 'zh')).toBe(written);
  });

  it('money is kept in fen and shown in yuan', () => {
    expect([
      shownAmount('yuan', 12_345),
      shownAmount('persons', 7),
      shownAmount('persons', undefined),
    ]).toEqual(['123.45', '7', '']);
  });
});

describe('addresses', () => {
  it('say what is shown and leave out what is not chosen', () => {
    const address = addressOf('/scorecard', { year: 2013, area: undefined, population: 'resident' });
    expect(address).toBe('/console/scorecard?year=2013&population=resident');
    const place = parsePlace(address);
    expect([place.path, place.query.get('year'), place.query.get('area')]).toEqual([
      '/scorecard',
      '2013',
      null,
    ]);
  });

  it('of the console itself is its root', () => {
    expect(parsePlace('/console').path).toBe('/');
    expect(parsePlace('/console/').path).toBe('/');
  });
});

it('a template has a byte order mark, quoted labels and a line for each area', () => {
  const form = {
    key: 'f',
    title: text('表', 'Form'),
    level: 'county',
    every: 'year' as const,
    items: [{ key: 'a', label: text('甲,乙', 'A'), unit: 'persons', unitLabel: text('人', 'persons') }],
    checks: [],
  };
  const row = {
    area: '510703000000',
    name: text('涪城区', 'Fucheng'),
    state: null,
    approvedLevel: null,
    mayApprove: false,
    maySubmit: true,
    amounts: null,
    explanation: null,
    invented: false,
  };
  expect(templateCsv(form, [row], 'zh')).toBe(
    '\uFEFF地区代码,地区名称,"甲,乙",说明\r\n510703000000,涪城区,,\r\n',
  );
});

describe('a trend', () => {
  it('leaves out years of which nothing is known and keeps their place', () => {
    const points = placePoints([
      { year: 2011, value: 1 },
      { year: 2012, value: null },
      { year: 2013, value: 3 },
    ]);
    expect(points).toHaveLength(2);
    expect(points[0]?.x).toBe(4);
    expect(points[1]?.x).toBe(92);
    expect((points[0]?.y ?? 0) > (points[1]?.y ?? 0)).toBe(true);
  });
});

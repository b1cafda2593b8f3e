import { describe, expect, it } from 'vitest';
import { text } from '../../language/index.ts';
import { wordingIn } from '../messages.ts';
import type { CheckupItem, Station } from './answers.ts';
import { faultsOf, givenOf } from './check-answers.ts';
import { itemsFor, resultsIn } from './result-values.ts';
import { isOpenOn, stationOptions } from './stations.ts';

const label = text('项', 'part');
const item = (key: string, of: 'both' | 'woman', parts: CheckupItem['parts']): CheckupItem => ({
  key,
  label,
  of,
  confirmLocally: false,
  parts,
});
const items = [
  item('blood', 'both', [
    { key: 'haemoglobin', label, kind: 'number', unit: 'g/L', range: 'laboratory', values: [] },
    { key: 'hbsag', label, kind: 'choice', unit: null, range: null, values: [] },
  ]),
  item('education', 'both', [{ key: 'educated', label, kind: 'done', unit: null, range: null, values: [] }]),
  item('ultrasound', 'woman', []),
];
const typed = (value: string, low = '', high = '') => ({ value, low, high });

describe('results as they are typed', () => {
  it('are sent with unit and range; what is empty is not sent', () => {
    const given = { haemoglobin: typed(' 98,5 ', '110', '160'), hbsag: typed('') };
    expect(resultsIn(items, given)).toEqual([
      { part: 'haemoglobin', value: 98.5, unit: 'g/L', low: 110, high: 160 },
    ]);
  });

  it('go to the server as they are where they cannot be read', () => {
    expect(resultsIn(items, { haemoglobin: typed('高', 'x', '') })).toEqual([
      { part: 'haemoglobin', value: '高', unit: 'g/L', low: undefined, high: undefined },
    ]);
  });

  it('are done or not, or one of the choices', () => {
    expect(resultsIn(items, { educated: typed('no'), hbsag: typed('negative') })).toEqual([
      { part: 'hbsag', value: 'negative' },
      { part: 'educated', value: false },
    ]);
  });

  it('of a man have no items of the woman', () => {
    expect(itemsFor(items, 'man').map(({ key }) => key)).toEqual(['blood', 'education']);
    expect(itemsFor(items, 'woman')).toHaveLength(items.length);
  });
});

describe('answers before they are sent', () => {
  const asked = [
    { key: 'day', label: '', kind: 'date' },
    { key: 'n', label: '', kind: 'whole' },
    { key: 'name', label: '', kind: 'text', shortest: 2 },
    { key: 'note', label: '', kind: 'long', optional: true },
  ] as const;

  it('are all there, in a form that can be read', () => {
    const wording = wordingIn('zh');
    expect(Object.keys(faultsOf(asked, {}, wording))).toEqual(['day', 'n', 'name']);
    const wrong = { day: '2024-02-31', n: '-1', name: ' 站 ' };
    expect(Object.keys(faultsOf(asked, wrong, wording))).toEqual(['day', 'n', 'name']);
    expect(faultsOf(asked, { day: '2024年3月1日', n: '0', name: '站点' }, wording)).toEqual({});
  });

  it('are trimmed, and left out where they are empty', () => {
    expect(givenOf({ a: ' x ', b: '  ' })).toEqual({ a: 'x' });
  });
});

describe('stations', () => {
  const station = (name: string, area: string): Station => ({
    stationId: name,
    version: 1,
    name,
    level: 'township',
    levelLabel: label,
    area,
    address: '',
    phone: '',
    hours: '',
    offers: [],
    capacity: 1,
    openedOn: '2020-01-01',
    closedOn: '2026-01-01',
    modelOf: null,
  });

  it('of the own area come first', () => {
    const stations = [station('far', '510704001000'), station('near', '510703001000')];
    const options = stationOptions(stations, { area: '510703000000' });
    expect(options.map(({ words }) => words)).toEqual(['near', 'far']);
  });

  it('are open from the first day to the last', () => {
    const open = ['2019-12-31', '2020-01-01', '2026-01-01', '2026-01-02'].map((day) =>
      isOpenOn(station('one', '510703001000'), day),
    );
    expect(open).toEqual([false, true, true, false]);
  });
});

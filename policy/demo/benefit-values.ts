import { calendarDate, type EnteredValue, place, text } from '../../src/language/index.ts';

const made = {
  title: text('演示用虚构数', 'invented for the demonstration'),
  clause: text('没有来源，只用于虚构城市', 'no source; for the made-up city alone'),
};

const city = place('5107', text('绵阳市', 'Mianyang'));

const invented = (programme: string, parameter: string, value: number): EnteredValue => ({
  programme,
  parameter,
  value,
  place: city,
  from: calendarDate('2002-09-01'),
  to: null,
  publishedOn: calendarDate('2001-12-29'),
  source: made,
  confirmedThrough: null,
  invented: true,
});

const NOTICE_DAYS = 7;
const notice = (programme: string) =>
  (['village', 'township', 'county'] as const).map((level) =>
    invented(programme, `${level}-notice`, NOTICE_DAYS),
  );

/**
 * What no source gives, for the demonstration. Refused in the database of a real city, whose officers enter their own
 * values with document and date.
 */
export const demoBenefitValues: readonly EnteredValue[] = [
  invented('only-child-reward', 'monthly', 500),
  invented('only-child-reward', 'until-age', 18),
  ...notice('only-child-reward'),
  ...notice('rural-reward'),
  invented('family-insurance', 'premium', 3000),
  invented('family-insurance', 'cover', 3_600_000),
  invented('family-insurance', 'child-age', 16),
];

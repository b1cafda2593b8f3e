import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { apportion } from './random.ts';

const read = (name: string) => {
  const [header = '', ...lines] = readFileSync(new URL(`./margins/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const columns = header.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, index) => [columns[index] ?? '', cell])),
  );
};

const countySchema = z.object({
  code: z.string(),
  pop_2020: z.coerce.number(),
  male_est: z.coerce.number(),
  share_ethnic_minority: z.coerce.number(),
  share_reg_other_town_in_county: z.coerce.number(),
  share_reg_other_county_in_province: z.coerce.number(),
  share_reg_other_province: z.coerce.number(),
});
const ageSchema = z.object({ code: z.string(), age: z.string(), count_est: z.coerce.number() });

export interface AgeGroup {
  readonly name: string;
  /** First age and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** The census of 2020-11-01 for one county, scaled: whole numbers that add up. */
export interface CountyMargin {
  readonly code: string;
  /** Residents. */
  readonly total: number;
  /** By age group: males and females. */
  readonly males: readonly number[];
  readonly females: readonly number[];
  readonly minorityShare: number;
  readonly otherTownShare: number;
  readonly otherCountyShare: number;
  readonly otherProvinceShare: number;
}

const OLDEST = 101;

function parseGroup(name: string): AgeGroup {
  const [from = '0', to] = name.replace('+', '').split('-');
  const last = name.endsWith('+') ? OLDEST : Number(to ?? from) + 1;
  return { name, from: Number(from), to: last };
}

/** Share of males by age: more boys are born, fewer men grow old. Shifted per county so that its total is met. */
const maleShare = ({ from }: AgeGroup) =>
  from < 15 ? 0.522 : from < 60 ? 0.508 : from < 75 ? 0.5 : from < 85 ? 0.47 : 0.4;

/** Males by group: near the pattern, never more than the group holds, adding up to `total`. */
function splitMales(
  groups: readonly AgeGroup[],
  counts: readonly number[],
  total: number,
): readonly number[] {
  const people = counts.reduce((a, b) => a + b, 0);
  const pattern = groups.map((group, index) => maleShare(group) * (counts[index] ?? 0));
  const shift = people === 0 ? 0 : (total - pattern.reduce((a, b) => a + b, 0)) / people;
  const wanted = counts.map((count, index) =>
    Math.min(count, Math.max(0, (pattern[index] ?? 0) + shift * count)),
  );
  return apportion(total, wanted).map((males, index) => Math.min(males, counts[index] ?? 0));
}

export const ageGroups: readonly AgeGroup[] = [
  ...new Set(read('census-2020-age-by-county.csv').map((row) => ageSchema.parse(row).age)),
].map(parseGroup);

/** The margins of all counties at `scale`, in code order. */
export function censusMargins(scale: number): readonly CountyMargin[] {
  const counties = read('census-2020-by-county.csv').map((row) => countySchema.parse(row));
  const ages = read('census-2020-age-by-county.csv').map((row) => ageSchema.parse(row));
  const city = counties.reduce((sum, county) => sum + county.pop_2020, 0);
  const totals = apportion(
    Math.round(city * scale),
    counties.map((county) => county.pop_2020),
  );
  return counties.map((county, index) => {
    const total = totals[index] ?? 0;
    const counts = apportion(
      total,
      ages.filter((row) => row.code === county.code).map((row) => row.count_est),
    );
    const males = splitMales(ageGroups, counts, Math.round((total * county.male_est) / county.pop_2020));
    return {
      code: county.code.padEnd(12, '0'),
      total,
      males,
      females: counts.map((count, group) => count - (males[group] ?? 0)),
      minorityShare: county.share_ethnic_minority,
      otherTownShare: county.share_reg_other_town_in_county,
      otherCountyShare: county.share_reg_other_county_in_province,
      otherProvinceShare: county.share_reg_other_province,
    };
  });
}

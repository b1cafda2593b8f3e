import { z } from 'zod';
import { type ReadyRules, textPair } from '../language/index.ts';

/** A number that a decision was made with, and where it stands. */
export const usedValue = z.object({
  parameter: z.string(),
  label: textPair,
  unit: z.string(),
  value: z.number(),
  place: z.string(),
  placeName: textPair,
  from: z.string(),
  to: z.string().nullable(),
  publishedOn: z.string(),
  title: textPair,
  clause: textPair,
  confirmedThrough: z.string().nullable(),
  /** Nobody has checked for this day that it still holds. */
  stale: z.boolean(),
  invented: z.boolean(),
});

type UsedValue = z.input<typeof usedValue>;

/** The values in force, each with every source that it is made of. */
export const usedValuesOf = ({ rules }: ReadyRules): UsedValue[] =>
  rules.programme.parameters.flatMap(({ key, label, unit }) => {
    const resolved = rules.values[key];
    return (resolved?.from ?? []).map((one) => ({
      parameter: key,
      label,
      unit,
      value: one.value,
      place: one.place.digits,
      placeName: one.place.name,
      from: one.from,
      to: one.to,
      publishedOn: one.publishedOn,
      title: one.source.title,
      clause: one.source.clause,
      confirmedThrough: one.confirmedThrough,
      stale: one.confirmedThrough !== null && rules.moment.day > one.confirmedThrough,
      invented: one.invented ?? false,
    }));
  });

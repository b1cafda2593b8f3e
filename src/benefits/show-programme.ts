import { z } from 'zod';
import {
  benefitPersons,
  type Condition,
  columnsOf,
  type DatedValue,
  decidingParameters,
  describe,
  type EnteredValue,
  type LegalBasis,
  type Moment,
  noticeRules,
  type Programme,
  type ReadyRules,
  readyRules,
  startRules,
  stopRules,
  textPair,
  withEntered,
} from '../language/index.ts';
import { usedValue, usedValuesOf } from './used-values.ts';

const basis = z.object({ title: textPair, clause: textPair });

const listedCondition = z.object({
  id: z.string(),
  kind: z.enum(['computed', 'declared']),
  text: textPair,
  /** The expression in words; null for what is declared. */
  words: textPair.nullable(),
  declaration: textPair.nullable(),
  place: z.string(),
  placeName: textPair,
  from: z.string(),
  to: z.string().nullable(),
  source: basis,
  /** What a form must ask to tell it: columns of benefits/list-facts. */
  asks: z.array(z.object({ column: z.string(), label: textPair })),
});

const listedValue = z.object({
  value: z.number(),
  place: z.string(),
  placeName: textPair,
  from: z.string(),
  to: z.string().nullable(),
  publishedOn: z.string(),
  source: basis,
  confirmedThrough: z.string().nullable(),
  invented: z.boolean(),
});

export const listedProgramme = z.object({
  key: z.string(),
  version: z.number(),
  title: textPair,
  summary: textPair,
  subject: z.enum(['parent', 'child', 'adult']),
  from: z.string(),
  to: z.string().nullable(),
  publishedOn: z.string(),
  service: z.string().nullable(),
  inForce: z.boolean(),
  /** How it is heard of in the village: not at all, or by a masked name. */
  notice: z.enum(noticeRules),
  /** Money in fen by month or year, from when and until when and in which quarter; or what is given in kind. */
  award: z.union([
    z.object({
      kind: z.literal('money'),
      per: z.enum(['month', 'year']),
      variants: z.array(z.string()),
      start: z.enum(startRules),
      stop: z.enum(stopRules),
      /** Null: in each quarter. */
      paidInQuarter: z.int().nullable(),
    }),
    z.object({ kind: z.literal('in-kind'), what: textPair }),
  ]),
  values: z.array(usedValue),
});

export const readProgrammeOutput = listedProgramme.extend({
  at: z.string(),
  knownAt: z.string(),
  area: z.string(),
  sources: z.array(basis),
  /** Whether each entitlement is checked again every year. */
  yearlyCheck: z.boolean(),
  conditions: z.array(listedCondition),
  /** Parameters with every value that is known, of all places and times. */
  parameters: z.array(
    z.object({
      key: z.string(),
      label: textPair,
      unit: z.string(),
      combine: z.string(),
      /** Whether who is entitled, or to how much, hangs on it. */
      decides: z.boolean(),
      values: z.array(listedValue),
    }),
  ),
  /** Parameters of which nothing is said for the day and place. */
  missing: z.array(z.object({ parameter: z.string(), label: textPair })),
  exclusiveWith: z.array(z.string()),
  openQuestions: z.array(textPair),
});

const basisOf = ({ title, clause }: LegalBasis) => ({ title, clause });

function awardOf({ award }: Programme): z.input<typeof listedProgramme>['award'] {
  if (award.kind === 'in-kind') return { kind: 'in-kind', what: award.what };
  const { per, start, stop, paidInQuarter } = award;
  return { kind: 'money', per, variants: Object.keys(award.rates), start, stop, paidInQuarter };
}

const facesOf = (programme: Programme, ready: ReadyRules | null): z.input<typeof listedProgramme> => ({
  key: programme.key,
  version: programme.version,
  title: programme.title,
  summary: programme.summary,
  subject: programme.subject,
  from: programme.from,
  to: programme.to,
  publishedOn: programme.publishedOn,
  service: programme.service,
  inForce: ready !== null,
  notice: programme.notice,
  award: awardOf(programme),
  values: ready ? usedValuesOf(ready) : [],
});

/** A programme in a list, with the values of the moment. */
export const listProgramme = (programme: Programme, moment: Moment, entered: readonly EnteredValue[]) =>
  facesOf(programme, readyRules(programme, moment, entered));

const columns: Readonly<Record<string, { readonly label: z.input<typeof textPair> }>> =
  benefitPersons.columns;

const conditionOf = (one: Condition): z.input<typeof listedCondition> => ({
  id: one.id,
  kind: one.kind,
  text: one.text,
  words: one.kind === 'computed' ? describe(one.holds, benefitPersons) : null,
  declaration: one.kind === 'declared' ? one.declaration : null,
  place: one.place.digits,
  placeName: one.place.name,
  from: one.from,
  to: one.to,
  source: basisOf(one.source),
  asks:
    one.kind === 'computed'
      ? [...columnsOf(one.holds)].flatMap((column) => {
          const label = columns[column]?.label;
          return label ? [{ column, label }] : [];
        })
      : [],
});

const valueOf = (one: DatedValue): z.input<typeof listedValue> => ({
  value: one.value,
  place: one.place.digits,
  placeName: one.place.name,
  from: one.from,
  to: one.to,
  publishedOn: one.publishedOn,
  source: basisOf(one.source),
  confirmedThrough: one.confirmedThrough,
  invented: one.invented ?? false,
});

/** The whole of a programme, as its page shows it: the conditions of the moment, every value of every time. */
export function showProgramme(
  programme: Programme,
  moment: Moment,
  entered: readonly EnteredValue[],
): z.input<typeof readProgrammeOutput> {
  const ready = readyRules(programme, moment, entered);
  const deciding = ready ? decidingParameters(ready.rules) : new Set<string>();
  return {
    ...facesOf(programme, ready),
    at: moment.day,
    knownAt: moment.knownAt,
    area: moment.area,
    sources: programme.sources.map(basisOf),
    yearlyCheck: programme.yearlyCheck,
    conditions: (ready?.rules.conditions ?? []).map(conditionOf),
    parameters: withEntered(programme, entered).map(({ key, label, unit, combine, values }) => ({
      key,
      label,
      unit,
      combine,
      decides: deciding.has(key),
      values: values.map(valueOf),
    })),
    missing: (ready?.rules.missing ?? []).map(({ key, label }) => ({ parameter: key, label })),
    exclusiveWith: [...programme.exclusiveWith],
    openQuestions: [...programme.openQuestions],
  };
}

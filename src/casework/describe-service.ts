import { z } from 'zod';
import { compartments, describedField, describeField, type Service, textPair } from '../language/index.ts';

const timeLimit = z.object({
  days: z.number().int(),
  count: z.enum(['working', 'calendar']),
  lastDay: z.enum(['stays', 'moves-to-working-day']).optional(),
});

const describedQuestion = describedField.extend({
  why: textPair,
  when: z.object({ question: z.string(), is: z.array(z.string()) }).nullable(),
});
export type DescribedQuestion = z.output<typeof describedQuestion>;

/** A service without the code in its declaration: what guide, forms and printed form are made from. */
export const describedService = z.object({
  key: z.string(),
  version: z.number().int(),
  group: z.string(),
  title: textPair,
  summary: textPair,
  validFrom: z.string(),
  validTo: z.string().nullable(),
  compartment: z.enum(compartments),
  filedBy: z.enum(['citizen', 'officer']),
  who: textPair,
  conditions: z.array(textPair),
  anonymous: z.boolean(),
  /** The form goes no further unless its first question is answered so. */
  consent: z.object({ question: z.string(), given: z.string(), refused: textPair }).nullable(),
  legalBasis: z.array(z.object({ title: textPair, clause: textPair })),
  materials: z.array(
    z.object({
      name: textPair,
      form: z.enum(['original', 'copy', 'electronic']),
      copies: z.number().int(),
      needed: z.enum(['always', 'if-any']),
      from: z.enum(['applicant', 'government']),
      declaration: textPair.nullable(),
    }),
  ),
  questions: z.array(describedQuestion),
  steps: z.array(z.object({ key: z.string(), label: textPair, says: textPair, queue: z.string() })),
  outcomes: z.array(
    z.object({ key: z.string(), label: textPair, says: textPair, granted: z.boolean().nullable() }),
  ),
  limits: z.object({
    firstReply: timeLimit.nullable(),
    closing: timeLimit,
    /** Whether a rule states it, or the office alone promises it. */
    closingFrom: z.enum(['rule', 'promise']),
    extension: timeLimit.nullable(),
    basis: textPair,
  }),
  promised: timeLimit.nullable(),
  channels: z.array(z.string()),
  fee: textPair,
  place: textPair,
  hours: textPair,
  phone: textPair,
  complaints: textPair,
  result: textPair,
  prepare: textPair,
  certificate: z.object({ title: textPair, states: textPair, validFor: textPair }).nullable(),
  bundles: z.array(z.string()),
  rated: z.boolean(),
});
export type DescribedService = z.output<typeof describedService>;

const entries = <T, U>(record: Readonly<Record<string, T>>, describe: (key: string, one: T) => U): U[] =>
  Object.entries(record).map(([key, one]) => describe(key, one));

export function describeService(service: Service): z.input<typeof describedService> {
  const { workflow, questions, certificate, limits, ...rest } = service;
  return {
    ...rest,
    conditions: [...rest.conditions],
    legalBasis: [...rest.legalBasis],
    materials: [...rest.materials],
    channels: [...rest.channels],
    bundles: [...rest.bundles],
    limits: { ...limits, closingFrom: limits.closingFrom ?? 'rule' },
    consent: rest.consent ?? null,
    questions: questions.map(({ key, field, why, when }) => ({
      ...describeField(key, field),
      why,
      when: when && { question: when.question, is: [...when.is] },
    })),
    steps: entries(workflow.steps, (key, { label, says, queue }) => ({ key, label, says, queue })),
    outcomes: entries(workflow.outcomes, (key, { label, says, granted }) => ({ key, label, says, granted })),
    certificate: certificate && {
      title: certificate.title,
      states: certificate.states,
      validFor: certificate.validFor,
    },
  };
}

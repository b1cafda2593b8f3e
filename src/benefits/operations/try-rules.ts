import { z } from 'zod';
import { country, type EnteredValue, type Parameter, type Programme, text } from '../../language/index.ts';
import { DomainError, defineOperation } from '../../platform/index.ts';
import type { BenefitsDependencies } from '../dependencies.ts';
import { findProgramme } from '../rules.ts';
import { assessAll, assessed, assessInput, prepare } from './assess-people.ts';

const input = assessInput.extend({
  programme: z.string(),
  changes: z
    .array(z.object({ parameter: z.string(), value: z.int().min(0).max(2_000_000_000) }))
    .min(1)
    .max(10)
    .describe('values that are tried in place of those in force'),
});

const output = z.object({
  at: z.string(),
  knownAt: z.string(),
  area: z.string(),
  programme: z.string(),
  /** It changes nothing: nobody is assessed, told or paid by it. */
  trial: z.literal(true),
  note: z.object({ zh: z.string(), en: z.string() }),
  changes: z.array(z.object({ parameter: z.string(), value: z.number() })),
  inForce: assessed,
  tried: assessed,
  difference: z.object({
    eligible: z.number(),
    eligibleIfDeclared: z.number(),
    notEligible: z.number(),
    unknown: z.number(),
    amountFen: z.number(),
  }),
});
export type Trial = z.output<typeof output>;

const NOTE = text(
  '试算：不是现行规定，不作为任何决定的依据。',
  'A trial: these rules are not in force, and nothing is decided by them.',
);

const noParameter = (key: string) =>
  new DomainError({
    code: 'invalid_input',
    message: text(`没有参数 ${key}。`, `There is no parameter ${key}.`),
    remedy: text('请在项目页面查看参数。', 'See the parameters on the page of the programme.'),
    field: 'changes',
  });

/** It stands alone, everywhere and for as long as there is the programme. */
const triedValue = (value: number, { from, publishedOn }: Programme) => ({
  value,
  place: country,
  from,
  to: null,
  publishedOn,
  source: { title: text('试算', 'trial'), clause: NOTE },
  confirmedThrough: null,
});

function withTried(programme: Programme, changes: z.output<typeof input>['changes']): Programme {
  for (const { parameter } of changes)
    if (!programme.parameters.some(({ key }) => key === parameter)) throw noParameter(parameter);
  const parameters = programme.parameters.map((one): Parameter => {
    const change = changes.find(({ parameter }) => parameter === one.key);
    if (!change) return one;
    return { ...one, values: [triedValue(change.value, programme)] };
  });
  return { ...programme, parameters };
}

const untried = (entered: readonly EnteredValue[], { programme, changes }: z.output<typeof input>) =>
  entered.filter(
    (one) => one.programme !== programme || !changes.some(({ parameter }) => parameter === one.parameter),
  );

/** What a changed threshold or amount would bring, beside the rules in force. */
export const tryRules = (dependencies: BenefitsDependencies) =>
  defineOperation({
    name: 'benefits/try-rules',
    kind: 'query',
    summary: text('试算调整标准的影响', 'Try what changed values would bring'),
    permission: 'benefits:read',
    input,
    output,
    handle: async (context, asked) => {
      const { moment, source, entered } = await prepare(context, dependencies, asked);
      const programme = findProgramme(dependencies, asked.programme);
      const tried = withTried(programme, asked.changes);
      const run = async (one: Programme, values: readonly EnteredValue[]) => {
        const { programmes } = await assessAll([one], { source, moment, entered: values }, true);
        const found = programmes[one.key];
        if (!found) throw new Error(`${one.key} was not assessed`);
        return found;
      };
      const [before, after] = [await run(programme, entered), await run(tried, untried(entered, asked))];
      const gap = (key: keyof z.output<typeof output>['difference']) => after[key] - before[key];
      return {
        at: moment.day,
        knownAt: moment.knownAt,
        area: moment.area,
        programme: programme.key,
        trial: true as const,
        note: NOTE,
        changes: asked.changes,
        inForce: before,
        tried: after,
        difference: {
          eligible: gap('eligible'),
          eligibleIfDeclared: gap('eligibleIfDeclared'),
          notEligible: gap('notEligible'),
          unknown: gap('unknown'),
          amountFen: gap('amountFen'),
        },
      };
    },
  });

import { z } from 'zod';
import {
  areaInput,
  dateInput,
  type EnteredValue,
  type Moment,
  type Programme,
  text,
} from '../../language/index.ts';
import { defineOperation, type FactSource, type TransactionContext } from '../../platform/index.ts';
import { assessArea, type RegionalRules, regionalRules } from '../assess-city.ts';
import type { BenefitsDependencies } from '../dependencies.ts';
import { newestSnapshot } from '../newest-snapshot.ts';
import { areaOf, enteredValues, findProgramme, momentOf, notInForce, requireValues } from '../rules.ts';
import { usedValue, usedValuesOf } from '../used-values.ts';

export const assessInput = z.object({
  at: dateInput.optional().describe('the day on which people are assessed; default today'),
  knownAt: dateInput.optional().describe('as the rules were known on that day; default today'),
  programme: z.string().optional(),
  area: areaInput.optional(),
});

const reach = {
  eligible: z.number(),
  eligibleIfDeclared: z.number(),
  notEligible: z.number(),
  unknown: z.number(),
  /** What all who are eligible are due in the year of the day. */
  amountFen: z.number(),
};

export const assessed = z.object({
  ...reach,
  byFailingCondition: z.record(z.string(), z.number()),
  byUnknownCondition: z.record(z.string(), z.number()),
  byArea: z.array(z.object({ area: z.string(), ...reach })).readonly(),
  values: z.array(usedValue),
});

const missingValue = z.object({ parameter: z.string(), day: z.string() });

export const assessOutput = z.object({
  at: z.string(),
  knownAt: z.string(),
  area: z.string(),
  snapshot: z.object({ id: z.string(), at: z.string() }),
  programmes: z.record(z.string(), assessed),
  /** Programmes that cannot be assessed until somebody enters what is missing. */
  withoutValues: z.record(z.string(), z.array(missingValue)),
  /** Programmes that there were not on the day, as known. */
  notInForce: z.array(z.string()),
});

export interface Assessing {
  readonly source: FactSource;
  readonly moment: Moment;
  readonly entered: readonly EnteredValue[];
}

type Answer = z.input<typeof assessOutput>;

const missingOf = (regional: readonly RegionalRules[], key: string) =>
  regional
    .flatMap(({ ready }) => ready.filter(({ rules }) => rules.programme.key === key))
    .flatMap(({ missing }) => missing.map(({ parameter, day }) => ({ parameter: parameter.key, day })));

/** All programmes together. One that is asked for by name is refused where it cannot be assessed. */
export async function assessAll(
  programmes: readonly Programme[],
  { source, moment, entered }: Assessing,
  isNamed: boolean,
): Promise<Pick<Answer, 'programmes' | 'withoutValues' | 'notInForce'>> {
  const regional = regionalRules(programmes, moment, entered);
  const readyOf = ({ key }: Programme) =>
    regional.flatMap(({ ready }) => ready.filter(({ rules }) => rules.programme.key === key));
  const notThere = programmes.filter((one) => readyOf(one).length === 0);
  const [absent] = notThere;
  if (isNamed && absent) throw notInForce(absent, moment);
  if (isNamed) for (const one of programmes.flatMap(readyOf)) requireValues(one);
  const lacking = programmes.filter(({ key }) => missingOf(regional, key).length > 0).map(({ key }) => key);
  const complete = regional.map(({ region, ready }) => ({
    region,
    ready: ready.filter(({ rules }) => !lacking.includes(rules.programme.key)),
  }));
  const found = await assessArea(source, moment.area, complete);
  return {
    programmes: Object.fromEntries(
      programmes.flatMap((one) => {
        const counts = found.get(one.key);
        return counts ? [[one.key, { ...counts, values: readyOf(one).flatMap(usedValuesOf) }]] : [];
      }),
    ),
    withoutValues: Object.fromEntries(lacking.map((key) => [key, missingOf(regional, key)])),
    notInForce: notThere.map(({ key }) => key),
  };
}

/** The question with everything that it is answered from. */
export async function prepare(
  context: TransactionContext,
  dependencies: BenefitsDependencies,
  asked: z.output<typeof assessInput>,
) {
  const area = areaOf(context, asked.area);
  const moment = { ...momentOf(asked, dependencies.today()), area };
  const { snapshot, source } = await newestSnapshot(context, dependencies);
  const entered = await enteredValues(context, dependencies);
  const programmes =
    asked.programme === undefined ? dependencies.programmes : [findProgramme(dependencies, asked.programme)];
  return { moment, snapshot, source, entered, programmes };
}

/** Everybody of an area at once: who is eligible, who would be if it is declared, who is not and why, who cannot be told. */
export const assessPeople = (dependencies: BenefitsDependencies) =>
  defineOperation({
    name: 'benefits/assess-people',
    kind: 'query',
    summary: text('对全体人员评估待遇资格', 'Assess everybody under the programmes'),
    permission: 'benefits:read',
    input: assessInput,
    output: assessOutput,
    handle: async (context, asked) => {
      const { moment, snapshot, programmes, ...from } = await prepare(context, dependencies, asked);
      return {
        at: moment.day,
        knownAt: moment.knownAt,
        area: moment.area,
        snapshot: { id: snapshot.id, at: snapshot.at },
        ...(await assessAll(programmes, { moment, ...from }, asked.programme !== undefined)),
      };
    },
  });

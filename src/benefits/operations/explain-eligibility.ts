import { z } from 'zod';
import {
  type AreaCode,
  areaInput,
  type CalendarDate,
  dateInput,
  parseAreaCode,
  text,
  type Values,
} from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { cityWide } from '../city-wide.ts';
import type { BenefitsDependencies } from '../dependencies.ts';
import { factsOfPerson } from '../live-facts.ts';
import { factsInput, readFacts } from '../read-facts.ts';
import { enteredValues, findProgramme, momentOf, rulesFor } from '../rules.ts';
import { showDecision, shownDecision } from '../show-decision.ts';

const input = z
  .object({
    personId: z.uuid().optional(),
    facts: factsInput.optional().describe('of somebody who need not exist; see benefits/list-facts'),
    programme: z.string(),
    at: dateInput.optional(),
    knownAt: dateInput.optional(),
    area: areaInput.optional().describe('whose rules; default the village of the person'),
    declared: z.array(z.string()).default([]).describe('ids of conditions that are declared'),
  })
  .refine((asked) => (asked.personId === undefined) !== (asked.facts === undefined), {
    message: 'either personId or facts',
  });

const output = shownDecision.extend({
  programme: z.string(),
  personId: z.uuid().nullable(),
  at: z.string(),
  knownAt: z.string(),
  area: z.string(),
});

const unknownPerson = () =>
  failure(
    'not_found',
    text('您的管辖范围内没有此人。', 'There is no such person in your area.'),
    text('请核对编号。', 'Check the id.'),
  );

/** The facts of a person whom the actor may see, with all who stand on the same row wherever they are. */
export async function factsSeen(
  context: TransactionContext,
  dependencies: BenefitsDependencies,
  personId: string,
): Promise<Values> {
  if (!(await dependencies.seesPerson(context, personId))) throw unknownPerson();
  const facts = await cityWide(context, dependencies, () =>
    factsOfPerson(context, personId, dependencies.today()),
  );
  if (!facts) throw unknownPerson();
  return facts;
}

const villageOf = (facts: Values): AreaCode | null => parseAreaCode(String(facts['village'] ?? ''));

/** One person under one programme: what was decided on, condition by condition, with the clause and the day. */
export const explainEligibility = (dependencies: BenefitsDependencies) =>
  defineOperation({
    name: 'benefits/explain-eligibility',
    kind: 'query',
    summary: text('说明一人的待遇资格', 'Explain whether somebody is eligible'),
    permission: 'benefits:read',
    auditReads: true,
    input,
    output,
    handle: async (context, asked) => {
      const { personId, programme: key, declared } = asked;
      const facts =
        personId === undefined
          ? readFacts(asked.facts ?? {})
          : await factsSeen(context, dependencies, personId);
      const area = asked.area ?? villageOf(facts) ?? context.actor.area;
      const moment = { ...momentOf(asked, dependencies.today()), area };
      const programme = findProgramme(dependencies, key);
      const ready = rulesFor(programme, moment, await enteredValues(context, dependencies));
      return {
        programme: key,
        personId: personId ?? null,
        at: moment.day satisfies CalendarDate,
        knownAt: moment.knownAt,
        area,
        ...showDecision(ready, { facts, declared: new Set(declared) }),
      };
    },
  });

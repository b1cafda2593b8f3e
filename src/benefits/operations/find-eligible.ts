import { z } from 'zod';
import { areaInput, areaLevel, dateInput, eligibilities, text } from '../../language/index.ts';
import { defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import { withinRegion } from '../assess-city.ts';
import type { BenefitsDependencies } from '../dependencies.ts';
import { type EligiblePerson, eligiblePeople } from '../eligible-people.ts';
import type { PaymentTables } from '../payment-tables.ts';
import { regionsOf, rulesFor } from '../rules.ts';
import { prepare } from './assess-people.ts';

const found = z.object({
  personId: z.uuid(),
  name: z.string(),
  village: z.string(),
  outcome: z.enum(eligibilities),
  variant: z.string().nullable(),
  /** Draws it already, or has been told of it. */
  isKnown: z.boolean(),
});

const output = z.object({
  programme: z.string(),
  area: z.string(),
  at: z.string(),
  snapshot: z.object({ id: z.string(), at: z.string() }),
  people: z.array(found),
});

const tooWide = () =>
  failure(
    'invalid_input',
    text('名单按乡镇或者村列出。', 'Names are listed by township or village.'),
    text('请选择一个乡镇（街道）或者村（社区）。', 'Choose a township or a village.'),
  );

async function knownAmong({ tx }: TransactionContext, programme: string, people: readonly EligiblePerson[]) {
  if (people.length === 0) return new Set<string>();
  const rows = await tx
    .withTables<PaymentTables>()
    .selectFrom('benefits_entitlements')
    .select('person_id')
    .where('programme', '=', programme)
    .where('outcome', 'is', null)
    .where(
      'person_id',
      'in',
      people.map(({ person_id }) => person_id),
    )
    .execute();
  return new Set(rows.map(({ person_id }) => person_id));
}

/** The people of a township or village to whom a programme is open by the facts, so that they can be told. */
export const findEligible = (dependencies: BenefitsDependencies) =>
  defineOperation({
    name: 'benefits/find-eligible',
    kind: 'query',
    summary: text('查找可能符合条件的人', 'Find people who may be entitled'),
    permission: 'benefits:read',
    auditReads: true,
    input: z.object({ programme: z.string(), area: areaInput, at: dateInput.optional() }),
    output,
    handle: async (context, asked) => {
      if (!['township', 'village'].includes(areaLevel(asked.area))) throw tooWide();
      const { moment, snapshot, source, entered, programmes } = await prepare(context, dependencies, asked);
      const people: EligiblePerson[] = [];
      let outcome: (typeof eligibilities)[number] = 'eligible';
      for (const region of regionsOf(programmes, moment.area, entered)) {
        const [programme] = programmes;
        if (!programme) continue;
        const ready = rulesFor(programme, { ...moment, area: region.area }, entered);
        if (ready.rules.conditions.some(({ kind }) => kind === 'declared')) outcome = 'eligibleIfDeclared';
        const where = withinRegion(region);
        people.push(...(await eligiblePeople(context, { snapshot, source, ready, where })));
      }
      const known = await knownAmong(context, asked.programme, people);
      return {
        programme: asked.programme,
        area: moment.area,
        at: moment.day,
        snapshot: { id: snapshot.id, at: snapshot.at },
        people: people.map(({ person_id: personId, name, village, variant }) => ({
          personId,
          name,
          village,
          outcome,
          variant,
          isKnown: known.has(personId),
        })),
      };
    },
  });

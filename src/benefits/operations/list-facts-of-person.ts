import { z } from 'zod';
import { text, textPair } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { attestedKinds } from '../attested-facts.ts';
import { cityWide } from '../city-wide.ts';
import type { BenefitsDependencies } from '../dependencies.ts';
import { recordsOf } from '../records-of-person.ts';
import { type BenefitsTables, factKinds } from '../tables.ts';
import { factsSeen } from './explain-eligibility.ts';

const attested = z.object({
  factId: z.uuid(),
  kind: z.enum(factKinds),
  label: textPair,
  day: z.string(),
  dayLabel: textPair,
  until: z.string().nullable(),
  untilLabel: textPair.nullable(),
  sex: z.string().nullable(),
  adoptedOn: z.string().nullable(),
  grade: z.number().nullable(),
  gradedFrom: z.string().nullable(),
  gradedTo: z.string().nullable(),
  document: z.string(),
  invented: z.boolean(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  withdrawal: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
});

export const personFacts = z.object({
  personId: z.uuid(),
  /** What conditions are asked with: register and attested facts together. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  attested: z.array(attested),
});
export type PersonFacts = z.output<typeof personFacts>;

/** What is known of somebody for benefits, and who attested what of it. */
export const listFactsOfPerson = (dependencies: BenefitsDependencies) =>
  defineOperation({
    name: 'benefits/list-facts-of-person',
    kind: 'query',
    summary: text('查看一人的待遇事实', 'Read the facts of one person'),
    permission: 'benefits:read',
    auditReads: true,
    input: z.object({ personId: z.uuid() }),
    output: personFacts,
    handle: async (context, { personId }) => {
      const facts = await factsSeen(context, dependencies, personId);
      const rows = await cityWide(context, dependencies, async () =>
        context.tx
          .withTables<BenefitsTables>()
          .selectFrom('benefits_facts')
          .selectAll()
          .where('person_id', 'in', await recordsOf(context, personId))
          .orderBy('recorded_at')
          .orderBy('fact_id')
          .execute(),
      );
      return {
        personId,
        facts: { ...facts },
        attested: rows.map((row) => ({
          factId: row.fact_id,
          kind: row.kind,
          label: attestedKinds[row.kind].label,
          day: row.day,
          dayLabel: attestedKinds[row.kind].day,
          until: row.until,
          untilLabel: attestedKinds[row.kind].until,
          sex: row.sex,
          adoptedOn: row.adopted_on,
          grade: row.grade,
          gradedFrom: row.graded_from,
          gradedTo: row.graded_to,
          document: row.document,
          invented: row.invented,
          recordedAt: row.recorded_at.toISOString(),
          recordedBy: row.recorded_by,
          withdrawal:
            row.withdrawn_at === null
              ? null
              : {
                  at: row.withdrawn_at.toISOString(),
                  by: row.withdrawn_by ?? '',
                  reason: row.withdrawal_reason ?? '',
                },
        })),
      };
    },
  });

import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { HealthDependencies } from '../dependencies.ts';
import { openHealthCase } from '../health-case.ts';
import { consentsOf } from '../list-consents.ts';
import { subjects } from '../tables.ts';

const output = z.object({
  caseId: z.uuid(),
  consents: z.array(
    z.object({
      consentId: z.uuid(),
      subject: z.enum(subjects),
      givenBy: z.enum(['self', 'guardian']),
      giver: z.string(),
      way: z.enum(['signed', 'online']),
      version: z.number().int(),
      text: z.object({ zh: z.string(), en: z.string() }),
      givenOn: z.string(),
      recordedBy: z.string(),
      withdrawnAt: z.string().nullable(),
    }),
  ),
});
export type ConsentList = z.output<typeof output>;

/** Who consented to what in a case, and what was taken back. */
export const listConsents = (dependencies: HealthDependencies) =>
  defineOperation({
    name: 'health/list-consents',
    kind: 'query',
    summary: text('查看同意记录', 'List the consents of a case'),
    permission: 'health:read',
    auditReads: true,
    input: z.object({ caseId: z.uuid() }),
    output,
    handle: async (context, { caseId }) => {
      await openHealthCase(context, dependencies, { caseId, lock: false });
      return { caseId, consents: await consentsOf(context, dependencies, caseId) };
    },
  });

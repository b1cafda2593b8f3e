import { z } from 'zod';
import { type ServiceGroup, text, textPair } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import { serviceOfCase } from '../find-service.ts';
import { inCompartment } from '../in-compartment.ts';
import { labelOf } from '../open-case.ts';
import type { CaseworkTables } from '../tables.ts';

const output = z.object({
  cases: z.array(
    z.object({
      number: z.string(),
      title: textPair,
      state: textPair,
      open: z.boolean(),
      receivedOn: z.string(),
      closedOn: z.string().nullable(),
    }),
  ),
});
export type PersonCases = z.output<typeof output>;

/** What somebody asks, complains of or draws is nobody's business at the register, and neither is their health. */
const SHOWN: ReadonlySet<ServiceGroup> = new Set(['registration']);
const MOST = 50;

const notSeen = () =>
  failure(
    'not_found',
    text('您的管辖范围内没有这个人。', 'There is no such person in your area.'),
    text('请核对。', 'Check it.'),
  );

/** What somebody in the register has registered or applied for: title and state alone, never answers; nothing restricted. */
export const listPersonCases = (dependencies: CaseworkDependencies) =>
  defineOperation({
    name: 'casework/list-person-cases',
    kind: 'query',
    summary: text('列出某人办理的登记和申请', 'List what a person has registered or applied for'),
    permission: 'register:read',
    auditReads: true,
    input: z.object({ personId: z.uuid() }),
    output,
    handle: async (context, { personId }) => {
      if (!(await dependencies.seesPerson(context, personId))) throw notSeen();
      return inCompartment(context, { ...dependencies, compartment: 'casework' }, async () => {
        const rows = await context.tx
          .withTables<CaseworkTables>()
          .selectFrom('casework_cases')
          .selectAll()
          .where('person_id', '=', personId)
          .where('restricted', '=', false)
          .orderBy('received_on', 'desc')
          .limit(MOST)
          .execute();
        const cases = rows.flatMap((row) => {
          const service = serviceOfCase(dependencies, row);
          if (!SHOWN.has(service.group)) return [];
          return [
            {
              number: row.number,
              title: service.title,
              state: labelOf(service, row.step ?? row.outcome ?? '')?.label ?? service.title,
              open: row.queue !== null,
              receivedOn: row.received_on,
              closedOn: row.closed_on,
            },
          ];
        });
        return { cases };
      });
    },
  });

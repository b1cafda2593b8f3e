import { sql } from 'kysely';
import { z } from 'zod';
import { parsePhone, queues, text, textPair } from '../../language/index.ts';
import { defineOperation, type TransactionContext } from '../../platform/index.ts';
import { readCaseNumber } from '../case-number.ts';
import { caseHead, headOf } from '../case-row.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import { serviceOfCase } from '../find-service.ts';
import { labelOf } from '../open-case.ts';
import type { CaseworkTables } from '../tables.ts';
import { visibleTo } from '../visible.ts';

const PAGE = 50;

const input = z.object({
  queue: z.enum(queues).optional(),
  service: z.string().max(60).optional(),
  /** Mine alone, or what nobody has taken. */
  assignee: z.enum(['mine', 'nobody']).optional(),
  late: z.boolean().optional(),
  state: z.enum(['open', 'closed', 'all']).default('open'),
  /** Whoever is in distress comes first in either order. */
  sort: z.enum(['due', 'received']).default('due'),
  /** A number, or the name or phone number of an applicant. */
  query: z.string().trim().max(60).default(''),
  page: z.number().int().min(1).max(1000).default(1),
});
type Input = z.output<typeof input>;

const output = z.object({
  rows: z.array(z.object({ ...caseHead, state: textPair })),
  page: z.number().int(),
  total: z.number().int(),
  /** The civil date from which days are counted. */
  today: z.string(),
});
export type CaseList = z.output<typeof output>;

const MOST_OF_A_PHONE = 200;

/** The cases for which a phone number was left; null when what was typed is none. */
async function casesOfPhone(
  { tx }: TransactionContext,
  { vault }: Pick<CaseworkDependencies, 'vault'>,
  query: string,
): Promise<readonly string[] | null> {
  const phone = readCaseNumber(query) === null ? parsePhone(query) : null;
  if (phone === null) return null;
  const rows = await tx
    .withTables<CaseworkTables>()
    .selectFrom('casework_numbers')
    .select('case_id')
    .where('phone_digest', '=', vault.phoneDigest(phone))
    .limit(MOST_OF_A_PHONE)
    .execute();
  return rows.map((row) => row.case_id);
}

/** `only`: the cases among which is looked; null: all of them. */
function selectCases({ tx, actor }: TransactionContext, given: Input, only: readonly string[] | null) {
  const number = readCaseNumber(given.query);
  return tx
    .withTables<CaseworkTables>()
    .selectFrom('casework_cases')
    .where(visibleTo(actor))
    .$if(given.state !== 'all', (query) =>
      query.where('queue', given.state === 'open' ? 'is not' : 'is', null),
    )
    .$if(given.queue !== undefined, (query) => query.where('queue', '=', given.queue ?? null))
    .$if(given.service !== undefined, (query) => query.where('service', '=', given.service ?? ''))
    .$if(given.assignee === 'mine', (query) => query.where('assignee', '=', actor.name))
    .$if(given.assignee === 'nobody', (query) => query.where('assignee', 'is', null))
    .$if(given.late === true, (query) =>
      query.where((test) => test.or([test('reply_late', '=', true), test('close_late', '=', true)])),
    )
    .$if(only !== null, (query) => query.where(sql<boolean>`case_id = ANY(${only})`))
    .$if(given.query !== '' && only === null, (query) =>
      number === null ? query.where('applicant_name', '=', given.query) : query.where('number', '=', number),
    );
}

const orders = {
  open: { column: 'close_due', direction: 'asc' },
  closed: { column: 'closed_on', direction: 'desc' },
  all: { column: 'received_on', direction: 'desc' },
} as const;

/** Cases of the caller's area and compartment: whoever is in distress first, then what is late, then what is due first. */
export const listCases = (
  dependencies: Pick<CaseworkDependencies, 'services' | 'vault' | 'today' | 'calendar'>,
) =>
  defineOperation({
    name: 'casework/list-cases',
    kind: 'query',
    summary: text('列出事项', 'List cases'),
    permission: 'casework:read',
    input,
    output,
    handle: async (context, given) => {
      const only = await casesOfPhone(context, dependencies, given.query);
      const order = given.sort === 'received' ? orders.all : orders[given.state];
      const found = await selectCases(context, given, only)
        .selectAll()
        .orderBy('distress', 'desc')
        .$if(given.sort === 'due' && given.state !== 'all', (query) =>
          query.orderBy('close_late', 'desc').orderBy('reply_late', 'desc'),
        )
        .orderBy(order.column, order.direction)
        .orderBy('case_id')
        .limit(PAGE)
        .offset((given.page - 1) * PAGE)
        .execute();
      const { total } = await selectCases(context, given, only)
        .select((test) => test.fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow();
      const rows = found.map((row) => {
        const service = serviceOfCase(dependencies, row);
        const state = labelOf(service, row.step ?? row.outcome ?? '')?.label ?? service.title;
        return { ...headOf(row, service, dependencies), state };
      });
      return { rows, page: given.page, total, today: dependencies.today() };
    },
  });

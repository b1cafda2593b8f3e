import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { refusesDecision } from '../request-workflow.ts';
import type { RegisterTables } from '../tables.ts';

const MOST = 200;

const row = z.object({
  personId: z.uuid(),
  requestId: z.uuid(),
  kind: z.enum(['record', 'correct', 'withdraw', 'transfer', 'erase']),
  eventId: z.uuid().nullable(),
  formKey: z.string(),
  name: z.string(),
  reason: z.string(),
  state: z.enum(['requested', 'approved', 'refused']),
  requestedAt: z.iso.datetime(),
  requestedBy: z.string(),
  decidedAt: z.iso.datetime().nullable(),
  decidedBy: z.string().nullable(),
  decisionReason: z.string().nullable(),
  /** Whether the caller may decide on it: nobody decides on what they asked for themselves. */
  mayDecide: z.boolean(),
});

const output = z.object({ rows: z.array(row), more: z.boolean() });
export type RequestList = z.output<typeof output>;

/** What waits for a second person in the caller's area, oldest first; or what was decided, newest first. */
export const listRequests = defineOperation({
  name: 'register/list-requests',
  kind: 'query',
  summary: text('列出登记申请', 'List requests'),
  permission: 'register:read',
  input: z.object({
    state: z.enum(['requested', 'approved', 'refused']).default('requested'),
    personId: z.uuid().optional(),
  }),
  output,
  handle: async (context, { state, personId }) => {
    const found = await context.tx
      .withTables<RegisterTables>()
      .selectFrom('register_requests as r')
      .leftJoin('register_persons as p', 'p.person_id', 'r.person_id')
      .selectAll('r')
      .select('p.name')
      .where('r.state', '=', state)
      .$if(personId !== undefined, (query) => query.where('r.person_id', '=', personId ?? ''))
      .orderBy('r.requested_at', state === 'requested' ? 'asc' : 'desc')
      .limit(MOST + 1)
      .execute();
    const { actor } = context;
    const rows = found.slice(0, MOST).map((one) => ({
      personId: one.person_id,
      requestId: one.request_id,
      kind: one.kind,
      eventId: one.event_id,
      formKey: one.form_key,
      // Of a transfer the receiving side sees the name alone.
      name: one.subject_name ?? one.name ?? '',
      reason: one.reason,
      state: one.state,
      requestedAt: one.requested_at.toISOString(),
      requestedBy: one.requested_by,
      decidedAt: one.decided_at?.toISOString() ?? null,
      decidedBy: one.decided_by,
      decisionReason: one.decision_reason,
      mayDecide: refusesDecision(actor, one) === null,
    }));
    return { rows, more: found.length > MOST };
  },
});

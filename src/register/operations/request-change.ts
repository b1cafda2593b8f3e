import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, type TransactionContext } from '../../platform/index.ts';
import { requireRequestable } from '../apply-request.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { definitionOf } from '../event-form.ts';
import { keepRequest, tryOut } from '../keep-request.ts';
import { openFile } from '../person-file.ts';
import { requireStanding } from '../withdraw.ts';

const reason = z.string().trim().min(2).max(500).describe('why, in words that whoever decides can check');
const form = z.record(z.string(), z.unknown()).describe('the answers of the form, all of them');
const output = z.object({ personId: z.uuid(), requestId: z.uuid() });

async function formKeyOf(context: TransactionContext, personId: string, eventId: string): Promise<string> {
  const file = await openFile(context, personId);
  const record = requireStanding(file, eventId);
  return definitionOf(record, file)?.key ?? record.kind;
}

/** Asks that a record be corrected: the same form again, with other answers. Nothing changes until it is approved. */
export const requestCorrection = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/request-correction',
    kind: 'command',
    summary: text('申请更正一项登记', 'Ask for the correction of a record'),
    permission: 'register:write',
    input: z.object({ personId: z.uuid(), eventId: z.uuid(), form, reason }),
    output,
    handle: async (context, input) => {
      const { personId, eventId } = input;
      const asked = { kind: 'correct', personId, eventId, form: input.form } as const;
      const formKey = await formKeyOf(context, personId, eventId);
      await tryOut(context, dependencies, asked);
      return keepRequest(context, dependencies.vault, { personId, formKey, asked, reason: input.reason });
    },
  });

/** Asks that a record be taken back, with all that was recorded together with it. A wrong merger is undone so. */
export const requestWithdrawal = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/request-withdrawal',
    kind: 'command',
    summary: text('申请撤回一项登记', 'Ask that a record be withdrawn'),
    permission: 'register:write',
    input: z.object({ personId: z.uuid(), eventId: z.uuid(), reason }),
    output,
    handle: async (context, input) => {
      const { personId, eventId } = input;
      const asked = { kind: 'withdraw', personId, eventId } as const;
      const formKey = await formKeyOf(context, personId, eventId);
      await tryOut(context, dependencies, asked);
      return keepRequest(context, dependencies.vault, { personId, formKey, asked, reason: input.reason });
    },
  });

/** Asks for a record that needs a second person: that two records of one human become one. */
export const requestRecord = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/request-record',
    kind: 'command',
    summary: text('申请需要审核的登记', 'Ask for a record that needs a second person'),
    permission: 'register:write',
    input: z.object({
      formKey: z.string().max(50),
      form: form.and(z.object({ personId: z.uuid() })),
      reason,
    }),
    output,
    handle: async (context, input) => {
      const { formKey } = input;
      requireRequestable(formKey);
      const asked = { kind: 'record', formKey, form: input.form } as const;
      await tryOut(context, dependencies, asked);
      return keepRequest(context, dependencies.vault, {
        personId: input.form.personId,
        formKey,
        asked,
        reason: input.reason,
      });
    },
  });

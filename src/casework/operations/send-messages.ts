import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineProcess } from '../../platform/index.ts';
import type { CaseworkDependencies } from '../dependencies.ts';
import type { CaseworkTables } from '../tables.ts';

/** What takes messages to people: a short-message gateway, e-mail; by default a file. */
export interface MessageAdapter {
  readonly send: (message: {
    readonly to: string;
    readonly zh: string;
    readonly en: string;
  }) => Promise<void>;
}

const BATCH = 100;

/** Sends what waits, each message in a transaction of its own; one that fails waits for the next run. */
export const sendMessages = ({ vault }: Pick<CaseworkDependencies, 'vault'>, adapter: MessageAdapter) =>
  defineProcess({
    name: 'casework/send-messages',
    kind: 'process',
    summary: text('发送通知', 'Send messages'),
    permission: 'casework:operate',
    input: z.object({}),
    output: z.object({ sent: z.number().int(), failed: z.number().int() }),
    handle: async (context) => {
      const waiting = await context.transaction(({ tx }) =>
        tx
          .withTables<CaseworkTables>()
          .selectFrom('casework_messages')
          .selectAll()
          .where('sent_at', 'is', null)
          .where('recipient', 'is not', null)
          .orderBy('written_at')
          .limit(BATCH)
          .execute(),
      );
      let sent = 0;
      for (const message of waiting) {
        const { case_id: caseId, message_id: messageId, recipient } = message;
        if (recipient === null) continue;
        const to = vault.open(`message ${messageId}`, recipient);
        const isSent = await adapter.send({ to, zh: message.body_zh, en: message.body_en }).then(
          () => true,
          (error: unknown) => {
            context.log.error({ err: error, messageId }, 'message not sent');
            return false;
          },
        );
        if (!isSent) continue;
        await context.transaction(({ tx }) =>
          tx
            .withTables<CaseworkTables>()
            .updateTable('casework_messages')
            .set({ sent_at: context.now() })
            .where('case_id', '=', caseId)
            .where('message_id', '=', messageId)
            .execute(),
        );
        sent += 1;
      }
      return { sent, failed: waiting.length - sent };
    },
  });

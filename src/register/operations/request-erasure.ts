import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { erasable } from '../erase-contact.ts';
import { keepRequest, tryOut } from '../keep-request.ts';

/**
 * Asks, for the person, that a phone or an address be erased (Personal Information Protection Law, art. 47). What the
 * law on registration makes the register keep cannot be erased: it is corrected, or withdrawn when it was wrong.
 */
export const requestErasure = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/request-erasure',
    kind: 'command',
    summary: text('申请删除联系方式', 'Ask that a contact detail be erased'),
    permission: 'register:write',
    input: z.object({
      personId: z.uuid(),
      field: z.enum(erasable),
      reason: z.string().trim().min(2).max(500).describe('who asked, and how they proved who they are'),
    }),
    output: z.object({ personId: z.uuid(), requestId: z.uuid() }),
    handle: async (context, { personId, field, reason }) => {
      const asked = { kind: 'erase', personId, field } as const;
      await tryOut(context, dependencies, asked);
      return keepRequest(context, dependencies.vault, { personId, formKey: 'erasure', asked, reason });
    },
  });

import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { findFile, stateOf, unknownPerson } from '../person-file.ts';
import { sealedKeys } from '../vault.ts';

const nothingKnown = () =>
  failure(
    'not_found',
    text('这一项没有登记。', 'Nothing is recorded there.'),
    text('请先登记联系方式或身份证号。', 'Record it first.'),
  );

/** Shows one sealed value of one person in full. Needs a reason, which is logged with who asked and when. */
export const revealField = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/reveal-field',
    kind: 'command',
    keepsNoReceipt: true,
    summary: text('查看一项完整的敏感信息（须说明理由）', 'Show a sealed value in full, for a stated reason'),
    permission: 'register:reveal',
    auditDetail: ({ field, reason }) => ({ field, reason }),
    input: z.object({
      personId: z.uuid(),
      field: z.enum(sealedKeys),
      reason: z.string().trim().min(4).max(200).describe('what it is needed for'),
    }),
    output: z.object({ personId: z.uuid(), field: z.enum(sealedKeys), value: z.string() }),
    handle: async (context, { personId, field }) => {
      const file = await findFile(context, personId);
      if (!file) throw unknownPerson();
      const sealed = stateOf(file).attributes[field];
      if (sealed === null) throw nothingKnown();
      return { personId, field, value: dependencies.vault.open(personId, field, sealed) };
    },
  });

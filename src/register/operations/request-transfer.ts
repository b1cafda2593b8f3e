import { z } from 'zod';
import { type AreaCode, ancestorCode, areaContains, text } from '../../language/index.ts';
import {
  actorScope,
  defineOperation,
  failure,
  rescope,
  type TransactionContext,
} from '../../platform/index.ts';
import { requireTransfer } from '../apply-request.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { findByIdNumber } from '../directories.ts';
import { keepRequest, type Transfer, tryOut } from '../keep-request.ts';
import { findFile, unknownPerson } from '../person-file.ts';
import { parseForm } from '../record-event.ts';

const input = z.object({
  formKey: z.enum(['move', 'hukou-transfer']),
  form: z
    .record(z.string(), z.unknown())
    .describe('the answers of the form; without personId when idNumber is given'),
  /** How the receiving side names somebody whom it does not see: the whole number. */
  idNumber: z.string().max(40).optional(),
  reason: z.string().trim().min(2).max(500),
});

const bothOwn = () =>
  failure(
    'conflict',
    text('两地都在您的管辖范围内，不需要确认。', 'Both places lie in your area: nobody has to agree.'),
    text('请直接登记。', 'Record it directly.'),
  );

const neitherOwn = () =>
  failure(
    'forbidden',
    text('此人和目的地都不在您的管辖范围内。', 'Neither the person nor the place lies in your area.'),
    text('请由迁出地或迁入地的登记人员办理。', 'Ask the registrar of either side.'),
  );

/** Which side asks, and so which has to agree. */
function sidesOf(context: TransactionContext, seesPerson: boolean, receiving: AreaCode): Transfer {
  const receives = areaContains(context.actor.area, receiving);
  if (seesPerson && receives) throw bothOwn();
  if (!seesPerson && !receives) throw neitherOwn();
  return { receiving, agreeing: seesPerson ? 'receiving' : 'sending' };
}

/**
 * Asks for a move or a transfer of registration between two areas: one event, recorded when the other side agrees.
 * The sending side names the person by id, the receiving side by the whole number.
 */
export const requestTransfer = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/request-transfer',
    kind: 'command',
    summary: text('申请跨地区迁移', 'Ask for a transfer between areas'),
    permission: 'register:write',
    input,
    output: z.object({ personId: z.uuid(), requestId: z.uuid() }),
    handle: async (context, { formKey, form, idNumber, reason }) => {
      const named =
        idNumber === undefined
          ? form['personId']
          : await findByIdNumber(context, idNumber, dependencies.vault);
      const definition = requireTransfer(formKey);
      if (named === null) throw unknownPerson();
      const answers = parseForm(definition, { ...form, personId: named });
      const { personId, to } = answers as { readonly personId: string; readonly to: AreaCode };
      const seesPerson = (await findFile(context, personId)) !== null;
      // Whoever does not see the person has to know the number.
      if (!seesPerson && idNumber === undefined) throw unknownPerson();
      const transfer = sidesOf(context, seesPerson, to);
      const asked = { kind: 'transfer', formKey, form: { ...form, personId } } as const;
      await tryOut(context, dependencies, asked);
      await rescope(context.tx, {
        ...actorScope(context.actor),
        area: ancestorCode(context.actor.area, 'city'),
      });
      const kept = await keepRequest(context, dependencies.vault, {
        personId,
        formKey,
        asked,
        reason,
        transfer,
      });
      await rescope(context.tx, actorScope(context.actor));
      return kept;
    },
  });

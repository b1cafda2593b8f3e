import { z } from 'zod';
import { areaInput, dateInput, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { receipt } from '../inputs.ts';
import { recordChange } from './record-change.ts';

/** A change of the place of registration (户籍) only; `to: null` is out of the city. */
export const transferHukou = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/transfer-hukou',
    kind: 'command',
    summary: text('登记户口迁移', 'Record a transfer of household registration'),
    permission: 'register:write',
    input: z.object({ personId: z.uuid(), date: dateInput, to: areaInput.nullable() }),
    output: receipt,
    handle: (context, { personId, date, to }) =>
      recordChange(context, {
        personId,
        kind: 'hukou_transfer',
        date,
        today: dependencies.today(),
        to: (places) => ({ ...places, registered: to }),
      }),
  });

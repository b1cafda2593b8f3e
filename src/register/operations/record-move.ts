import { z } from 'zod';
import { areaInput, dateInput, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { receipt } from '../inputs.ts';
import { recordChange } from './record-change.ts';

/** A change of usual residence (常住) only; `to: null` is out of the city. */
export const recordMove = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/record-move',
    kind: 'command',
    summary: text('登记常住地变动', 'Record a change of residence'),
    permission: 'register:write',
    input: z.object({ personId: z.uuid(), date: dateInput, to: areaInput.nullable() }),
    output: receipt,
    handle: (context, { personId, date, to }) =>
      recordChange(context, {
        personId,
        kind: 'move',
        date,
        today: dependencies.today(),
        to: (places) => ({ ...places, resident: to }),
      }),
  });

import { z } from 'zod';
import { dateInput, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { RegisterDependencies } from '../dependencies.ts';
import { receipt } from '../inputs.ts';
import { nowhere } from '../person.ts';
import { recordChange } from './record-change.ts';

/** A death ends both populations on its day. Example: `{personId, date: "2024-05-06"}`. */
export const recordDeath = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/record-death',
    kind: 'command',
    summary: text('登记死亡', 'Record a death'),
    permission: 'register:write',
    input: z.object({ personId: z.uuid(), date: dateInput }),
    output: receipt,
    handle: (context, { personId, date }) =>
      recordChange(context, {
        personId,
        kind: 'death',
        date,
        today: dependencies.today(),
        to: () => nowhere,
      }),
  });

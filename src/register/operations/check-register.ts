import { z } from 'zod';
import { loadDivisions } from '../../areas/index.ts';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { checkInvariants, invariantCount } from '../check-invariants.ts';
import type { RegisterDependencies } from '../dependencies.ts';

const violation = z.object({
  invariant: z.string(),
  sentence: z.object({ zh: z.string(), en: z.string() }),
  broken: z.number(),
});

/** Checks what must always be true of the register, over all that the caller may see. */
export const checkRegister = (dependencies: RegisterDependencies) =>
  defineOperation({
    name: 'register/check-register',
    kind: 'query',
    summary: text('核对登记簿', 'Check the register'),
    permission: 'register:read',
    input: z.object({}),
    output: z.object({ checked: z.number(), violations: z.array(violation) }),
    handle: async (context) => {
      const tree = await loadDivisions(context.tx);
      const today = dependencies.today();
      const villages = tree.history.divisions.filter((division) => division.level === 'village');
      const current = new Map(villages.map((one) => [one.code, tree.resolve(one.code, today)]));
      return { checked: invariantCount, violations: [...(await checkInvariants(context.tx, current))] };
    },
  });

import { z } from 'zod';
import { nameDivisions } from '../areas/index.ts';
import { type CalendarDate, textPair } from '../language/index.ts';
import type { TransactionContext } from '../platform/index.ts';
import type { KnownAccount } from './find-account.ts';
import { roles } from './roles.ts';

export interface CardDependencies {
  readonly today: () => CalendarDate;
  /** The check code on the card of an account: follows from its name, so that it is kept nowhere. */
  readonly codeOf: (account: string) => string;
}

/** What a card says of an officer, and no more: what anybody may know of somebody who acts for the office. */
export const cardFace = z.object({
  display: textPair,
  role: textPair,
  area: z.object({ code: z.string(), name: z.string() }),
});

export async function faceOf(
  context: TransactionContext,
  account: KnownAccount,
): Promise<z.input<typeof cardFace>> {
  const names = await nameDivisions(context.tx, [account.area]);
  const role = Object.values(roles).find((one) => one.name === account.role);
  return {
    display: account.display,
    role: role?.label ?? { zh: account.role, en: account.role },
    area: { code: account.area, name: names.get(account.area) ?? account.area },
  };
}

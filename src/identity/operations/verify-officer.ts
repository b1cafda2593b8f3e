import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, failure, readCode } from '../../platform/index.ts';
import { findAccount } from '../find-account.ts';
import { type CardDependencies, cardFace, faceOf } from '../officer-card.ts';

const output = cardFace.extend({ validToday: z.literal(true), checkedOn: z.string() });
export type VerifiedOfficer = z.output<typeof output>;

/** An account that never was, one that was closed and a wrong code look alike. */
const noSuchOfficer = () =>
  failure(
    'not_found',
    text('没有这样的工作证，或者已经失效。', 'There is no such card, or it is no longer valid.'),
    text(
      '请核对账号和校验码；有疑问请拨打 12345，不要提供个人信息。',
      'Check name and code; if in doubt call 12345, and give no personal data.',
    ),
  );

/** Whether somebody who shows a card acts for the office today. Example: `{account: "demo-county-caseworker", code: "7KQ2MPXD"}`. */
export const verifyOfficer = (dependencies: CardDependencies) =>
  defineOperation({
    name: 'identity/verify-officer',
    kind: 'query',
    summary: text('核验工作人员身份', "Verify an officer's card"),
    permission: 'public',
    input: z.object({ account: z.string().trim().min(1).max(100), code: z.string().max(40) }),
    output,
    handle: async (context, { account: name, code }) => {
      const account = readCode(code) === dependencies.codeOf(name) ? await findAccount(context, name) : null;
      if (!account) throw noSuchOfficer();
      return {
        ...(await faceOf(context, account)),
        validToday: true as const,
        checkedOn: dependencies.today(),
      };
    },
  });

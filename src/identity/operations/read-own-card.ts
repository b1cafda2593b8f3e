import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import { findAccount } from '../find-account.ts';
import { type CardDependencies, cardFace, faceOf } from '../officer-card.ts';

const output = cardFace.extend({ name: z.string(), code: z.string(), validOn: z.string() });
export type OwnCard = z.output<typeof output>;

const noCard = () =>
  failure(
    'unauthenticated',
    text('只有登录的工作人员有工作证。', 'Only officers who are signed in have a card.'),
    text('请登录后重试。', 'Sign in and try again.'),
  );

/** The card that the officer who asks shows to people: they check it by its code. */
export const readOwnCard = (dependencies: CardDependencies) =>
  defineOperation({
    name: 'identity/read-own-card',
    kind: 'query',
    summary: text('查看本人的工作证', "Read one's own officer's card"),
    permission: 'public',
    input: z.object({}),
    output,
    handle: async (context) => {
      const account = await findAccount(context, context.actor.name);
      if (!account) throw noCard();
      return {
        ...(await faceOf(context, account)),
        name: account.name,
        code: dependencies.codeOf(account.name),
        validOn: dependencies.today(),
      };
    },
  });

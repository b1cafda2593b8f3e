import type { Context as HonoContext } from 'hono';
import { cityArea } from '../../policy/areas/index.ts';
import type { Townships } from '../areas/index.ts';
import type { BenefitProgress } from '../benefits/index.ts';
import type {
  CaseProgress,
  DraftState,
  Receipt,
  ServiceGuide,
  ServiceList,
  VerifiedCertificate,
} from '../casework/index.ts';
import type { VerifiedOfficer } from '../identity/index.ts';
import { createFieldCipher, publicActor, type Sealed } from '../platform/index.ts';
import type { Desk, ServiceDependencies } from '../portal/index.ts';
import type { House } from './assemble.ts';

/** What an operation of the house answers to the public. */
interface Call {
  readonly callerAddress?: string;
  readonly idempotencyKey?: string | undefined;
}
export type Ask = <Answer>(name: string, input: object, call?: Call) => Promise<Answer>;

export const asker = (house: House): Ask => {
  const actor = publicActor(cityArea);
  return async <Answer>(name: string, input: object, call: Call = {}) => {
    const operation = house.registry.get(name);
    if (!operation) throw new Error(`no operation ${name}`);
    return (await house.execute(operation, input, { actor, ...call })) as Answer;
  };
};

function deskAt(ask: Ask, callerAddress: string): Desk {
  const call = { callerAddress };
  return {
    keepDraft: (draft) => ask<DraftState>('casework/keep-draft', draft, call),
    readDraft: (token) => ask<DraftState>('casework/read-draft', { token }, call),
    beginWithEarlier: (from) => ask<DraftState>('casework/begin-with-earlier', from, call),
    fileDraft: (draft) => ask<Receipt>('casework/file-case', { draft }, call),
    readProgress: (shown) => ask<CaseProgress>('casework/read-progress', shown, call),
    readBenefit: (shown) => ask<BenefitProgress>('benefits/read-progress', shown, call),
    act: async (act, idempotencyKey) => {
      await ask('casework/act-on-case', act, { ...call, idempotencyKey });
    },
    rate: (rating, idempotencyKey) => ask('casework/rate-case', rating, { ...call, idempotencyKey }),
    verifyOfficer: (card) => ask<VerifiedOfficer>('identity/verify-officer', card, call),
    verifyCertificate: (shown) => ask<VerifiedCertificate>('casework/verify-certificate', shown, call),
  };
}

/** Seals what a browser carries for a short while, so that it says nothing to whoever reads the browser. */
function sealedCookies({ ground, surroundings }: House): ServiceDependencies['cookies'] {
  const cipher = createFieldCipher(ground.keyring, surroundings.randomBytes);
  return {
    secure: ground.settings.publicUrl?.startsWith('https:') ?? false,
    seal: (place, clear) => cipher.seal(clear, `cookie ${place}`),
    open: (place, sealed) => {
      try {
        return cipher.open(sealed as Sealed, `cookie ${place}`);
      } catch {
        return null;
      }
    },
  };
}

/** The counter of the public site, over the operations that anybody may call. */
export function wireServices(
  house: House,
  callerAddress: (context: HonoContext) => string,
): ServiceDependencies {
  const ask = asker(house);
  return {
    listServices: () => ask<ServiceList>('casework/list-services', {}),
    readService: (service) => ask<ServiceGuide>('casework/read-service', { service }),
    listCounties: async () => (await ask<Townships>('areas/list-townships', {})).counties,
    listVillages: async (area) =>
      (
        await ask<{ readonly villages: readonly { readonly code: string; readonly name: string }[] }>(
          'areas/list-villages',
          { area },
        )
      ).villages,
    deskFor: (context) => deskAt(ask, callerAddress(context)),
    cookies: sealedCookies(house),
    newKey: house.surroundings.newId,
    now: house.surroundings.now,
  };
}

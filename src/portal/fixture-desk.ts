import { text } from '../language/index.ts';
import { failure } from '../platform/index.ts';
import type { ServiceDependencies } from './desk.ts';

const none = () => Promise.reject(failure('not_found', text('没有。', 'None.'), text('无。', 'None.')));

/** A counter at which nothing can be asked for: for tests of the other pages. */
export const fixtureDesk: ServiceDependencies = {
  listServices: () => Promise.resolve({ services: [], archived: [] }),
  readService: none,
  listCounties: () => Promise.resolve([]),
  listVillages: () => Promise.resolve([]),
  deskFor: () => ({
    keepDraft: none,
    beginWithEarlier: none,
    readDraft: none,
    fileDraft: none,
    readProgress: none,
    readBenefit: none,
    act: none,
    rate: none,
    verifyCertificate: none,
    verifyOfficer: none,
  }),
  cookies: { secure: false, seal: (_place, clear) => clear, open: (_place, sealed) => sealed },
  newKey: () => 'once',
  now: () => new Date('2026-11-27T00:00:00Z'),
};

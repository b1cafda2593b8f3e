import type { ProgrammeList, ProgrammePage, Screening } from '../benefits/index.ts';
import type { BenefitDependencies, Notice } from '../portal/index.ts';
import type { Ask } from './wire-services.ts';

/** The pages of benefits, over the operations that anybody may call. */
export const wireBenefits = (ask: Ask): BenefitDependencies => ({
  listProgrammes: async () => (await ask<ProgrammeList>('benefits/list-programmes', {})).programmes,
  readProgramme: (programme) => ask<ProgrammePage>('benefits/read-programme', { programme }),
  screenFamily: (family) => ask<Screening>('benefits/screen-family', family),
  listNotices: async () =>
    (await ask<{ readonly notices: readonly Notice[] }>('benefits/list-notices', {})).notices,
});

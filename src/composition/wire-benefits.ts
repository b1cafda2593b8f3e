import { programmeOf } from '../../policy/programmes/index.ts';
import type { ProgrammeList, ProgrammePage, Screening } from '../benefits/index.ts';
import type { BenefitDependencies, Giving, Notice } from '../portal/index.ts';
import type { Ask } from './wire-services.ts';

const givingOf = (key: string): Giving | null => {
  const award = programmeOf(key)?.award;
  if (award?.kind !== 'money') return null;
  const { start, stop, paidInQuarter } = award;
  return { start, stop, paidInQuarter };
};

const isPosted = (key: string) => programmeOf(key)?.notice === 'masked';

/** The pages of benefits, over the operations that anybody may call. */
export const wireBenefits = (ask: Ask): BenefitDependencies => ({
  listProgrammes: async () => {
    const { programmes } = await ask<ProgrammeList>('benefits/list-programmes', {});
    return programmes.map((one) => ({ ...one, isPosted: isPosted(one.key) }));
  },
  readProgramme: async (programme) => {
    const page = await ask<ProgrammePage>('benefits/read-programme', { programme });
    return { ...page, giving: givingOf(page.key), yearlyCheck: programmeOf(page.key)?.yearlyCheck ?? false };
  },
  screenFamily: (family) => ask<Screening>('benefits/screen-family', family),
  listNotices: async () => {
    const { notices } = await ask<{ readonly notices: readonly Notice[] }>('benefits/list-notices', {});
    return notices.filter(({ programme }) => isPosted(programme));
  },
});

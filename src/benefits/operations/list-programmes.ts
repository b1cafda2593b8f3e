import { z } from 'zod';
import { areaInput, dateInput, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { BenefitsDependencies } from '../dependencies.ts';
import { enteredValues, momentOf } from '../rules.ts';
import { listedProgramme, listProgramme } from '../show-programme.ts';

export const programmeInput = z.object({
  at: dateInput.optional(),
  knownAt: dateInput.optional(),
  area: areaInput.optional(),
});

const output = z.object({ at: z.string(), knownAt: z.string(), programmes: z.array(listedProgramme) });
export type ProgrammeList = z.output<typeof output>;

/** Everything that somebody may be entitled to, with the amounts of the day. */
export const listProgrammes = (dependencies: BenefitsDependencies) =>
  defineOperation({
    name: 'benefits/list-programmes',
    kind: 'query',
    summary: text('列出待遇项目', 'List the programmes'),
    permission: 'public',
    input: programmeInput,
    output,
    handle: async (context, asked) => {
      const moment = { ...momentOf(asked, dependencies.today()), area: asked.area ?? dependencies.city };
      const entered = await enteredValues(context, dependencies);
      const programmes = dependencies.programmes.map((one) => listProgramme(one, moment, entered));
      return { at: moment.day, knownAt: moment.knownAt, programmes };
    },
  });

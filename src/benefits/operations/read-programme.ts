import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { BenefitsDependencies } from '../dependencies.ts';
import { enteredValues, findProgramme, momentOf } from '../rules.ts';
import { readProgrammeOutput, showProgramme } from '../show-programme.ts';
import { programmeInput } from './list-programmes.ts';

export type ProgrammePage = z.output<typeof readProgrammeOutput>;

/** A programme with its conditions, clauses, amounts of all times, and what nobody could find out. */
export const readProgramme = (dependencies: BenefitsDependencies) =>
  defineOperation({
    name: 'benefits/read-programme',
    kind: 'query',
    summary: text('查看待遇项目的规定', 'Read the rules of a programme'),
    permission: 'public',
    input: programmeInput.extend({ programme: z.string() }),
    output: readProgrammeOutput,
    handle: async (context, asked) => {
      const programme = findProgramme(dependencies, asked.programme);
      const moment = { ...momentOf(asked, dependencies.today()), area: asked.area ?? dependencies.city };
      return showProgramme(programme, moment, await enteredValues(context, dependencies));
    },
  });

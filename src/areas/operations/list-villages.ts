import { z } from 'zod';
import { areaContains, areaInput, type CalendarDate, dateInput, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { loadDivisions } from '../store-divisions.ts';

/** The villages of an area as they are on a day, with their townships: what forms offer. Divisions are public. */
export const listVillages = ({ today }: { readonly today: () => CalendarDate }) =>
  defineOperation({
    name: 'areas/list-villages',
    kind: 'query',
    summary: text('列出村（社区）', 'List the villages of an area'),
    permission: 'public',
    input: z.object({ area: areaInput, on: dateInput.optional() }),
    output: z.object({ villages: z.array(z.object({ code: z.string(), name: z.string() })) }),
    handle: async (context, { area, on }) => {
      const tree = await loadDivisions(context.tx);
      const day = on ?? today();
      const townships = new Map(tree.list('township', day).map((one) => [one.code.slice(0, 9), one.nameZh]));
      return {
        villages: tree
          .list('village', day)
          .filter(({ code }) => areaContains(area, code))
          .map(({ code, nameZh }) => ({ code, name: `${townships.get(code.slice(0, 9)) ?? ''}${nameZh}` })),
      };
    },
  });

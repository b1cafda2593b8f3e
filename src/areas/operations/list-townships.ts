import { z } from 'zod';
import { ancestorCode, type CalendarDate, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { loadDivisions } from '../store-divisions.ts';

const output = z.object({
  counties: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      townships: z.array(z.object({ code: z.string(), name: z.string() })),
    }),
  ),
});
export type Townships = z.output<typeof output>;

/** The townships of today by county: what a form offers to somebody who asks for a service. Divisions are public. */
export const listTownships = ({ today }: { readonly today: () => CalendarDate }) =>
  defineOperation({
    name: 'areas/list-townships',
    kind: 'query',
    summary: text('按县列出乡镇（街道）', 'List the townships by county'),
    permission: 'public',
    input: z.object({}),
    output,
    handle: async (context) => {
      const tree = await loadDivisions(context.tx);
      const townships = tree.list('township', today());
      return {
        counties: tree.list('county', today()).map(({ code, nameZh }) => ({
          code,
          name: nameZh,
          townships: townships
            .filter((one) => ancestorCode(one.code, 'county') === code)
            .map((one) => ({ code: one.code, name: one.nameZh })),
        })),
      };
    },
  });

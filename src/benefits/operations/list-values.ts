import { z } from 'zod';
import { areaContains, parseAreaCode, text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import type { BenefitsTables } from '../tables.ts';

const output = z.object({
  values: z.array(
    z.object({
      valueId: z.uuid(),
      programme: z.string(),
      parameter: z.string(),
      place: z.string(),
      from: z.string(),
      to: z.string().nullable(),
      amount: z.number(),
      document: z.string(),
      publishedOn: z.string(),
      confirmedThrough: z.string(),
      enteredAt: z.string(),
      enteredBy: z.string(),
      approvedAt: z.string().nullable(),
      approvedBy: z.string().nullable(),
    }),
  ),
});
export type ValueList = z.output<typeof output>;

/** What officers of an area entered: what waits for a second person, and what counts. */
export const listValues = defineOperation({
  name: 'benefits/list-values',
  kind: 'query',
  summary: text('列出本地填写的标准', 'List the values that officers entered'),
  permission: 'benefits:read',
  input: z.object({ programme: z.string().optional(), waiting: z.boolean().optional() }),
  output,
  handle: async ({ tx, actor }, { programme, waiting }) => {
    const rows = await tx
      .withTables<BenefitsTables>()
      .selectFrom('benefits_values')
      .selectAll()
      .orderBy('entered_at')
      .orderBy('value_id')
      .execute();
    const inArea = (digits: string) => {
      const place = parseAreaCode(digits);
      return place !== null && (areaContains(actor.area, place) || areaContains(place, actor.area));
    };
    return {
      values: rows
        .filter((row) => inArea(row.place))
        .filter((row) => programme === undefined || row.programme === programme)
        .filter((row) => waiting === undefined || waiting === (row.approved_at === null))
        .map((row) => ({
          valueId: row.value_id,
          programme: row.programme,
          parameter: row.parameter,
          place: row.place,
          from: row.from_date,
          to: row.to_date,
          amount: row.amount,
          document: row.document,
          publishedOn: row.published_on,
          confirmedThrough: row.confirmed_through,
          enteredAt: row.entered_at.toISOString(),
          enteredBy: row.entered_by,
          approvedAt: row.approved_at?.toISOString() ?? null,
          approvedBy: row.approved_by,
        })),
    };
  },
});

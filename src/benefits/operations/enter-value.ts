import { z } from 'zod';
import { areaContains, dateInput, parseAreaCode, text } from '../../language/index.ts';
import { DomainError, defineOperation, failure } from '../../platform/index.ts';
import type { BenefitsDependencies } from '../dependencies.ts';
import { findProgramme } from '../rules.ts';
import type { BenefitsTables } from '../tables.ts';

const input = z.object({
  programme: z.string(),
  parameter: z.string(),
  place: z
    .string()
    .regex(/^(\d{4}|\d{6}|\d{9})$/)
    .describe('digits with which the codes of its divisions begin: 5107, 510703'),
  from: dateInput,
  to: dateInput.optional(),
  amount: z.int().min(0).max(2_000_000_000).describe('money in fen; otherwise in the unit of the parameter'),
  document: z.string().trim().min(4).max(200).describe('number and title of the document'),
  publishedOn: dateInput,
  confirmedThrough: dateInput.describe('last day for which it was checked that it holds'),
});

const wrong = (field: string, zh: string, en: string) =>
  new DomainError({
    code: 'invalid_input',
    message: text(zh, en),
    remedy: text('请对照文件核对。', 'Check it against the document.'),
    field,
  });

const elsewhere = () =>
  failure(
    'forbidden',
    text('只能填写本地区的数值。', 'Values are entered for places of your area alone.'),
    text('请由该地区的人员填写。', 'Have an officer of that area enter it.'),
  );

/** A number of a rule for a place, with its document: it counts once another officer approved it. */
export const enterValue = (dependencies: BenefitsDependencies) =>
  defineOperation({
    name: 'benefits/enter-value',
    kind: 'command',
    summary: text('填写本地标准', 'Enter a value of a rule for a place'),
    permission: 'benefits:write',
    input,
    output: z.object({ valueId: z.uuid() }),
    handle: async (context, value) => {
      const programme = findProgramme(dependencies, value.programme);
      const place = parseAreaCode(value.place);
      if (!programme.parameters.some(({ key }) => key === value.parameter))
        throw wrong('parameter', '没有这个参数。', 'There is no such parameter.');
      if (!place || !areaContains(context.actor.area, place)) throw elsewhere();
      if (value.publishedOn > dependencies.today())
        throw wrong('publishedOn', '发布日期在今天之后。', 'It was published in the future.');
      if (value.to !== undefined && value.to < value.from)
        throw wrong('to', '结束日期早于起始日期。', 'It ends before it begins.');
      const valueId = context.newId();
      await context.tx
        .withTables<BenefitsTables>()
        .insertInto('benefits_values')
        .values({
          value_id: valueId,
          programme: value.programme,
          parameter: value.parameter,
          place: value.place,
          from_date: value.from,
          to_date: value.to ?? null,
          amount: value.amount,
          document: value.document,
          published_on: value.publishedOn,
          confirmed_through: value.confirmedThrough,
          entered_at: context.now(),
          entered_by: context.actor.accountId,
          approved_at: null,
          approved_by: null,
        })
        .execute();
      return { valueId };
    },
  });

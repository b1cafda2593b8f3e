import { z } from 'zod';
import { criteriaConfirmed, modelStationCriteria } from '../../../policy/health/index.ts';
import { type CalendarDate, text, yearOf } from '../../language/index.ts';
import { DomainError, defineOperation, failure, type TransactionContext } from '../../platform/index.ts';
import type { HealthDependencies } from '../dependencies.ts';
import { ownStation, placeOf } from '../stations.ts';
import type { Finding, HealthTables } from '../tables.ts';

const input = z.object({
  stationId: z.uuid(),
  year: z.number().int().min(2000).max(2100),
  /** The city's document by which it is assessed: the platform has no criteria of its own. */
  basis: z.string().trim().min(4).max(200),
  findings: z.array(
    z.object({
      criterion: z.string().max(60),
      met: z.boolean(),
      evidence: z.string().trim().min(2).max(500),
    }),
  ),
});
type Input = z.output<typeof input>;

const output = z.object({
  stationId: z.uuid(),
  year: z.number().int(),
  isModel: z.boolean(),
  failed: z.array(z.string()),
  /** Whether the city has confirmed the criteria of this form. */
  criteriaConfirmed: z.boolean(),
});

const wrong = (field: string, zh: string, en: string) =>
  new DomainError({
    code: 'invalid_input',
    field,
    message: text(zh, en),
    remedy: text('请对每条标准各填一次。', 'Answer each criterion once.'),
  });

const assessedAlready = (year: number) =>
  failure(
    'conflict',
    text(`该机构 ${String(year)} 年已经评定。`, `The station was assessed for ${String(year)} already.`),
    text('评定结果不再修改。', 'An assessment is not changed.'),
  );

function requireComplete(findings: readonly Finding[]): void {
  const known = modelStationCriteria.map((one) => one.key);
  const answered = findings.map((one) => one.criterion);
  const complete = known.every((key) => answered.includes(key)) && answered.length === known.length;
  if (!complete) throw wrong('findings', '标准没有填全或者有重复。', 'Criteria are missing or told twice.');
}

const failedIn = (findings: readonly Finding[]) =>
  findings.filter((one) => !one.met).map((one) => one.criterion);

interface Assessment extends Input {
  readonly isModel: boolean;
  readonly assessedOn: CalendarDate;
}

async function write(context: TransactionContext, given: Assessment): Promise<void> {
  const station = await ownStation(context, given.stationId);
  const written = await context.tx
    .withTables<HealthTables>()
    .insertInto('health_assessments')
    .values({
      ...placeOf(station),
      year: given.year,
      assessed_on: given.assessedOn,
      basis: given.basis,
      findings: JSON.stringify(given.findings),
      is_model: given.isModel,
      assessed_by: context.actor.name,
    })
    .onConflict((conflict) => conflict.columns(['station_id', 'year']).doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows !== 1n) throw assessedAlready(given.year);
}

/** Assesses a station for a year: a model is who fulfils every criterion. No marks are given. */
export const assessStation = ({ casework }: HealthDependencies) =>
  defineOperation({
    name: 'health/assess-station',
    kind: 'command',
    summary: text('评定示范站', 'Assess a station'),
    permission: 'health:approve',
    input,
    output,
    handle: async (context, given) => {
      const assessedOn = casework.today();
      if (given.year > yearOf(assessedOn))
        throw wrong('year', '这一年还没有到。', 'That year has not come yet.');
      requireComplete(given.findings);
      const failed = failedIn(given.findings);
      const isModel = failed.length === 0;
      await write(context, { ...given, isModel, assessedOn });
      const { stationId, year } = given;
      return { stationId, year, isModel, failed, criteriaConfirmed };
    },
  });

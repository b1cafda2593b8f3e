import { z } from 'zod';
import { checkupItems, riskGrades } from '../../../policy/health/index.ts';
import { text, textPair } from '../../language/index.ts';
import { defineOperation, failure } from '../../platform/index.ts';
import type { HealthDependencies } from '../dependencies.ts';
import { requireConsent } from '../health-case.ts';
import { gradeOf, NOTE, type OpenRecord, type Results, readRecords, resultsOf } from '../read-records.ts';
import { flags, missingItems } from '../read-values.ts';
import { subjects } from '../tables.ts';

const riskGrade = z.enum(['no-factor-found', 'factor-found', 'not-yet-known']);
const value = z.union([z.number(), z.string(), z.boolean()]);

const output = z.object({
  caseId: z.uuid(),
  subject: z.enum(subjects),
  /** Null where nothing is graded: of children, and before anything was recorded. */
  grade: riskGrade.nullable(),
  gradeLabel: textPair.nullable(),
  gradeSays: textPair.nullable(),
  results: z.array(
    z.object({
      item: z.string(),
      part: z.string(),
      label: textPair,
      value,
      unit: z.string().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      flag: z.enum(flags),
    }),
  ),
  missing: z.array(z.object({ item: z.string(), label: textPair })),
  /** Visits, counselling and follow-up, with the notes of results, oldest first. */
  records: z.array(
    z.object({
      recordId: z.uuid(),
      kind: z.string(),
      stationId: z.uuid(),
      day: z.string(),
      recordedBy: z.string(),
      way: z.string().nullable(),
      outcome: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
});
export type HealthRecord = z.output<typeof output>;

const otherPurpose = () =>
  failure(
    'forbidden',
    text(
      '检查结果只供提供这项服务的卫生人员查看。',
      'Results are for the staff of the health service alone.',
    ),
    text('请由卫生服务人员查看。', 'Ask somebody of the health service.'),
  );

const told = (values: OpenRecord['values'], key: string) =>
  typeof values[key] === 'string' ? values[key] : null;

const showRecord = ({ values, ...record }: OpenRecord) => ({
  recordId: record.recordId,
  kind: record.kind,
  stationId: record.stationId,
  day: record.day,
  recordedBy: record.recordedBy,
  way: told(values, 'way'),
  outcome: told(values, 'outcome'),
  note: told(values, NOTE),
});

const showResults = (results: Results) =>
  checkupItems.flatMap((item) =>
    item.parts.flatMap((part) => {
      const kept = results[part.key];
      return kept ? [{ item: item.key, part: part.key, label: part.label, ...kept }] : [];
    }),
  );

/** Shows what was found, to the health service alone and only while consent stands. Every look is logged. */
export const readResults = (dependencies: HealthDependencies) =>
  defineOperation({
    name: 'health/read-results',
    kind: 'query',
    summary: text('查看检查结果', 'Read the results of a health service'),
    permission: 'health:read',
    auditReads: true,
    input: z.object({ caseId: z.uuid(), subject: z.enum(subjects) }),
    output,
    handle: async (context, { caseId, subject }) => {
      if (context.actor.purpose !== 'health') throw otherPurpose();
      const consented = await requireConsent(context, dependencies, { caseId, subject, lock: false });
      const records = await readRecords(context, dependencies, consented);
      const results = resultsOf(records);
      const examined = subject === 'child' || Object.keys(results).length === 0 ? null : subject;
      const grade = examined && gradeOf(results, examined);
      return {
        caseId,
        subject,
        grade,
        gradeLabel: grade && riskGrades[grade].label,
        gradeSays: grade && riskGrades[grade].says,
        results: showResults(results),
        missing: examined
          ? missingItems(results, examined).map((item) => ({ item: item.key, label: item.label }))
          : [],
        records: records.map(showRecord),
      };
    },
  });

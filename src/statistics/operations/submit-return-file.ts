import { z } from 'zod';
import { text } from '../../language/index.ts';
import { defineOperation } from '../../platform/index.ts';
import { findAsked } from '../returns/find-form.ts';
import { readReturnFile } from '../returns/read-file.ts';
import { type ReturnDependencies, submissionInput, submissionOutput, submitRows } from './submit-returns.ts';

const LARGEST_FILE = 4_000_000;

const input = submissionInput
  .omit({ rows: true })
  .extend({ csv: z.string().min(1).max(LARGEST_FILE).describe('CSV text with one heading line') });

/** Reports the numbers of many areas from a CSV file; rows are counted from the first line under the headings. */
export const submitReturnFile = (dependencies: ReturnDependencies) =>
  defineOperation({
    name: 'statistics/submit-return-file',
    kind: 'command',
    summary: text('用文件填报报表', 'Report the numbers of a return from a file'),
    permission: 'returns:submit',
    input,
    output: submissionOutput,
    handle: (context, { form, period, csv }) => {
      const asked = findAsked(form, period, dependencies.today());
      const rows = submissionInput.shape.rows.parse(readReturnFile(asked.form, csv));
      return submitRows(context, { form, period, rows }, dependencies);
    },
  });

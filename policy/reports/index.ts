import type { Report, Statement } from '../../src/language/index.ts';
import { report2013 } from './report-2013.ts';
import { statements2013 } from './statements-2013.ts';

/** The annual work reports, one declaration a year. */
export const reports: readonly Report[] = [report2013];

/** Items of reports that are no numbers. */
export const statements: readonly Statement[] = [...statements2013];

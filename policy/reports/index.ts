import type { Report } from '../../src/language/index.ts';
import { report2013 } from './report-2013.ts';

/** The annual work reports, one declaration a year. */
export const reports: readonly Report[] = [report2013];

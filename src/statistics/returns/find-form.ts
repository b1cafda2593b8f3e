import { returnForms } from '../../../policy/returns/index.ts';
import {
  type CalendarDate,
  parsePeriod,
  type ReportingPeriod,
  type ReturnForm,
  text,
} from '../../language/index.ts';
import { failure } from '../../platform/index.ts';

const noForm = (key: string) =>
  failure(
    'not_found',
    text(`没有报表 ${key}。`, `There is no return ${key}.`),
    text(
      `现有报表：${returnForms.map((one) => one.key).join('、')}。`,
      `The returns are: ${returnForms.map((one) => one.key).join(', ')}.`,
    ),
  );

const EXAMPLES = { year: '2013', quarter: '2013-Q2', month: '2013-07' } as const;

const noPeriod = (form: ReturnForm, value: string) =>
  failure(
    'invalid_input',
    text(`“${value}”不是这张报表的报告期。`, `"${value}" is not a period of this return.`),
    text(`请写成 ${EXAMPLES[form.every]}。`, `Write it like ${EXAMPLES[form.every]}.`),
  );

const notOver = (period: ReportingPeriod) =>
  failure(
    'invalid_input',
    text(`报告期到 ${period.to} 才结束。`, `The period ends on ${period.to} only.`),
    text('请在报告期结束后填报。', 'Report it when it is over.'),
  );

const notAsked = (form: ReturnForm) =>
  failure(
    'invalid_input',
    text(`该报告期不用填报“${form.title.zh}”。`, `"${form.title.en}" is not asked for in that period.`),
    text(`自 ${form.validFrom} 起填报。`, `It is reported from ${form.validFrom} on.`),
  );

export interface AskedReturn {
  readonly form: ReturnForm;
  readonly period: ReportingPeriod;
}

/** The return and the period that somebody named; a period must be over and one in which the return is asked for. */
export function findAsked(key: string, period: string, today: CalendarDate): AskedReturn {
  const form = returnForms.find((one) => one.key === key);
  if (!form) throw noForm(key);
  const days = parsePeriod(form.every, period);
  if (!days) throw noPeriod(form, period);
  if (days.to > today) throw notOver(days);
  if (days.from < form.validFrom || (form.validTo !== null && days.to > form.validTo)) throw notAsked(form);
  return { form, period: days };
}

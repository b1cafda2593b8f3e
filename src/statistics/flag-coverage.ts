import { type Indicator, type Text, text } from '../language/index.ts';

const WHOLE = 100;

/** A coverage beyond the whole is never hidden: more people were served than were planned for, and why is asked. */
export const flagCoverage = (indicator: Indicator, value: number): Text | null =>
  indicator.isCoverage && value > WHOLE
    ? text(
        '超过 100%：服务的人多于计划的人，需要说明原因。公布时没有给出原因。',
        'Over 100 %: more people were served than were planned for, which needs an explanation. None was published.',
      )
    : null;

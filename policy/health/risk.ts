import { type Text, text } from '../../src/language/index.ts';

export type RiskGrade = 'no-factor-found' | 'factor-found' | 'not-yet-known';

interface GradeRule {
  readonly label: Text;
  readonly says: Text;
}

/**
 * Two grades and the time before them. The programme is said to know finer classes of factors; as long as the original
 * has not been seen, none is made up here. A grade says what to talk about: nothing depends on it, and nobody is told
 * whether to have a child.
 */
export const riskGrades: Readonly<Record<RiskGrade, GradeRule>> = {
  'no-factor-found': {
    label: text('未发现风险因素（一般人群）', 'no risk factor found'),
    says: text('给予普遍性健康指导。', 'General advice is given.'),
  },
  'factor-found': {
    label: text('发现风险因素（高风险人群）', 'risk factor found'),
    says: text(
      '当面告知并咨询，由本人决定下一步；不作为任何待遇的条件。',
      'Told and talked over in person; the next step is for the person to decide, and nothing depends on it.',
    ),
  },
  'not-yet-known': {
    label: text('项目未完成，暂不评估', 'not yet known: items are missing'),
    says: text('补齐项目后评估。', 'It is graded when the items are complete.'),
  },
};

interface Flags {
  /** Values outside of their range. */
  readonly flagged: number;
  /** Items that are still to come. */
  readonly missing: number;
}

/** One value outside its range is a factor to talk about; without any, all items have to be there to say so. */
export function gradeRisk({ flagged, missing }: Flags): RiskGrade {
  if (flagged > 0) return 'factor-found';
  return missing === 0 ? 'no-factor-found' : 'not-yet-known';
}

import { type PublishedFigure, text } from '../language/index.ts';
import type { Reading } from './edition.ts';

const round = (value: number) => Math.round(value);
const words = (percent: number, target: number) =>
  [`${String(percent)}%`, target.toLocaleString('en')] as const;

/**
 * "Over the target by P %" of a value whose target was not published can be meant in two ways: the value is P % of the
 * target, or it exceeds the target by P %.
 */
export function readPercentage({ value, claimedPercent }: PublishedFigure): readonly Reading[] {
  if (claimedPercent === undefined) return [];
  const achieved = round((100 * value) / claimedPercent);
  const exceeded = round((100 * value) / (100 + claimedPercent));
  const [percent, ofTarget] = words(claimedPercent, achieved);
  const [, overTarget] = words(claimedPercent, exceeded);
  return [
    {
      impliedTarget: achieved,
      text: text(
        `完成目标的 ${percent}：目标约 ${ofTarget}`,
        `${percent} of the target was reached: a target of about ${ofTarget}`,
      ),
    },
    {
      impliedTarget: exceeded,
      text: text(
        `超过目标 ${percent}：目标约 ${overTarget}`,
        `the target was exceeded by ${percent}: a target of about ${overTarget}`,
      ),
    },
  ];
}

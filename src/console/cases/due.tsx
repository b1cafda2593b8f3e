import type { CaseDetail } from '../../casework/index.ts';
import { useWording, type Wording } from '../messages.ts';

type Left = CaseDetail['closeLeft'];

interface DueProps {
  readonly due: string | null;
  readonly left: Left;
  readonly today: string;
  readonly paused: boolean;
}

/** Whether the day has passed. */
export const isPast = ({ due, today }: Pick<DueProps, 'due' | 'today'>): boolean =>
  due !== null && due < today;

/** How much time is left, in words. */
export function dueWords(props: DueProps, { say }: Wording): string {
  const { due, left, today, paused } = props;
  if (due === null) return paused ? say('paused') : say('notAnnounced');
  if (due === today) return say('dueToday');
  const n = left === null ? 0 : Math.abs(left.days);
  if (isPast(props)) return left === null || n === 0 ? say('lateSome') : say(`late_${left.count}`, { n });
  return left === null ? '' : say(`left_${left.count}`, { n });
}

/** The day on which something is due, with what is left of it. */
export const Due = (props: DueProps) => {
  const wording = useWording();
  return (
    <span className="due">
      {props.due ?? (props.paused ? '' : wording.say('nothing'))}{' '}
      <span className={isPast(props) ? 'missed' : 'soft'}>{dueWords(props, wording)}</span>
    </span>
  );
};

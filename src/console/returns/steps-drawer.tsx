import { Drawer } from 'antd';
import { civilMinute } from '../../language/index.ts';
import { useAnswer } from '../api.ts';
import { type MessageKey, useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import type { Row } from './use-draft.ts';

const stepKeys: Readonly<Record<string, MessageKey>> = {
  submitted: 'submitted',
  approved: 'approved',
  sent_back: 'sentBack',
};

interface StepsProps {
  readonly row: Row;
  readonly form: string;
  readonly period: string;
  readonly onClose: () => void;
}

/** Who did what with a return, oldest first. */
export const StepsDrawer = ({ row, form, period, onClose }: StepsProps) => {
  const { say, read } = useWording();
  const { data, error } = useAnswer('statistics/read-return-history', { form, period, area: row.area });
  return (
    <Drawer open title={`${say('history')} · ${read(row.name)}`} onClose={onClose} size={420}>
      <Refused error={error} />
      <ol className="steps">
        {data?.steps.map((step) => (
          <li key={`${step.at} ${step.step}`}>
            <time>{civilMinute(new Date(step.at))}</time>{' '}
            {say(stepKeys[step.step] ?? 'step', { level: step.byArea.replace(/0+$/, '') })} · {step.by}
            {step.remark && <div>{step.remark}</div>}
          </li>
        ))}
      </ol>
    </Drawer>
  );
};

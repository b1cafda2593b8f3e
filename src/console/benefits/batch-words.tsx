import { type MessageKey, useWording } from '../messages.ts';
import type { Batch } from './answers.ts';

const STATES: Readonly<Record<string, MessageKey>> = {
  draft: 'batch_draft',
  approved: 'batch_approved',
  exported: 'batch_exported',
  reconciled: 'batch_reconciled',
  cancelled: 'batch_cancelled',
};

export const BatchState = ({ state }: Pick<Batch, 'state'>) => {
  const { say } = useWording();
  const key = STATES[state];
  return <span className={`batch-state is-${state}`}>{key ? say(key) : state}</span>;
};

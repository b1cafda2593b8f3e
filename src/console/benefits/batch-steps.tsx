import type { BatchDetail } from '../../benefits/index.ts';
import { useWording } from '../messages.ts';

interface Step {
  readonly key: string;
  readonly title: string;
  /** Who did it; null while nobody has. */
  readonly by: string | null;
  readonly done: boolean;
  readonly waits: string;
}

const StepLine = ({ step }: { readonly step: Step }) => {
  const { say } = useWording();
  return (
    <li className={step.done ? 'done' : 'open'}>
      <strong>{step.title}</strong>
      <span>
        {step.done
          ? `✓ ${step.by === null ? say('doneWord') : say('doneBy', { by: step.by })}`
          : `○ ${step.waits}`}
      </span>
    </li>
  );
};

/** Who made the list, who approved it, and how far it is: never the same person for the first two. */
export const BatchSteps = ({ batch }: { readonly batch: BatchDetail }) => {
  const { say } = useWording();
  const { createdBy, approvedBy, exportedBy, state, sums } = batch;
  const steps: readonly Step[] = [
    { key: 'made', title: say('stepMade'), by: createdBy, done: true, waits: '' },
    {
      key: 'approved',
      title: say('stepApproved'),
      by: approvedBy,
      done: approvedBy !== null,
      waits: say('approvalWaits', { by: createdBy }),
    },
    {
      key: 'exported',
      title: say('stepExported'),
      by: exportedBy,
      done: exportedBy !== null,
      waits: say('waits'),
    },
    {
      key: 'returned',
      title: say('stepReturned'),
      by: null,
      done: exportedBy !== null && sums.waiting === 0,
      waits: say('linesWait', { n: sums.waiting }),
    },
    {
      key: 'reconciled',
      title: say('stepReconciled'),
      by: null,
      done: state === 'reconciled',
      waits: say('waits'),
    },
  ];
  return (
    <section aria-label={say('batchSteps')}>
      <h2>{say('batchSteps')}</h2>
      {state === 'cancelled' ? (
        <p className="flagged">{say('batchIsCancelled')}</p>
      ) : (
        <ol className="batch-steps">
          {steps.map((step) => (
            <StepLine key={step.key} step={step} />
          ))}
        </ol>
      )}
    </section>
  );
};

import { useState } from 'react';
import type { CaseDetail, Deadline } from '../../casework/index.ts';
import { useAnswer } from '../api.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';

type Clock = Deadline['closing'];

/** Skipped days under their reasons. */
function byReason(skipped: Clock['skipped'], read: (why: Clock['skipped'][number]['why']) => string) {
  const reasons = new Map<string, string[]>();
  for (const { date, why } of skipped) reasons.set(read(why), [...(reasons.get(read(why)) ?? []), date]);
  return [...reasons];
}

const Counted = ({ clock, received, name }: { clock: Clock; received: string; name: string }) => {
  const { say, read } = useWording();
  const words = {
    none: () => say('noReplyDue'),
    paused: () => say('countedPaused', { date: clock.since ?? '', n: clock.daysLeft ?? 0 }),
    'outside-calendar': () => say('countedOutside', { year: clock.year ?? 0 }),
    due: () =>
      say('countedFrom', {
        date: received,
        days:
          clock.skipped.length === 0 ? say('nothingSkipped') : say('notCounted', { n: clock.skipped.length }),
        due: clock.due ?? '',
      }),
  }[clock.kind]();
  return (
    <div className="counted">
      <strong>{name}</strong>: {words}
      <ul>
        {byReason(clock.skipped, read).map(([why, dates]) => (
          <li key={why}>
            {why}: {dates.join('、')}
          </li>
        ))}
      </ul>
    </div>
  );
};

const Computation = ({ service, clock }: { service: string; clock: NonNullable<CaseDetail['clock']> }) => {
  const { say, read } = useWording();
  const { data, error } = useAnswer('casework/compute-deadline', {
    service,
    received: clock.startedOn,
    pauses: clock.pauses,
    extensions: clock.extensions,
  });
  if (error) return <Refused error={error} />;
  if (!data) return <p>{say('loading')}</p>;
  return (
    <>
      <Counted clock={data.firstReply} received={data.receivedOn} name={say('firstReply')} />
      <Counted clock={data.closing} received={data.receivedOn} name={say('closing')} />
      <p className="soft">
        {say('basis')}: {read(data.basis)}
      </p>
    </>
  );
};

/** How the due dates follow from the day of receipt: asked for when it is opened. */
export const DeadlineProof = ({ service, clock }: Pick<CaseDetail, 'service' | 'clock'>) => {
  const { say } = useWording();
  const [open, setOpen] = useState(false);
  if (clock === null) return null;
  return (
    <details
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{say('howCounted')}</summary>
      {open && <Computation service={service} clock={clock} />}
    </details>
  );
};

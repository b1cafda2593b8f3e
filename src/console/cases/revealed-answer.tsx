import { useState } from 'react';
import { call, type Session } from '../api.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { useSending } from './use-sending.ts';

interface RevealProps {
  readonly caseId: string;
  readonly answerKey: string;
  readonly label: string;
  readonly masked: string;
  readonly session: Session;
}

const SHORTEST_REASON = 4;

/** A masked answer; in full when a reason was given, which is logged. */
export const RevealedAnswer = ({ caseId, answerKey, label, masked, session }: RevealProps) => {
  const { say } = useWording();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [value, setValue] = useState<string | null>(null);
  const { error, run } = useSending();
  if (value !== null) return <>{value}</>;
  const id = `reveal-${answerKey}`;
  return (
    <span className="sealed">
      {masked}{' '}
      {session.permissions.includes('casework:handle') && !asking && (
        <button
          type="button"
          aria-label={`${say('revealAnswer')} · ${label}`}
          onClick={() => {
            setAsking(true);
          }}
        >
          {say('revealAnswer')}
        </button>
      )}
      {asking && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void run(async () => {
              const answer = await call('casework/reveal-answer', { caseId, key: answerKey, reason });
              setValue(answer.value);
            });
          }}
        >
          <label htmlFor={id}>{say('revealReason')}</label>
          <input
            id={id}
            autoFocus
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
          <button type="submit" disabled={reason.trim().length < SHORTEST_REASON} title={say('revealReason')}>
            {say('show')}
          </button>
          <Refused error={error} />
        </form>
      )}
    </span>
  );
};

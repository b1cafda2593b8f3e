import { useState } from 'react';
import { ApiError, call, type Session } from '../api.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';

interface SealedValueProps {
  readonly personId: string;
  readonly field: 'idNumber' | 'documentNumber' | 'phone' | 'address';
  readonly masked: string | null;
  readonly session: Session;
}

const SHORTEST_REASON = 4;

/** A sealed value, masked; in full when a reason was given, which is logged. */
export const SealedValue = ({ personId, field, masked, session }: SealedValueProps) => {
  const { say } = useWording();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [value, setValue] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  if (masked === null) return <>{say('nothing')}</>;
  if (value !== null) return <>{value}</>;
  const reveal = async () => {
    try {
      setValue((await call('register/reveal-field', { personId, field, reason })).value);
    } catch (caught) {
      setError(caught instanceof ApiError ? caught : null);
    }
  };
  const id = `reveal-${field}`;
  return (
    <span className="sealed">
      {masked}{' '}
      {session.permissions.includes('register:reveal') && !asking && (
        <button
          type="button"
          aria-label={`${say('reveal')} · ${say(field)}`}
          onClick={() => {
            setAsking(true);
          }}
        >
          {say('reveal')}
        </button>
      )}
      {asking && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void reveal();
          }}
        >
          <label htmlFor={id}>{say('revealReason')}</label>
          <input
            id={id}
            value={reason}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
          <button type="submit" disabled={reason.trim().length < SHORTEST_REASON}>
            {say('show')}
          </button>
          <Refused error={error} />
        </form>
      )}
    </span>
  );
};

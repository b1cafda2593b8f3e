import { useRef, useState } from 'react';
import { ApiError } from '../api.ts';

export interface Sending {
  readonly sending: boolean;
  readonly error: ApiError | null;
  /** Does the work unless some is under way; what the server refuses is kept as `error`. */
  readonly run: (work: () => Promise<void>) => Promise<void>;
  readonly clear: () => void;
}

/** One thing is sent at a time. */
export function useSending(): Sending {
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const busy = useRef(false);
  const run = async (work: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    setError(null);
    try {
      await work();
    } catch (caught) {
      if (!(caught instanceof ApiError)) throw caught;
      setError(caught);
    } finally {
      busy.current = false;
      setSending(false);
    }
  };
  return {
    sending,
    error,
    run,
    clear: () => {
      setError(null);
    },
  };
}

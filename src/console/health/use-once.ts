import { useState } from 'react';
import { ApiError } from '../api.ts';
import { type Sending, useSending } from '../cases/use-sending.ts';

export interface Once extends Omit<Sending, 'run'> {
  /** Does the work with the key of this filling: what was sent and not answered is sent again under the same one. */
  readonly run: (work: (key: string) => Promise<void>) => Promise<void>;
}

/** Sends one filling of a form once, however often it is sent. */
export function useOnce(): Once {
  const { run, ...sending } = useSending();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const renew = () => {
    setKey(crypto.randomUUID());
  };
  return {
    ...sending,
    run: (work) =>
      run(async () => {
        try {
          await work(key);
          renew();
        } catch (caught) {
          if (!(caught instanceof ApiError && caught.code === 'unavailable')) renew();
          throw caught;
        }
      }),
  };
}

import { useEffect, useState } from 'react';
import { useWording } from '../messages.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** How long the caller has been on the line. */
export const CallTimer = ({ since }: { readonly since: number }) => {
  const { say } = useWording();
  const [now, setNow] = useState(since);
  useEffect(() => {
    const beat = setInterval(() => {
      setNow(Date.now());
    }, 1000);
    return () => {
      clearInterval(beat);
    };
  }, []);
  const seconds = Math.max(0, Math.floor((now - since) / 1000));
  return (
    <span className="timer" role="timer" aria-live="off" aria-label={say('call')}>
      {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
    </span>
  );
};

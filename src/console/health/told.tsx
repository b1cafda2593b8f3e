import { Alert } from 'antd';
import { useEffect, useRef } from 'react';

/** What was done; a new object for each time, so that the same words are read out twice. */
export interface Words {
  readonly words: string;
}

/** What came of it; the region stands from the start, so that it is read out. */
export const Told = ({ told }: { readonly told: Words | null }) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (told) place.current?.focus();
  }, [told]);
  return (
    <div aria-live="polite" tabIndex={-1} ref={place} className="came-of-it">
      {told && <Alert type="success" showIcon title={told.words} />}
    </div>
  );
};

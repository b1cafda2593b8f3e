import { useState } from 'react';
import { ApiError, call } from '../api.ts';
import { downloadBase64 } from '../download.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';

/** Writes the whole file out on paper for the person it is about, for a stated reason. */
export const OwnCopy = ({ personId }: { readonly personId: string }) => {
  const { say, locale } = useWording();
  const [error, setError] = useState<ApiError | null>(null);
  const write = async (reason: string) => {
    setError(null);
    try {
      const asked = { personId, reason, format: 'pdf', locale };
      const { document: file } = await call('register/export-person-file', asked);
      if (file) downloadBase64(file.fileName, file.content);
    } catch (caught) {
      setError(caught instanceof ApiError ? caught : null);
    }
  };
  return (
    <details>
      <summary>{say('ownCopy')}</summary>
      <form
        className="question"
        onSubmit={(event) => {
          event.preventDefault();
          const given = new FormData(event.currentTarget).get('reason');
          void write(typeof given === 'string' ? given : '');
        }}
      >
        <label htmlFor="copy-reason">{say('ownCopyReason')}</label>
        <span>
          <input id="copy-reason" name="reason" required minLength={4} />{' '}
          <button type="submit">{say('ownCopyPdf')}</button>
        </span>
      </form>
      <Refused error={error} />
    </details>
  );
};

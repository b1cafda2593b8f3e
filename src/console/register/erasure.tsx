import { useState } from 'react';
import { ApiError, call } from '../api.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf, navigate } from '../router.ts';

const fields = ['phone', 'address'] as const;

/** Asks, for the person, that a phone or an address be erased. */
export const Erasure = ({ personId }: { readonly personId: string }) => {
  const { say } = useWording();
  const [error, setError] = useState<ApiError | null>(null);
  const ask = async (form: FormData) => {
    setError(null);
    try {
      const reason = form.get('reason');
      await call('register/request-erasure', { personId, field: form.get('field'), reason });
      navigate(addressOf(`/person/${personId}`, { done: 'requested' }));
    } catch (caught) {
      setError(caught instanceof ApiError ? caught : null);
    }
  };
  return (
    <details>
      <summary>{say('erasure')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void ask(new FormData(event.currentTarget));
        }}
      >
        <div className="question">
          <label htmlFor="erase-field">{say('question')}</label>
          <select id="erase-field" name="field">
            {fields.map((field) => (
              <option key={field} value={field}>
                {say(field)}
              </option>
            ))}
          </select>
        </div>
        <div className="question">
          <label htmlFor="erase-reason">{say('ownCopyReason')}</label>
          <input id="erase-reason" name="reason" required minLength={2} />
        </div>
        <button type="submit">{say('askErasure')}</button>
      </form>
      <Refused error={error} />
    </details>
  );
};

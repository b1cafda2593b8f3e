import { Alert, Button } from 'antd';
import { useState } from 'react';
import { civilMinute } from '../../language/index.ts';
import type { RequestList } from '../../register/index.ts';
import { ApiError, call, useAnswer } from '../api.ts';
import { Link } from '../link.tsx';
import { type MessageKey, useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { valueWords } from '../register/value-words.ts';
import { addressOf } from '../router.ts';

type Row = RequestList['rows'][number];

/** What is asked for beside what is recorded, answer by answer. */
const Answers = ({ row }: { readonly row: Row }) => {
  const wording = useWording();
  const { say, read } = wording;
  const { personId, requestId } = row;
  const { data, error } = useAnswer('register/read-request', { personId, requestId });
  if (error) return <Refused error={error} />;
  if (!data) return <p>{say('loading')}</p>;
  return (
    <div className="wide" role="region" aria-label={read(data.title)} tabIndex={0}>
      <table className="answers">
        <thead>
          <tr>
            <th scope="col">{say('question')}</th>
            <th scope="col">{say('before')}</th>
            <th scope="col">{say('after')}</th>
          </tr>
        </thead>
        <tbody>
          {data.answers
            .filter((one) => one.changed)
            .map((one) => (
              <tr key={one.key}>
                <th scope="row">{read(one.label)}</th>
                <td>
                  {valueWords(one.before, { choices: one.choices, mentioned: data.mentioned }, wording)}
                </td>
                <td>{valueWords(one.after, { choices: one.choices, mentioned: data.mentioned }, wording)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
};

const Decision = ({ row, onDecided }: { readonly row: Row; readonly onDecided: (state: string) => void }) => {
  const { say } = useWording();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const decide = async (approve: boolean) => {
    try {
      const { personId, requestId } = row;
      const operation = row.kind === 'transfer' ? 'register/decide-transfer' : 'register/decide-request';
      onDecided((await call(operation, { personId, requestId, approve, reason })).state);
    } catch (caught) {
      setError(caught instanceof ApiError ? caught : null);
    }
  };
  const id = `reason-${row.requestId}`;
  if (!row.mayDecide) return <p className="soft">{say('own')}</p>;
  return (
    <div className="actions">
      <Refused error={error} />
      <label htmlFor={id}>{say('decisionReason')}</label>
      <input
        id={id}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      <Button type="primary" onClick={() => void decide(true)}>
        {say('approveIt')}
      </Button>
      <Button
        disabled={reason.trim() === ''}
        title={say('decisionReason')}
        onClick={() => void decide(false)}
      >
        {say('refuseIt')}
      </Button>
    </div>
  );
};

/** What waits for a second person: what is asked, by whom and why; approved or refused here. */
export const RequestsPage = () => {
  const { say } = useWording();
  const { data, error, reload } = useAnswer('register/list-requests', {});
  const [state, setState] = useState<string | null>(null);
  if (error) return <Refused error={error} />;
  if (!data) return <p>{say('loading')}</p>;
  return (
    <>
      <h1>
        {say('requests')} ({data.rows.length})
      </h1>
      <div aria-live="polite">
        {state && (
          <Alert
            type="success"
            showIcon
            title={say('decided', { state: say(`state_${state}` as MessageKey) })}
          />
        )}
        {data.rows.length === 0 && <p>{say('noRequests')}</p>}
      </div>
      {data.rows.map((row) => (
        <section key={row.requestId} className="request">
          <h2>
            <Link to={addressOf(`/person/${row.personId}`)}>{row.name}</Link> · {say(`ask_${row.kind}`)}
          </h2>
          <p>
            {say('askedBy')}: {row.requestedBy}, {civilMinute(new Date(row.requestedAt))} · {say('whyAsked')}:{' '}
            {row.reason}
          </p>
          <Answers row={row} />
          <Decision
            row={row}
            onDecided={(decided) => {
              setState(decided);
              void reload();
            }}
          />
        </section>
      ))}
    </>
  );
};

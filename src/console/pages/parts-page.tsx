import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { PartList } from '../../casework/index.ts';
import { civilMinute } from '../../language/index.ts';
import { call, type Session, useAnswer } from '../api.ts';
import { AreaName } from '../cases/areas.tsx';
import { useSending } from '../cases/use-sending.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';

type Part = PartList['parts'][number];

interface AnswerProps {
  readonly part: Part;
  readonly onAnswered: () => Promise<void>;
}

const AnswerForm = ({ part, onAnswered }: AnswerProps) => {
  const { say } = useWording();
  const [answer, setAnswer] = useState('');
  const { sending, error, run } = useSending();
  const isEmpty = answer.trim() === '';
  const send = () => {
    if (isEmpty) return;
    void run(async () => {
      await call('casework/answer-part', { caseId: part.caseId, partId: part.partId, answer });
      await onAnswered();
    });
  };
  const id = `answer-${part.partId}`;
  return (
    <form
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) send();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Refused error={error} />
      <label htmlFor={id}>{say('yourAnswer')}</label>
      <textarea
        id={id}
        rows={3}
        value={answer}
        onChange={(event) => {
          setAnswer(event.target.value);
        }}
      />
      <div className="actions">
        <Button
          type="primary"
          htmlType="submit"
          loading={sending}
          disabled={isEmpty}
          title={isEmpty ? say('emptyAnswer') : ''}
        >
          {say('sendAnswer')}
        </Button>
        {isEmpty && <span className="reason">{say('emptyAnswer')}</span>}
      </div>
    </form>
  );
};

/** What other units have asked of the reader's: the matter, without who is behind it. */
export const PartsPage = ({ session }: { readonly session: Session }) => {
  const { say } = useWording();
  const { data, error, reload } = useAnswer('casework/list-parts', {});
  const [answered, setAnswered] = useState(false);
  const mayAnswer = session.permissions.includes('casework:handle');
  if (error && !data) return <Refused error={error} />;
  if (!data) return <p>{say('loading')}</p>;
  return (
    <>
      <h1>
        {say('otherUnitsAsk')} ({data.parts.length})
      </h1>
      <div aria-live="polite">
        {answered && <Alert type="success" showIcon title={say('partAnswered')} />}
        {data.parts.length === 0 && <p>{say('noParts')}</p>}
      </div>
      {data.parts.map((part) => (
        <section key={part.partId} className="request">
          <h2>{say('partQuestion')}</h2>
          <p className="said">{part.question}</p>
          <p className="soft">
            {say('askedAt', { by: part.askedBy, at: civilMinute(new Date(part.askedAt)) })} ·{' '}
            <AreaName code={part.unit} />
          </p>
          {mayAnswer && (
            <AnswerForm
              part={part}
              onAnswered={async () => {
                await reload();
                setAnswered(true);
              }}
            />
          )}
        </section>
      ))}
    </>
  );
};

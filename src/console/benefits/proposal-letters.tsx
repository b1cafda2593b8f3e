import { Button } from 'antd';
import { useState } from 'react';
import { callOnce } from '../api.ts';
import { downloadBase64 } from '../download.ts';
import { SmallForm } from '../health/small-form.tsx';
import type { Task } from '../health/tasks.tsx';
import { useOnce } from '../health/use-once.ts';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf } from '../router.ts';
import type { Letters } from './answers.ts';

interface LettersProps {
  /** One proposal, or a programme and perhaps an area. */
  readonly asked: Readonly<Record<string, string>>;
}

const Came = ({ letters, left, notNow }: Letters) => {
  const { say } = useWording();
  return (
    <>
      <p>
        {say('lettersWritten', { n: letters })} {left > 0 && say('lettersLeft', { n: left })}
      </p>
      {notNow.length > 0 && (
        <p className="flagged">
          {say('lettersNotNow', { n: notNow.length })}{' '}
          {notNow.map(({ personId, entitlementId }, index) => (
            <span key={entitlementId}>
              <Link to={addressOf(`/entitlement/${personId}/${entitlementId}`)}>
                {say('lookAtNumber', { n: index + 1 })}
              </Link>{' '}
            </span>
          ))}
        </p>
      )}
    </>
  );
};

/** The letters that are brought to people, on paper; that they were brought is recorded afterwards. */
export const ProposalLetters = ({ asked }: LettersProps) => {
  const { say, locale } = useWording();
  const { sending, error, run } = useOnce();
  const [came, setCame] = useState<Letters | null>(null);
  const write = () =>
    run(async (key) => {
      const answer = await callOnce('benefits/write-proposal-letters', { ...asked, locale }, key);
      if (answer.document) downloadBase64(answer.document.fileName, answer.document.content);
      setCame(answer);
    });
  return (
    <section className="letters">
      <p className="soft">{say('lettersSay')}</p>
      <Button loading={sending} onClick={() => void write()}>
        {say('printLetters')}
      </Button>
      <div role="status">{came && <Came {...came} />}</div>
      <Refused error={error} />
    </section>
  );
};

interface ToldOf {
  readonly rows: readonly { readonly personId: string; readonly entitlementId: string }[];
  readonly done: (words: string) => Promise<void>;
}

/** Letters were handed over: on which day, and by whom. */
export function useRecordingTold({ rows, done }: ToldOf): Task {
  const { say } = useWording();
  return {
    key: 'record-told',
    label: say('recordTold', { n: rows.length }),
    form: ({ close, cancel }) => (
      <SmallForm
        name="told"
        title={say('recordTold', { n: rows.length })}
        asked={[
          { key: 'on', label: say('toldOn'), kind: 'date', optional: true, help: say('toldOnHelp') },
          { key: 'bearer', label: say('toldBy'), kind: 'text', optional: true, help: say('toldByHelp') },
        ]}
        onCancel={cancel}
        send={async (given, key) => {
          const entitlements = rows.map(({ personId, entitlementId }) => ({ personId, entitlementId }));
          const { told } = await callOnce('benefits/record-told', { ...given, entitlements }, key);
          close();
          await done(say('toldRecorded', { n: told }));
        }}
      >
        <p>{say('toldSays')}</p>
      </SmallForm>
    ),
  };
}

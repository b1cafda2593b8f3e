import { useState } from 'react';
import type { NoticeOfCase } from '../../benefits/index.ts';
import type { CaseDetail } from '../../casework/index.ts';
import { callOnce, type Session, useAnswer } from '../api.ts';
import { SmallForm } from '../health/small-form.tsx';
import { type Task, Tasks } from '../health/tasks.tsx';
import { Told, type Words } from '../health/told.tsx';
import { useWording, type Wording } from '../messages.ts';
import { Refused } from '../refused.tsx';

/** The step at which the village deliberates and gives notice: no other way of a service has it. */
const AT_THE_VILLAGE = 'village';

interface TaskOf {
  readonly caseId: string;
  readonly wording: Wording;
  readonly done: (words: string) => Promise<void>;
}

const postTask = ({ caseId, wording: { say }, done }: TaskOf): Task => ({
  key: 'post-notice',
  label: say('postNotice'),
  form: ({ close, cancel }) => (
    <SmallForm
      name="post"
      title={say('postNotice')}
      asked={[]}
      submit={say('doIt', { action: say('postNotice') })}
      onCancel={cancel}
      send={async (_given, key) => {
        const { maskedName, runsUntil } = await callOnce('benefits/post-notice', { caseId }, key);
        close();
        await done(say('noticePosted', { name: maskedName, day: runsUntil }));
      }}
    >
      <p>{say('noticeSays')}</p>
    </SmallForm>
  ),
});

const objectTask = ({ caseId, wording: { say }, done }: TaskOf): Task => ({
  key: 'object',
  label: say('recordObjection'),
  form: ({ close, cancel }) => (
    <SmallForm
      name="objection"
      title={say('recordObjection')}
      asked={[{ key: 'account', label: say('objectionAccount'), kind: 'long', help: say('objectionHelp') }]}
      onCancel={cancel}
      send={async (given, key) => {
        await callOnce('benefits/record-objection', { caseId, ...given }, key);
        close();
        await done(say('objectionRecorded'));
      }}
    />
  ),
});

const answerTask = ({ caseId, wording: { say }, done }: TaskOf, objectionId: string): Task => ({
  key: `answer-${objectionId}`,
  label: say('answerObjection'),
  form: ({ close, cancel }) => (
    <SmallForm
      name={`finding-${objectionId}`}
      title={say('answerObjection')}
      asked={[{ key: 'finding', label: say('objectionFinding'), kind: 'long' }]}
      onCancel={cancel}
      send={async (given, key) => {
        await callOnce('benefits/answer-objection', { caseId, objectionId, ...given }, key);
        close();
        await done(say('objectionAnswered'));
      }}
    />
  ),
});

interface ObjectionsProps {
  readonly objections: NoticeOfCase['objections'];
  readonly taskOf: ((objectionId: string) => Task) | null;
}

const Objections = ({ objections, taskOf }: ObjectionsProps) => {
  const { say } = useWording();
  if (objections.length === 0) return <p className="soft">{say('noObjections')}</p>;
  return (
    <ul className="timeline">
      {objections.map(({ objectionId, receivedOn, account, finding }) => (
        <li key={objectionId}>
          <time dateTime={receivedOn}>{receivedOn}</time> <span className="said">{account}</span>
          <div>
            {finding === null ? (
              <span className="missed">{say('objectionOpen')}</span>
            ) : (
              <span className="said">{say('foundWas', { finding })}</span>
            )}
          </div>
          {finding === null && taskOf && (
            <Tasks title={say('answerObjection')} tasks={[taskOf(objectionId)]} />
          )}
        </li>
      ))}
    </ul>
  );
};

const Posted = ({ notice }: Pick<NoticeOfCase, 'notice'>) => {
  const { say } = useWording();
  if (!notice) return <p className="flagged">{say('notPosted')}</p>;
  const { postedOn, runsUntil, maskedName, over } = notice;
  return (
    <p>
      {say('noticeRuns', { name: maskedName, from: postedOn, to: runsUntil })}{' '}
      <strong>{say(over ? 'noticeOver' : 'noticeStillRuns')}</strong>
    </p>
  );
};

interface NoticeProps {
  readonly detail: CaseDetail;
  readonly session: Session;
}

/** The notice in the village: posted on, runs until, and what was objected; only where the programme has one. */
export const Notice = ({ detail, session }: NoticeProps) => {
  const wording = useWording();
  const { say } = wording;
  const { caseId } = detail;
  const { data, error, reload } = useAnswer('benefits/read-notice', { caseId });
  const [told, setTold] = useState<Words | null>(null);
  const isAtVillage = detail.state.key === AT_THE_VILLAGE;
  if (!data) return <Refused error={error} />;
  if (data.notice === null && !isAtVillage) return null;
  const done = async (words: string) => {
    await reload();
    setTold({ words });
  };
  const of = { caseId, wording, done };
  const mayWrite = session.permissions.includes('benefits:write') && detail.open;
  const possible = data.notice === null ? postTask(of) : objectTask(of);
  return (
    <section>
      <h2>{say('noticeTitle')}</h2>
      <Told told={told} />
      <Posted notice={data.notice} />
      <Tasks title={say('noticeTitle')} tasks={mayWrite ? [possible] : []} />
      {data.notice !== null && (
        <Objections objections={data.objections} taskOf={mayWrite ? (one) => answerTask(of, one) : null} />
      )}
    </section>
  );
};

import { Alert } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { CaseDetail } from '../../casework/index.ts';
import { type Session, useAnswer } from '../api.ts';
import { Eligibility } from '../benefits/eligibility.tsx';
import { Notice } from '../benefits/notice.tsx';
import { CaseActions } from '../cases/case-actions.tsx';
import { CaseAnswersGiven, CaseFacts, Clocks } from '../cases/case-facts.tsx';
import { CaseParts, CaseStory, LinkedCases } from '../cases/case-story.tsx';
import { Marks } from '../cases/case-table.tsx';
import { Due } from '../cases/due.tsx';
import { whatChanged } from '../cases/what-changed.ts';
import { HealthRecord } from '../health/health-record.tsx';
import { withoutRecordedSteps } from '../health/health-steps.ts';
import { Link } from '../link.tsx';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf } from '../router.ts';

interface CasePageProps {
  readonly caseId: string;
  readonly session: Session;
}

/** An action that was taken, with the case as it was before. */
interface Done {
  readonly label: CaseDetail['title'];
  readonly before: CaseDetail;
}

interface DoneProps {
  readonly done: Done | null;
  /** Null when the case went out of the reader's area. */
  readonly after: CaseDetail | null;
}

/** What came of the action; the region stands from the start, so that it is read out. */
const WhatCameOfIt = ({ done, after }: DoneProps) => {
  const wording = useWording();
  const { say, read } = wording;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (done) place.current?.focus();
  }, [done]);
  const changes = done && after ? whatChanged(done.before, after, wording) : [];
  return (
    <div aria-live="polite" tabIndex={-1} ref={place} className="came-of-it">
      {done && (
        <Alert
          type="success"
          showIcon
          title={say('actionDone', { action: read(done.label) })}
          description={after ? changes.join(' ') : say('goneElsewhere')}
        />
      )}
    </div>
  );
};

const Head = ({ detail }: { readonly detail: CaseDetail }) => {
  const { say, read } = useWording();
  return (
    <>
      <h1>
        {detail.number} · {read(detail.title)}{' '}
        <Marks distress={detail.distress} restricted={detail.restricted} />
      </h1>
      <p className="gist">
        <strong>{read(detail.state.label)}</strong> · {say('assignee')}: {detail.assignee ?? say('nothing')}
        {detail.open && (
          <>
            {' '}
            · {say('dueOn')}:{' '}
            <Due due={detail.closeDue} left={detail.closeLeft} today={detail.today} paused={detail.paused} />
          </>
        )}
      </p>
      {detail.distress && <p className="flagged">{say('distressSays')}</p>}
    </>
  );
};

/** A case: what was asked, how far it is, what can be done now, and what was done. */
export const CasePage = ({ caseId, session }: CasePageProps) => {
  const { say } = useWording();
  const { data, error, reload } = useAnswer('casework/read-case', { caseId });
  const [done, setDone] = useState<Done | null>(null);
  const [seen, setSeen] = useState<number | null>(null);
  const isGone = done !== null && error?.code === 'not_found';
  if (isGone)
    return (
      <>
        <h1>{done.before.number}</h1>
        <WhatCameOfIt done={done} after={null} />
        <p>
          <Link to={addressOf('/work')}>{say('backToWork')}</Link>
        </p>
      </>
    );
  if (error && !data)
    return (
      <>
        <h1>{say('cases')}</h1>
        <Refused error={error} />
      </>
    );
  if (!data) return <p>{say('loading')}</p>;
  return (
    <>
      <Head detail={data} />
      <WhatCameOfIt done={done} after={data} />
      <Refused error={error} />
      <div className="case">
        <div>
          <CaseActions
            detail={withoutRecordedSteps(data, session)}
            onDone={async ({ label }) => {
              await reload();
              setDone({ label, before: data });
              setSeen(null);
            }}
            onChanged={async () => {
              setDone(null);
              setSeen(data.story.length);
              await reload();
            }}
          />
          {session.permissions.includes('health:read') && (
            <HealthRecord detail={data} session={session} onMoved={reload} />
          )}
          {session.permissions.includes('benefits:read') && (
            <>
              <Notice key={`notice ${String(data.version)}`} detail={data} session={session} />
              <Eligibility key={`reasons ${String(data.version)}`} detail={data} />
            </>
          )}
          <CaseAnswersGiven detail={data} session={session} />
          <CaseParts parts={data.parts} />
          <CaseStory story={data.story} seen={seen ?? data.story.length} />
        </div>
        <aside aria-label={say('facts')}>
          <Clocks detail={data} />
          <CaseFacts detail={data} session={session} />
          <LinkedCases linked={data.linked} />
        </aside>
      </div>
    </>
  );
};

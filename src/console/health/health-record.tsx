import { useEffect, useRef, useState } from 'react';
import type { CaseDetail } from '../../casework/index.ts';
import { type Session, useAnswer } from '../api.ts';
import { type MessageKey, useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import type { Consent, Subject } from './answers.ts';
import { ConsentForm, subjectsOf } from './consent-form.tsx';
import { ConsentList, WithdrawForm } from './consents.tsx';
import { PersonRecord } from './person-record.tsx';
import { type Task, Tasks } from './tasks.tsx';
import { Told, type Words } from './told.tsx';

interface HealthRecordProps {
  readonly detail: CaseDetail;
  readonly session: Session;
  /** The case may have moved; settles when the page shows it as it is. */
  readonly onMoved: () => Promise<void>;
}

interface ChooseProps {
  readonly subjects: readonly Subject[];
  readonly chosen: Subject;
  readonly onChoose: (subject: Subject) => void;
}

/** Whose record is shown, where two have consented. */
const ChooseSubject = ({ subjects, chosen, onChoose }: ChooseProps) => {
  const { say } = useWording();
  if (subjects.length < 2) return <h3>{say(`subject_${chosen}`)}</h3>;
  return (
    <fieldset className="ask whose">
      <legend>{say('whoseRecord')}</legend>
      <span className="radios">
        {subjects.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="whose"
              checked={one === chosen}
              onChange={() => {
                onChoose(one);
              }}
            />{' '}
            {say(`subject_${one}`)}
          </label>
        ))}
      </span>
    </fieldset>
  );
};

/** Why there is no record here, and how there can be one. */
const Without = ({ keys }: { readonly keys: readonly MessageKey[] }) => {
  const { say } = useWording();
  return (
    <div className="flagged">
      {keys.map((key) => (
        <p key={key}>{say(key)}</p>
      ))}
    </div>
  );
};

const whyNone = (consents: readonly Consent[]): readonly MessageKey[] =>
  consents.length > 0 ? ['consentGone', 'againApplies'] : ['noConsentYet', 'howToConsent'];

/** What a health case holds about people: it exists with their consent alone. */
export const HealthRecord = ({ detail, session, onMoved }: HealthRecordProps) => {
  const { say } = useWording();
  const { caseId, version, open } = detail;
  const { data, error, reload } = useAnswer('health/list-consents', { caseId });
  const [told, setTold] = useState<Words | null>(null);
  const [wanted, setWanted] = useState<Subject | null>(null);
  const seen = useRef(version);
  // A step of the case can end a consent as well.
  useEffect(() => {
    if (seen.current !== version) void reload();
    seen.current = version;
  }, [reload, version]);
  if (!data) return <Refused error={error} />;
  const standing = data.consents.filter((one) => one.withdrawnAt === null).map((one) => one.subject);
  const chosen = wanted !== null && standing.includes(wanted) ? wanted : standing[0];
  const asked = subjectsOf(detail.service).filter((one) => !standing.includes(one));
  const done = async (words: string) => {
    await Promise.all([reload(), onMoved()]);
    setTold({ words });
  };
  const named = (key: 'consentRecorded' | 'consentWithdrawn', subject: string) =>
    say(key, { whom: say(`subject_${subject}` as MessageKey) });
  const consenting: Task = {
    key: 'consent',
    label: say('recordConsent'),
    form: ({ close, cancel }) => (
      <ConsentForm
        detail={detail}
        subjects={asked}
        onCancel={cancel}
        onDone={async (subject) => {
          close();
          await done(named('consentRecorded', subject));
        }}
      />
    ),
  };
  const withdrawing = standing.map(
    (subject): Task => ({
      key: `withdraw-${subject}`,
      label: say('withdrawOf', { whom: say(`subject_${subject}`) }),
      danger: true,
      form: ({ close, cancel }) => (
        <WithdrawForm
          caseId={caseId}
          subject={subject}
          onCancel={cancel}
          onDone={async () => {
            close();
            await done(named('consentWithdrawn', subject));
          }}
        />
      ),
    }),
  );
  const mayWrite = session.permissions.includes('health:write');
  const tasks = mayWrite ? [...(open && asked.length > 0 ? [consenting] : []), ...withdrawing] : [];
  return (
    <section className="health-record">
      <h2>{say('healthRecord')}</h2>
      <Told told={told} />
      <Refused error={error} />
      {chosen === undefined && <Without keys={whyNone(data.consents)} />}
      <ConsentList consents={data.consents} />
      <Tasks title={say('consents')} tasks={tasks} />
      {chosen !== undefined && (
        <>
          <ChooseSubject subjects={standing} chosen={chosen} onChoose={setWanted} />
          <PersonRecord
            key={chosen}
            detail={detail}
            subject={chosen}
            session={session}
            onDone={async (words) => {
              await onMoved();
              setTold({ words });
            }}
          />
        </>
      )}
    </section>
  );
};

import { callOnce } from '../api.ts';
import { useWording } from '../messages.ts';
import type { Consent, Subject } from './answers.ts';
import { SmallForm } from './small-form.tsx';

const LENGTH_OF_DAY = 10;

const ConsentRow = ({ consent }: { readonly consent: Consent }) => {
  const { say, read } = useWording();
  const { subject, giver, givenBy, way, givenOn, withdrawnAt } = consent;
  const line = { giver, as: say(`givenBy_${givenBy}`), way: say(`way_${way}`), day: givenOn };
  return (
    <li>
      <strong>{say(`subject_${subject}`)}</strong>{' '}
      <span className="mark">
        {withdrawnAt === null
          ? say('consentStands')
          : say('withdrawnOn', { day: withdrawnAt.slice(0, LENGTH_OF_DAY) })}
      </span>{' '}
      {say('consentLine', line)} ·{' '}
      <span className="soft">{say('recordedByWhom', { by: consent.recordedBy })}</span>
      <details>
        <summary>{say('consentWords', { n: consent.version })}</summary>
        <p className="said">{read(consent.text)}</p>
      </details>
    </li>
  );
};

/** Who consented to what and when, also what was taken back. */
export const ConsentList = ({ consents }: { readonly consents: readonly Consent[] }) => {
  const { say } = useWording();
  if (consents.length === 0) return null;
  return (
    <>
      <h3>{say('consents')}</h3>
      <ul className="timeline consents">
        {consents.map((consent) => (
          <ConsentRow key={consent.consentId} consent={consent} />
        ))}
      </ul>
    </>
  );
};

interface WithdrawProps {
  readonly caseId: string;
  readonly subject: Subject;
  readonly onDone: () => Promise<void>;
  readonly onCancel: () => void;
}

/** Takes a consent back: nothing is asked, and it says that nothing else depends on it. */
export const WithdrawForm = ({ caseId, subject, onDone, onCancel }: WithdrawProps) => {
  const { say } = useWording();
  const title = say('withdrawOf', { whom: say(`subject_${subject}`) });
  return (
    <SmallForm
      name="withdraw"
      title={title}
      asked={[]}
      danger
      submit={say('doIt', { action: title })}
      onCancel={onCancel}
      send={async (_, key) => {
        await callOnce('health/withdraw-consent', { caseId, subject }, key);
        await onDone();
      }}
    >
      <p>{say('withdrawSays')}</p>
      <p>{say('withdrawLast')}</p>
    </SmallForm>
  );
};

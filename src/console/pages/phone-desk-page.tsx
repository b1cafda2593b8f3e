import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { Receipt, ServiceGuide } from '../../casework/index.ts';
import { ApiError, call, type Session } from '../api.ts';
import { CallTimer } from '../cases/call-timer.tsx';
import { FiledReceipt, inFours } from '../cases/filed-receipt.tsx';
import { type Called, PhoneForm } from '../cases/phone-form.tsx';
import { groupsOf, spoken } from '../cases/read-aloud.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';

/** What the desk may take in by telephone: enquiries, suggestions and complaints, or health services. */
async function phoneServices({ purpose }: Session): Promise<readonly ServiceGuide[]> {
  const { services } = await call('casework/list-services', {});
  const kinds = services.filter(
    (one) => one.offered && one.compartment === purpose && one.channels.includes('phone'),
  );
  return Promise.all(kinds.map(({ key }) => call('casework/read-service', { service: key })));
}

const ReadAloud = ({ receipt }: { readonly receipt: Receipt }) => {
  const { say, locale } = useWording();
  const groups = groupsOf(receipt.number);
  return (
    <section className="read-aloud" aria-label={say('readAloud')}>
      <h2>{say('readAloud')}</h2>
      <p className="digits">{groups.join(' ')}</p>
      <p className="soft">{spoken(groups, locale)}</p>
      <p>
        {say('queryCode')}: <strong className="code">{inFours(receipt.code)}</strong>
      </p>
    </section>
  );
};

const AnsweredOrNot = ({ called }: { readonly called: Called }) => {
  const { say } = useWording();
  if (called.answer === '') return null;
  if (!called.problem) return <p role="status">✓ {say('answeredNow')}</p>;
  const problem = called.problem.code === 'not_found' ? say('belongsElsewhere') : called.problem.message;
  return (
    <div className="flagged" role="alert">
      {say('filedNotAnswered', { problem })}
      <p>{called.answer}</p>
    </div>
  );
};

interface CallProps {
  readonly services: readonly [ServiceGuide, ...ServiceGuide[]];
  readonly session: Session;
  readonly onNext: () => void;
}

/** One call, from its beginning to the receipt. */
const Call = ({ services, session, onNext }: CallProps) => {
  const { say } = useWording();
  const [since] = useState(Date.now);
  const [kind, setKind] = useState(services[0].key);
  const [called, setCalled] = useState<Called | null>(null);
  const chosen = services.find((one) => one.key === kind) ?? services[0];
  if (called)
    return (
      <FiledReceipt receipt={called.receipt} again={say('newCall')} onAgain={onNext}>
        <AnsweredOrNot called={called} />
        <ReadAloud receipt={called.receipt} />
      </FiledReceipt>
    );
  return (
    <>
      <div className="call-head">
        <h1>{say('phoneDesk')}</h1>
        <CallTimer since={since} />
        <Button onClick={onNext}>{say('newCall')}</Button>
      </div>
      <PhoneForm services={services} chosen={chosen} session={session} onKind={setKind} onFiled={setCalled} />
    </>
  );
};

/** The desk of whoever answers the telephone. */
export const PhoneDeskPage = ({ session }: { readonly session: Session }) => {
  const { say } = useWording();
  const [services, setServices] = useState<readonly ServiceGuide[] | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [calls, setCalls] = useState(0);
  useEffect(() => {
    phoneServices(session).then(setServices, (caught: unknown) => {
      setError(caught instanceof ApiError ? caught : null);
    });
  }, [session]);
  if (error) return <Refused error={error} />;
  if (!services) return <p>{say('loading')}</p>;
  const [first, ...others] = services;
  if (!first) return <p role="alert">{say('notOffered')}</p>;
  return (
    <Call
      key={calls}
      services={[first, ...others]}
      session={session}
      onNext={() => {
        setCalls((before) => before + 1);
      }}
    />
  );
};

import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Receipt, ServiceGuide, ServiceList } from '../../casework/index.ts';
import { type Session, useAnswer } from '../api.ts';
import { ArrivalFields } from '../cases/arrival-fields.tsx';
import { FiledReceipt } from '../cases/filed-receipt.tsx';
import { Faults, FilingFields } from '../cases/filing-fields.tsx';
import { useFiling } from '../cases/use-filing.ts';
import { Link } from '../link.tsx';
import { type MessageKey, useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { addressOf } from '../router.ts';

/** How something reaches an officer's desk; what comes over the site or the 12345 line is not typed in here. */
const DESK_CHANNELS = ['window', 'letter', 'visit', 'phone'] as const;

interface FormProps {
  readonly service: ServiceGuide;
  readonly session: Session;
  readonly onFiled: (receipt: Receipt) => void;
}

const FilingForm = ({ service, session, onFiled }: FormProps) => {
  const { say, read } = useWording();
  const filing = useFiling(service);
  const channels =
    service.filedBy === 'officer' ? [] : DESK_CHANNELS.filter((one) => service.channels.includes(one));
  const [channel, setChannel] = useState<string>(channels[0] ?? 'window');
  const [receivedOn, setReceivedOn] = useState('');
  const frame = useRef<HTMLFormElement>(null);
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, []);
  const { error, sending, run } = filing.sending;
  const isOfDay = error?.field === 'receivedOn';
  const send = () =>
    void run(async () => {
      const receipt = await filing.file({ channel: channels.length === 0 ? null : channel, receivedOn });
      if (receipt) onFiled(receipt);
    });
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      ref={frame}
      className="filing"
      noValidate
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="soft">
        {read(service.who)} · {read(service.prepare)}
      </p>
      <Faults filing={filing} />
      {filing.supportLine !== null && (
        <p className="flagged">{say('supportSays', { line: filing.supportLine })}</p>
      )}
      <Refused error={isOfDay ? null : error} />
      <ArrivalFields
        channels={channels}
        channel={channel}
        receivedOn={receivedOn}
        problem={isOfDay ? `${error.message} ${error.remedy}` : null}
        onChannel={setChannel}
        onReceived={setReceivedOn}
      />
      <FilingFields filing={filing} session={session} />
      <Button type="primary" htmlType="submit" loading={sending}>
        {say('fileIt')}
      </Button>
    </form>
  );
};

const FileService = ({ service, session }: Omit<FormProps, 'onFiled'>) => {
  const { say, read } = useWording();
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  if (!service.offered) return <p role="alert">{say('notOffered')}</p>;
  if (receipt)
    return (
      <FiledReceipt
        receipt={receipt}
        again={say('fileAnother')}
        onAgain={() => {
          setReceipt(null);
        }}
      />
    );
  return (
    <>
      <h1>{read(service.title)}</h1>
      <FilingForm service={service} session={session} onFiled={setReceipt} />
    </>
  );
};

interface MenuProps {
  readonly title: string;
  readonly services: readonly ServiceList['services'][number][];
}

const Menu = ({ title, services }: MenuProps) => {
  const { say, read } = useWording();
  if (services.length === 0) return null;
  const groups = [...new Set(services.map(({ group }) => group))];
  return (
    <section>
      <h2>{title}</h2>
      {groups.map((group) => (
        <div key={group}>
          <h3>{say(`group_${group}` as MessageKey)}</h3>
          <ul className="menu">
            {services
              .filter((one) => one.group === group)
              .map((one) => (
                <li key={one.key}>
                  <Link to={addressOf(`/file/${one.key}`)}>{read(one.title)}</Link>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
};

const ChooseService = ({ session }: { readonly session: Session }) => {
  const { say } = useWording();
  const { data, error } = useAnswer('casework/list-services', {});
  if (error) return <Refused error={error} />;
  if (!data) return <p>{say('loading')}</p>;
  const own = data.services.filter((one) => one.offered && one.compartment === session.purpose);
  return (
    <>
      <h1>{say('chooseService')}</h1>
      <Menu title={say('filedByCitizen')} services={own.filter((one) => one.filedBy === 'citizen')} />
      <Menu title={say('filedByOfficer')} services={own.filter((one) => one.filedBy === 'officer')} />
    </>
  );
};

interface PageProps {
  /** Empty: none is chosen. */
  readonly serviceKey: string;
  readonly session: Session;
}

/** Files a case for somebody at the window, from a letter, a visit or a call; or about the own work of the unit. */
export const FileCasePage = ({ serviceKey, session }: PageProps) => {
  const { say } = useWording();
  const { data, error } = useAnswer(
    'casework/read-service',
    serviceKey === '' ? null : { service: serviceKey },
  );
  if (serviceKey === '') return <ChooseService session={session} />;
  if (error) return <Refused error={error} />;
  return data ? <FileService service={data} session={session} /> : <p>{say('loading')}</p>;
};

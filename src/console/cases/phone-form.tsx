import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { CaseList, Receipt, ServiceGuide } from '../../casework/index.ts';
import { ApiError, call, type Session } from '../api.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import { CallerLookup, KnownCases } from './caller-lookup.tsx';
import { Faults, FilingFields } from './filing-fields.tsx';
import { CaseQuestion, fieldId } from './question.tsx';
import { type Filing, useFiling } from './use-filing.ts';

/** What became of a call: the receipt, and of an answer that was given at once. */
export interface Called {
  readonly receipt: Receipt;
  /** What was answered; empty: nothing. */
  readonly answer: string;
  readonly problem: ApiError | null;
}

/** What is typed settles before the server reads it. */
const SETTLES_MS = 600;
const SHORTEST = 4;

const keyOfKind = ({ questions }: ServiceGuide, kind: string): string =>
  questions.find((one) => one.kind === kind)?.key ?? '';

/** What people say can be answered at once; what they apply for is decided on. */
const isAnswerable = ({ group }: ServiceGuide) => group === 'voice';

/** Takes the case in and closes it with the answer that the caller got. */
async function answerAtOnce(caseId: string, answer: string): Promise<ApiError | null> {
  try {
    await call('casework/act-on-case', { caseId, action: 'accept' });
    await call('casework/act-on-case', { caseId, action: 'resolve', answers: { answer } });
    return null;
  } catch (caught) {
    if (caught instanceof ApiError) return caught;
    throw caught;
  }
}

/** Open cases of the same caller about the same kind of matter. */
async function likelySame(service: ServiceGuide, { answers }: Filing): Promise<CaseList | null> {
  const query = answers[keyOfKind(service, 'phone')] ?? '';
  const name = answers[keyOfKind(service, 'name')] ?? '';
  for (const asked of [query, name].filter((one) => one.trim() !== '')) {
    const found = await call('casework/list-cases', { query: asked, service: service.key });
    if (found.total > 0) return found;
  }
  return null;
}

const Support = ({ line }: { readonly line: string | null }) => {
  const { say } = useWording();
  return (
    <div aria-live="assertive">
      {line !== null && (
        <div className="flagged support">
          <strong>{say('supportFirst')}</strong>
          <p>{say('supportSays', { line })}</p>
        </div>
      )}
    </div>
  );
};

interface KindProps {
  readonly services: readonly ServiceGuide[];
  readonly chosen: ServiceGuide;
  readonly onKind: (key: string) => void;
}

const Kinds = ({ services, chosen, onKind }: KindProps) => {
  const { say, read } = useWording();
  return (
    <fieldset className="ask">
      <legend>{say('kindOfCall')}</legend>
      <span className="radios">
        {services.map((one) => (
          <label key={one.key}>
            <input
              type="radio"
              name="kind"
              value={one.key}
              checked={one.key === chosen.key}
              onChange={() => {
                onKind(one.key);
              }}
            />{' '}
            {read(one.title)}
          </label>
        ))}
      </span>
    </fieldset>
  );
};

interface MatterProps {
  readonly service: ServiceGuide;
  readonly filing: Filing;
}

/** What it is about, first of all; read by the server while the caller speaks. */
const Matter = ({ service, filing }: MatterProps) => {
  const question = service.questions.find((one) => one.kind === 'longText');
  const key = question?.key ?? '';
  const matter = filing.answers[key] ?? '';
  const { listen } = filing;
  useEffect(() => {
    if (matter.trim().length < SHORTEST) return undefined;
    const settled = setTimeout(() => void listen(), SETTLES_MS);
    return () => {
      clearTimeout(settled);
    };
    // What was written counts, not the other answers.
  }, [matter]);
  useEffect(() => {
    document.getElementById(fieldId(key === '' ? (service.questions[0]?.key ?? '') : key))?.focus();
  }, []);
  if (!question) return null;
  return (
    <CaseQuestion
      field={question}
      value={matter}
      problem={filing.faults[key] ?? null}
      onAnswer={(value) => {
        filing.answer(key, value);
      }}
    />
  );
};

interface AnswerProps {
  readonly answer: string;
  readonly onAnswer: (answer: string) => void;
}

const AnswerNow = ({ answer, onAnswer }: AnswerProps) => {
  const { say } = useWording();
  return (
    <div className="ask whole">
      <label htmlFor="answer-now">{say('answerNow')}</label>
      <textarea
        id="answer-now"
        rows={2}
        value={answer}
        aria-describedby="answer-now-help"
        onChange={(event) => {
          onAnswer(event.target.value);
        }}
      />
      <span className="soft help" id="answer-now-help">
        {say('answerNowHint')}
      </span>
    </div>
  );
};

interface SameProps {
  readonly found: CaseList | null;
  readonly onGoOn: () => void;
}

const LikelySame = ({ found, onGoOn }: SameProps) => {
  const { say } = useWording();
  if (!found) return null;
  return (
    <div className="flagged same" role="alert">
      <strong>{say('likelySame')}</strong>
      <KnownCases rows={found.rows} today={found.today} />
      <button type="button" onClick={onGoOn}>
        {say('notTheSame')}
      </button>
    </div>
  );
};

interface PhoneFormProps extends KindProps {
  readonly session: Session;
  readonly onFiled: (called: Called) => void;
}

/** One screen for a caller on the line: the matter, who it is, what is known of them, and an answer at once. */
export const PhoneForm = ({ services, chosen, session, onKind, onFiled }: PhoneFormProps) => {
  const { say } = useWording();
  const filing = useFiling(chosen);
  const [answer, setAnswer] = useState('');
  const [same, setSame] = useState<CaseList | null>(null);
  const { sending, error, run } = filing.sending;
  const send = (looked: boolean) =>
    void run(async () => {
      const found = looked ? null : await likelySame(chosen, filing);
      setSame(found);
      if (found) return;
      const receipt = await filing.file({ channel: 'phone', receivedOn: '' });
      if (!receipt) return;
      const problem = answer.trim() === '' ? null : await answerAtOnce(receipt.caseId, answer);
      onFiled({ receipt, answer: answer.trim(), problem });
    });
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.ctrlKey) return;
    event.preventDefault();
    send(same !== null);
  };
  const fill = (kind: string) => (value: string) => {
    filing.answer(keyOfKind(chosen, kind), value);
  };
  return (
    <>
      <Support line={filing.supportLine} />
      <div className="case desk">
        <form
          className="filing"
          noValidate
          onKeyDown={keys}
          onSubmit={(event) => {
            event.preventDefault();
            send(false);
          }}
        >
          <Faults filing={filing} />
          <Refused error={error} />
          <Kinds services={services} chosen={chosen} onKind={onKind} />
          <Matter service={chosen} filing={filing} />
          <FilingFields filing={filing} session={session} except={[keyOfKind(chosen, 'longText')]} />
          {isAnswerable(chosen) && <AnswerNow answer={answer} onAnswer={setAnswer} />}
          <LikelySame
            found={same}
            onGoOn={() => {
              send(true);
            }}
          />
          <Button type="primary" htmlType="submit" loading={sending}>
            {say(answer.trim() === '' ? 'fileIt' : 'fileAndAnswer')}
          </Button>
        </form>
        <aside aria-label={say('caller')}>
          <CallerLookup session={session} onName={fill('name')} onPhone={fill('phone')} />
        </aside>
      </div>
    </>
  );
};

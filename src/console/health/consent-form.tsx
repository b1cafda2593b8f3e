import type { CaseDetail } from '../../casework/index.ts';
import { callOnce, useAnswer } from '../api.ts';
import type { Wording } from '../messages.ts';
import { useWording } from '../messages.ts';
import type { Subject } from './answers.ts';
import type { Asked, Option } from './ask.tsx';
import { CHECKUP } from './services.ts';
import { SmallForm } from './small-form.tsx';

const CONSENT = 'consent';

/** Of whom a service keeps something; the server decides who may consent for them. */
export function subjectsOf(service: string): readonly Subject[] {
  if (service === CHECKUP) return ['woman', 'man'];
  return service === 'newborn-screening' ? ['child'] : ['woman', 'man', 'child'];
}

const questionsOf = ({ say }: Wording, whom: readonly Option[], online: boolean): readonly Asked[] => [
  { key: 'subject', label: say('whoseData'), kind: 'choice', options: whom },
  {
    key: 'givenBy',
    label: say('givenBy'),
    kind: 'choice',
    options: [
      { value: 'self', words: say('givenBy_self') },
      { value: 'guardian', words: say('givenBy_guardian') },
    ],
  },
  { key: 'giver', label: say('giver'), kind: 'text' },
  { key: 'bornOn', label: say('bornOn'), kind: 'date', help: say('bornOnHelp') },
  {
    key: 'way',
    label: say('consentWay'),
    kind: 'choice',
    options: [
      { value: 'signed', words: say('way_signed') },
      ...(online ? [{ value: 'online', words: say('way_online') }] : []),
    ],
  },
  { key: 'givenOn', label: say('givenOn'), kind: 'date' },
];

/** The words to which one consents, as the service declares them. */
const ConsentText = ({ service }: { readonly service: string }) => {
  const { say, read } = useWording();
  const { data } = useAnswer('casework/read-service', { service });
  const asked = data?.questions.find(({ key }) => key === CONSENT);
  if (!asked) return null;
  return (
    <blockquote className="consent-text">
      <p className="soft">{say('consentShown')}</p>
      <p>
        <strong>{read(asked.label)}</strong> {asked.help && read(asked.help)}
      </p>
    </blockquote>
  );
};

interface ConsentFormProps {
  readonly detail: CaseDetail;
  /** Whose consent does not stand. */
  readonly subjects: readonly Subject[];
  readonly onDone: (subject: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Records that somebody consented, under the words that they were shown. */
export const ConsentForm = ({ detail, subjects, onDone, onCancel }: ConsentFormProps) => {
  const wording = useWording();
  const { say } = wording;
  const { caseId, service, channel, today, applicant } = detail;
  const [first = ''] = subjects;
  const whom = subjects.map((one) => ({ value: one, words: say(`subject_${one}`) }));
  return (
    <SmallForm
      name="consent"
      title={say('recordConsent')}
      asked={questionsOf(wording, whom, channel === 'portal')}
      initial={{
        subject: first,
        givenBy: first === 'child' ? 'guardian' : 'self',
        giver: subjects.includes('woman') ? (applicant ?? '') : '',
        way: 'signed',
        givenOn: today,
      }}
      onCancel={onCancel}
      send={async (given, key) => {
        await callOnce('health/record-consent', { ...given, caseId }, key);
        await onDone(given['subject'] ?? first);
      }}
    >
      <ConsentText service={service} />
    </SmallForm>
  );
};

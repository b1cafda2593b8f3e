import { useState } from 'react';
import { callOnce } from '../api.ts';
import type { Asked, Option } from '../health/ask.tsx';
import type { Values } from '../health/check-answers.ts';
import { SmallForm } from '../health/small-form.tsx';
import { type MessageKey, useWording, type Wording } from '../messages.ts';

type Extra = 'until' | 'sex' | 'adoptedOn' | 'grade' | 'gradedFrom' | 'gradedTo';

interface Kind {
  readonly words: MessageKey;
  readonly day: MessageKey;
  readonly needs: readonly Extra[];
  readonly may: readonly Extra[];
}

const nothing = { needs: [], may: [] } as const;

/** What a form asks for each kind of fact; what it must be is checked by the server. */
export const attestKinds: Readonly<Record<string, Kind>> = {
  'children-complete': { ...nothing, words: 'fact_children_complete', day: 'checkedOn' },
  'earlier-child': {
    words: 'fact_earlier_child',
    day: 'bornOnDay',
    needs: ['sex'],
    may: ['until', 'adoptedOn', 'grade', 'gradedFrom', 'gradedTo'],
  },
  disability: { words: 'fact_disability', day: 'startsOn', needs: ['grade'], may: ['until'] },
  'honour-certificate': { ...nothing, words: 'fact_honour_certificate', day: 'issuedOn', may: ['until'] },
  complication: { words: 'fact_complication', day: 'certifiedOn', needs: ['grade'], may: ['until'] },
  'classed-rural': { ...nothing, words: 'fact_classed_rural', day: 'classedOn' },
  'cleft-diagnosis': { ...nothing, words: 'fact_cleft_diagnosis', day: 'diagnosedOn' },
  'cleft-operation': { ...nothing, words: 'fact_cleft_operation', day: 'operatedOn' },
  institution: { ...nothing, words: 'fact_institution', day: 'startsOn' },
  'local-childcare': { ...nothing, words: 'fact_local_childcare', day: 'startsOn' },
  checkup: { ...nothing, words: 'fact_checkup', day: 'examinedOn' },
};

const sexes = ({ say }: Wording): readonly Option[] => [
  { value: 'male', words: say('sexMale') },
  { value: 'female', words: say('sexFemale') },
];

function extra(key: Extra, optional: boolean, wording: Wording): Asked {
  const label = wording.say(`extra_${key}`);
  if (key === 'sex') return { key, label, optional, kind: 'choice', options: sexes(wording) };
  return { key, label, optional, kind: key === 'grade' ? 'whole' : 'date' };
}

function questions(kind: Kind | undefined, wording: Wording): readonly Asked[] {
  const { say } = wording;
  const options = Object.entries(attestKinds).map(([value, { words }]) => ({ value, words: say(words) }));
  const first: Asked = { key: 'kind', label: say('factKind'), kind: 'select', options };
  if (!kind) return [first];
  return [
    first,
    { key: 'day', label: say(kind.day), kind: 'date' },
    ...kind.needs.map((key) => extra(key, false, wording)),
    ...kind.may.map((key) => extra(key, true, wording)),
    { key: 'document', label: say('documentOfFact'), kind: 'text' },
  ];
}

interface AttestProps {
  readonly personId: string;
  readonly onDone: (words: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** What of the answers belongs to the kind that is chosen now. */
const fitting = (given: Values, asked: readonly Asked[]) =>
  Object.fromEntries(Object.entries(given).filter(([key]) => asked.some((one) => one.key === key)));

/** Writes down what the register does not know, by a document that was seen. */
export const AttestForm = ({ personId, onDone, onCancel }: AttestProps) => {
  const wording = useWording();
  const { say } = wording;
  const [kind, setKind] = useState('');
  const asked = questions(attestKinds[kind], wording);
  return (
    <SmallForm
      name="attest"
      title={say('attestFact')}
      asked={asked}
      onType={(values) => {
        setKind(values['kind'] ?? '');
      }}
      onCancel={onCancel}
      send={async (given, key) => {
        const { grade, ...fact } = fitting(given, asked);
        const graded = grade === undefined ? {} : { grade: Number(grade) };
        await callOnce('benefits/attest-fact', { ...fact, ...graded, personId }, key);
        await onDone(say('factAttested'));
      }}
    >
      <p>{say('attestSays')}</p>
    </SmallForm>
  );
};

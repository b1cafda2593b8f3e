import { useState } from 'react';
import type { FactKindList } from '../../benefits/index.ts';
import { callOnce, useAnswer } from '../api.ts';
import type { Asked, Option } from '../health/ask.tsx';
import type { Values } from '../health/check-answers.ts';
import { SmallForm } from '../health/small-form.tsx';
import { useWording, type Wording } from '../messages.ts';
import { Refused } from '../refused.tsx';

type Kind = FactKindList['kinds'][number];
type Item = Kind['items'][number];

const sexes = ({ say }: Wording): readonly Option[] => [
  { value: 'male', words: say('sexMale') },
  { value: 'female', words: say('sexFemale') },
];

function itemQuestion({ key, label: words, required }: Item, wording: Wording): Asked {
  const asked = { key, label: wording.read(words), optional: !required };
  if (key === 'sex') return { ...asked, kind: 'choice', options: sexes(wording) };
  return { ...asked, kind: key === 'grade' ? 'whole' : 'date' };
}

function questions(kinds: readonly Kind[], kind: Kind | undefined, wording: Wording): readonly Asked[] {
  const { say, read } = wording;
  const options = kinds.map((one) => ({ value: one.kind, words: read(one.label) }));
  const first: Asked = { key: 'kind', label: say('factKind'), kind: 'select', options };
  if (!kind) return [first];
  return [
    first,
    { key: 'day', label: read(kind.day), kind: 'date' },
    ...kind.items.map((item) => itemQuestion(item, wording)),
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
  const { data, error } = useAnswer('benefits/list-fact-kinds', {});
  const [kind, setKind] = useState('');
  const kinds = data?.kinds ?? [];
  const asked = questions(
    kinds,
    kinds.find((one) => one.kind === kind),
    wording,
  );
  if (!data) return error ? <Refused error={error} /> : <p>{say('loading')}</p>;
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

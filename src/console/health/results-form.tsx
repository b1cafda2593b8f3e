import { useEffect, useState } from 'react';
import type { CheckupForm } from '../../health/index.ts';
import { type ApiError, callOnce } from '../api.ts';
import { useWording } from '../messages.ts';
import { Refused } from '../refused.tsx';
import type { CheckupItem } from './answers.ts';
import type { Asked } from './ask.tsx';
import type { Values } from './check-answers.ts';
import { FormFrame, Questions } from './form-frame.tsx';
import { firstAnswers, type Happening, placeAndDay } from './happening.ts';
import { ResultGroup, resultId } from './result-line.tsx';
import { itemsFor, resultsIn, type TypedResult, type TypedResults } from './result-values.ts';
import { focusSoon, saidBy, useFilling } from './use-filling.ts';

interface ResultsFormProps {
  readonly form: CheckupForm;
  readonly happening: Happening;
}

const NAME = 'results';
const OF_PART = /^results\.([\w-]+)$/;

/** The part whose value was refused, with why. */
function problemsOf(error: ApiError | null): Values {
  const [, part] = OF_PART.exec(error?.field ?? '') ?? [];
  return error && part !== undefined ? { [part]: saidBy(error) } : {};
}

interface GroupsProps {
  readonly form: CheckupForm;
  readonly items: readonly CheckupItem[];
  readonly typed: TypedResults;
  readonly problems: Values;
  readonly onType: (part: string, line: TypedResult) => void;
}

const Groups = ({ form, items, ...rest }: GroupsProps) => (
  <div className="result-groups">
    {items.map((item) => (
      <ResultGroup key={item.key} item={item} number={form.items.indexOf(item) + 1} {...rest} />
    ))}
  </div>
);

const NothingFilled = () => (
  <p className="problem" role="alert">
    {useWording().say('nothingFilled')}
  </p>
);

/** The 19 items in groups: what is there is typed, with the laboratory's range beside each number. */
export const ResultsForm = ({ form, happening }: ResultsFormProps) => {
  const wording = useWording();
  const { say, read } = wording;
  const { caseId, subject, onCancel } = happening;
  const [typed, setTyped] = useState<TypedResults>({});
  const [isEmpty, setEmpty] = useState(false);
  const items = itemsFor(form.items, subject);
  const results = resultsIn(items, typed);
  const where = placeAndDay(wording, happening);
  const note: Asked = { key: 'note', label: say('noteOfResults'), kind: 'long', optional: true };
  const filling = useFilling({
    name: NAME,
    asked: [...where, note],
    initial: firstAnswers(happening),
    send: async (given, key) => {
      await callOnce('health/record-results', { ...given, caseId, subject, results }, key);
      await happening.onDone(say('resultsSaved', { n: results.length }), given['stationId']);
    },
  });
  const { error, isPlaced } = filling;
  const problems = problemsOf(error);
  const [wrong] = Object.keys(problems);
  useEffect(() => {
    if (wrong !== undefined) focusSoon(resultId(wrong));
  }, [wrong, error]);
  const attempt = () => {
    setEmpty(results.length === 0);
    if (results.length > 0) filling.attempt();
    else focusSoon(resultId(items[0]?.parts[0]?.key ?? ''));
  };
  return (
    <FormFrame title={say('recordResults')} sending={filling.sending} onAttempt={attempt} onCancel={onCancel}>
      <p>{say('resultsHint')}</p>
      <Refused error={isPlaced || wrong !== undefined ? null : error} />
      {isEmpty && results.length === 0 && <NothingFilled />}
      <Questions form={NAME} asked={where} filling={filling} />
      <Groups
        form={form}
        items={items}
        typed={typed}
        problems={problems}
        onType={(part, line) => {
          setTyped((before) => ({ ...before, [part]: line }));
        }}
      />
      <Questions form={NAME} asked={[note]} filling={filling} />
      <p className="soft">{read(form.source)}</p>
    </FormFrame>
  );
};
